import Annotation
import Testing

@testable import Ingestion

/// HTML in the fields of JSON and of tables.
@Suite struct FieldMarkupTests {

  @Test(arguments: [
    (
      "<p>The harbour closes.</p><p>It opens &ldquo;soon&rdquo;.</p>",
      "The harbour closes.\n\nIt opens “soon”."
    ),
    ("<p>One&nbsp;day</p>\n<p>AT&amp;T &lt;b&gt;</p>", "One day\n\nAT&T <b>"),
    ("Line one.<br>Line two.<br/>Line three.", "Line one.\nLine two.\nLine three."),
    ("Line one. <br /><br /> Line two.", "Line one.\n\nLine two."),
    ("Para one.<p>Para two.", "Para one.\n\nPara two."),
    ("He <strong>said</strong> so.", "He said so."),
    (
      "A <a href=\"https://e.example/?a=1&b=2\">link</a>\nhere.\n\nAnd on.",
      "A link\nhere.\n\nAnd on."
    ),
    (
      "<h2>Head</h2>\n<ul><li>One</li><li>Two</li></ul><p>a < b</p>",
      "## Head\n\n- One\n\n- Two\n\na < b"
    ),
    ("<!-- wp:paragraph -->\n<p>Text</p>\n<!-- /wp:paragraph -->", "Text"),
    ("&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;p&gt;Three.&lt;/p&gt;", "One & two.\n\nThree."),
    ("<P CLASS='lead'>Loud</P><SCRIPT>x < y</SCRIPT>", "Loud"),
    ("<p>cut off", "cut off"),
    ("One\n\n<blockquote>“Two”</blockquote>\n\nThree", "One\n\n> “Two”\n\nThree"),
    (
      "<!DOCTYPE html><html><head><title>T</title></head><body><nav><a href=/>Home</a></nav>"
        + "<article><p>The harbour closed at noon on Monday, and nobody knows for how long.</p>"
        + "<p>The master of the port said that it would open again in spring.</p></article>"
        + "</body></html>",
      "The harbour closed at noon on Monday, and nobody knows for how long.\n\n"
        + "The master of the port said that it would open again in spring."
    ),
  ])
  func `a text that is clearly HTML is read as such`(value: String, text: String) throws {
    for reading in [json(value), jsonl(value), table(value)] {
      let document = try #require(reading.documents.first)
      #expect(document.text.text == text)
      #expect(reading.warnings.isEmpty)
    }
  }

  @Test(arguments: [
    "a < b and b > c", "a <b and c> d", "if (a<b && c>d) return;", "AT&T and R&D;", "I <3 this",
    "List<String> x = new ArrayList<String>();", "vector<p> x;", "std::map<p, q> m;",
    "Use the <p> tag, and </p> to end it.", "The <br> tag breaks a line.", "<p> is a paragraph.",
    "Write “<b>” or '<b>' and then '</b>'.", "Try `<p>One</p>` at home.",
    "```\n<div class=\"a\">One</div>\n```\nThat is how.", "<anna@post.example> wrote",
    "See <https://e.example/a>.", "x <y", "<", "p < 0.05 <br", "<T>(x: T) -> T",
    "a\n\nb <c>\n\nd",
  ])
  func `a text that merely holds the signs of HTML stays`(value: String) throws {
    for reading in [json(value), jsonl(value), table(value)] {
      #expect(try #require(reading.documents.first).text.text == value)
    }
  }

  @Test func `other fields lose tags and references where they clearly are some`() throws {
    let reading = Ingestor.read(
      name: "a.jsonl",
      bytes: Array(
        #"""
        {"id": "a&amp;b", "title": "Why <em>we</em> say &#8220;AT&amp;T&#8221;", "text": "x", "tags": ["R&amp;D", "a < b"], "summary": "<p>One.</p><p>Two.</p>", "url": "https://e.example/?a=1&amp;b=2", "author": "Jane Doe<br>John Roe"}
        {"title": "Is 3 < 4 & 5 > 2? R&D;", "text": "x y"}
        """#.utf8))
    let first = try #require(reading.documents.first?.metadata)
    #expect(
      first.id == "a&amp;b" && first.title == "Why we say “AT&T”"
        || first.title == "Why we say \"AT&T\"")
    #expect(first.tags == ["R&D", "a < b"] && first.url == "https://e.example/?a=1&b=2")
    #expect(first.other.map(\.value) == ["One. Two."])
    #expect(reading.documents.last?.metadata.title == "Is 3 < 4 & 5 > 2? R&D;")
  }

  @Test func `a text with places given by numbers stays as it is`() throws {
    let placed = #"{"text": "<p>“Yes,” she said.</p>", "quotes": [{"start": 3, "end": 9}]}"#
    let named = #"{"text": "<p>“Yes,” she said.</p>", "quotes": [{"quote": "“Yes,”"}]}"#
    let texts = [placed, named].map {
      Ingestor.read(name: "a.json", bytes: Array($0.utf8)).documents.first?.text.text
    }
    #expect(texts == ["<p>“Yes,” she said.</p>", "“Yes,” she said."])
  }

  @Test func `HTML in another encoding is decoded first, and that is told`() throws {
    let bytes = Array("{\"text\": \"<p>Caf".utf8) + [0xE9] + Array("</p>\"}".utf8)
    let document = try #require(Ingestor.read(name: "a.jsonl", bytes: bytes).documents.first)
    #expect(document.text.text == "Café")
    #expect(document.text.repairs == ["1 Windows-1252 character"])
  }

  private func json(_ value: String) -> Reading {
    Ingestor.read(name: "a.json", bytes: Array("[{\"text\": \(quoted(value))}]".utf8))
  }

  private func jsonl(_ value: String) -> Reading {
    Ingestor.read(name: "a.jsonl", bytes: Array("{\"text\": \(quoted(value))}".utf8))
  }

  private func table(_ value: String) -> Reading {
    let cell = value.replacing("\"", with: "\"\"")
    return Ingestor.read(name: "a.csv", bytes: Array("id,text\n1,\"\(cell)\"\n".utf8))
  }

  private func quoted(_ value: String) -> String {
    let text = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(text.replacing("\n", with: "\\n"))\""
  }
}
