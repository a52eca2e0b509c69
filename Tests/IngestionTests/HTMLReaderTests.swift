import Annotation
import Testing

@testable import Ingestion

@Suite struct HTMLReaderTests {

  @Test(arguments: [
    ("<p>A<b>B</b>C <i>d</i>\n\t e</p>", "ABC d e"),
    ("<p>One.<br>Two.<br><br>Three.</p>", "One.\nTwo.\n\nThree."),
    ("<div>One.<p>Two.</p>Three.</div>", "One.\n\nTwo.\n\nThree."),
    ("<h2>Head</h2><p>One.</p>", "## Head\n\nOne."),
    ("<ul><li>One.<li><p>Two.</p><p>Three.</p></ul>", "- One.\n\n- Two.\n\nThree."),
    ("<blockquote><p>One.</p><p>Two.</p></blockquote>", "> One.\n\n> Two."),
    ("<pre>a.\n  b.\n\nc.</pre>", "a.\nb.\n\nc."),
    ("<p>&eacute; &#8217; &copy; &lt;b&gt;</p>", "é ’ © <b>"),
    ("<table><tr><td>A.<td>B.<tr><td>C.<td>D.</table>", "A. | B.\n\nC. | D."),
    ("<table><tr><td><p>One.</p><td>Two.</table>", "One.\n\nTwo."),
    ("<p>One.</p><script>if (a<b) {}</script><style>p{}</style><p>Two.</p>", "One.\n\nTwo."),
    ("<p>One.</p><!-- <p>No.</p> --><template><p>No.</p></template>", "One."),
    ("<p hidden>No.</p><p style='color:red; display: none'>No.</p><p>One.</p>", "One."),
    ("<nav>No.</nav><aside>No.</aside><footer>No.</footer><p>One.</p>", "One."),
    ("<p>One.</p><figure><img><figcaption>No.</figcaption></figure>", "One."),
    ("<p>One.</p><custom-part><p>Two.</p></custom-part>", "One.\n\nTwo."),
    ("<p>One.<p>Two.</span></div></b>", "One.\n\nTwo."),
    (
      "<p>On <span class='date'>Monday</span> <a class=author>she</a> left.</p>",
      "On Monday she left."
    ),
    ("<p>One<span class='sr-only'> (opens in a new window)</span>.</p>", "One."),
    ("<p>One, two, three.</p><p><span class='share'>Send.</span></p>", "One, two, three."),
    ("<form action='/'><p>One.</p></form>", "One."),
  ])
  func `elements become blocks`(source: String, text: String) throws {
    let document = try #require(read("<body>\(source)</body>").documents.first)
    #expect(document.text.text == text)
  }

  @Test(arguments: [
    ("<meta property='og:title' content='A'><meta name='title' content='B'>", "title", "A"),
    ("<title>A | B</title><meta property='og:site_name' content='B'>", "title", "A"),
    ("<title>A | B</title>", "title", "A | B"),
    ("<meta name='DC.Title' content='A'><meta name='title' content='B'>", "title", "A"),
    ("<script type='application/ld+json'>{bad}</script><title>A</title>", "title", "A"),
    (ld(#"{"@type": "NewsArticle", "headline": "A&amp;B", "x": 1}"#), "title", "A&B"),
    (
      ld(
        #"[{"@type": "Person", "name": "P", "y": 2}, {"@type": ["Report"], "headline": "A", "x": 1}]"#
      ),
      "title", "A"
    ),
    (ld(#"{"@graph": [{"@type": "Article", "a": 1, "headline": "A"}]}"#), "title", "A"),
    (
      ld(#"{"@type": "Article", "a": 1, "author": [{"name": "A B"}, "C D"]}"#), "authors",
      "A B; C D"
    ),
    (
      ld(
        #"{"@type": "Article", "publisher": {"@id": "o"}, "b": {"@id": "o", "name": "O", "c": 1}}"#),
      "outlet", "O"
    ),
    ("<meta name='author' content='By A B and C D'>", "authors", "A B; C D"),
    (
      "<meta property='article:author' content='https://a.example/b'><meta name=author content='A B'>",
      "authors", "A B"
    ),
    ("<meta name='dcterms.issued' content='2025-02-24'>", "date", "2025-02-24"),
    ("<meta itemprop='datePublished' content='2025-02-24T10:00:00Z'>", "date", "2025-02-24"),
    ("<meta property='article:section' content='World'>", "section", "World"),
    ("<meta name='keywords' content='a, b'>", "tags", "a; b"),
    ("<link rel='canonical' href='https://a.example/b'>", "url", "https://a.example/b"),
    ("<link rel='canonical' href='/b'>", "url", "-"),
    ("<meta property='og:locale' content='de_DE'>", "language", "de-DE"),
  ])
  func `metadata is taken from the first that has it`(
    head: String, field: String, value: String
  ) throws {
    let document = try #require(
      read("<html><head>\(head)</head><body><p>One.</p></body></html>").documents.first)
    let metadata = document.metadata
    let values: [String: String?] = [
      "title": metadata.title, "authors": metadata.authors.joined(separator: "; "),
      "date": metadata.date?.written, "section": metadata.section, "url": metadata.url,
      "tags": metadata.tags.joined(separator: "; "), "outlet": metadata.outlet,
      "language": metadata.language,
    ]
    let found = values[field].flatMap(\.self)
    #expect((found ?? "-") == value)
  }

  private static func ld(_ json: String) -> String {
    "<script type='application/ld+json'>\(json)</script>"
  }

  @Test(
    arguments: [
      ("<time datetime='2025-02-24'>Monday</time>", "2025-02-24", []),
      ("<time>24 February 2025</time>", "2025-02-24", []),
      (
        "<aside><time datetime='2020-01-01'></time></aside><time>2025-02-24</time>", "2025-02-24",
        []
      ),
      ("<p>By <a rel='author' href='/a'>Ada Roe</a></p>", nil, ["Ada Roe"]),
      ("<p class='byline'>By Ada Roe | Monday</p>", nil, ["Ada Roe"]),
      ("<p>Von Ada Roe, Berlin</p>", nil, ["Ada Roe"]),
    ] as [(String, String?, [String])])
  func `what the page shows is the last resort`(
    body: String, date: String?, authors: [String]
  ) throws {
    let document = try #require(read("<body>\(body)<p>One.</p></body>").documents.first)
    #expect(document.metadata.date?.written == date && document.metadata.authors == authors)
  }

  @Test(arguments: [
    ("<meta charset=windows-1252>", [0x93, 0xE9], "“é"),
    ("<meta charset=\"utf-8\">", [0xC3, 0xA9], "é"),
    ("<meta charset='iso-8859-1'>", [0xC3, 0xA9], "é"),
    ("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; CHARSET=ISO-8859-15'>", [0xA4], "€"),
    ("<meta charset=windows-1251>", [0xCC, 0xE8, 0xF0], "Мир"), ("", [0x93, 0xE9], "“é"),
    ("<?xml version='1.0' encoding='windows-1250'?>", [0x9C], "ś"),
  ])
  func `encodings are read as declared`(head: String, bytes: [UInt8], text: String) throws {
    let source = Array("\(head)<p>a ".utf8) + bytes + Array(" b.</p>".utf8)
    let reading = HTMLReader().read(SourceFile(name: "a.html", origin: "a.html", bytes: source))
    #expect(reading.warnings.isEmpty)
    #expect(try #require(reading.documents.first).text.text == "a \(text) b.")
  }

  @Test func `UTF-16 is read with its mark`() throws {
    let units = "\u{FEFF}<html><body><p>é…</p></body></html>".utf16
    let bytes = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let reading = HTMLReader().read(SourceFile(name: "a.html", origin: "a.html", bytes: bytes))
    #expect(try #require(reading.documents.first).text.text == "é…")
  }

  @Test(arguments: [
    ("", 0, ["a.html: the page has no text"]),
    ("<html><body><script>x()</script></body></html>", 0, ["a.html: the page has no text"]),
    ("{\"text\": \"a\"}", 1, ["a.html: the file is named as a page but has no tags"]),
    ("<meta charset=klingon><p>caf\u{E9}", 1, ["a.html: the encoding 'klingon' is not known"]),
    ("<html><body><div><p>One.</p><p>Tw", 1, ["a.html: the page breaks off before its end"]),
    ("<html><body><p>One.</p><a href='x", 1, ["a.html: the page breaks off before its end"]),
    ("<html><body><p>One.</p><script>var a", 1, ["a.html: the page breaks off before its end"]),
    ("<html><body><p>One.</p><!-- x", 1, ["a.html: the page breaks off before its end"]),
    ("<html><body><p>One.</p>", 1, []),
  ])
  func `a damaged page is told and what is there is read`(
    source: String, count: Int, warnings: [String]
  ) {
    let isLatin = source.contains("klingon")
    let bytes = isLatin ? source.unicodeScalars.map { UInt8($0.value) } : Array(source.utf8)
    let reading = HTMLReader().read(SourceFile(name: "a.html", origin: "a.html", bytes: bytes))
    #expect(reading.documents.count == count)
    #expect(reading.warnings.map(\.description) == warnings)
    #expect(reading.warnings.allSatisfy { !$0.mend.isEmpty })
  }

  @Test(arguments: ["<!DOCTYPE html>", "<html>", "<!-- a --><HTML lang=en>", "<!doctype HTML>"])
  func `a page without an ending is known by its beginning`(start: String) {
    let reading = Ingestor.read(name: "page", bytes: Array("\(start)<p>One.</p>".utf8))
    #expect(reading.documents.map(\.text.text) == ["One."])
  }

  @Test(arguments: [
    "<div id=root></div>",
    "<article><h1>Quay</h1><p>The quay reopened on Monday. “It feels like home,” said…</p></article>",
  ])
  func `an article that only the data of a page hold is read from there`(shown: String) throws {
    let body =
      "The quay reopened on Monday. “It feels like home,” said Ida Lund. “We stay,” said Jon Roe."
    let data = #"{"@type": "NewsArticle", "headline": "Quay", "articleBody": "\#(body)"}"#
    let page =
      #"<html><head><script type="application/ld+json">\#(data)</script></head><body>\#(shown)</body></html>"#
    let reading = read(page)
    #expect(reading.warnings.isEmpty)
    #expect(try #require(reading.documents.first).text.text.hasSuffix(body))
  }

  private func read(_ source: String) -> Reading {
    HTMLReader().read(SourceFile(name: "a.html", origin: "a.html", bytes: Array(source.utf8)))
  }
}
