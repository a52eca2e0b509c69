import Annotation
import TestSupport
import Testing

@testable import Ingestion

/// What in Markdown is neither text nor one of its own marks.
@Suite struct MarkdownMarkTests {

  private func document(_ text: String) throws -> SourceDocument {
    let reading = Ingestor.read(name: "a.md", bytes: Array(text.utf8))
    return try #require(reading.documents.first, "\(reading.warnings)")
  }

  private func text(_ source: String) throws -> String {
    String(decoding: try document(source).text.bytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      ("[[Jon Roe]] said no.", "Jon Roe said no."),
      ("[[Jon Roe|Roe]] said no.", "Roe said no."),
      ("See ![[crane.png]]here.", "See here."),
      ("A [[1]](#n) and \\[[b]] and `[[c]]`.", "A [1] and [[b]] and `[[c]]`."),
      ("A [[b\nc]] and [[]] and [[d.", "A [[b\nc]] and [[]] and [[d."),
    ])
  func `brackets of wikis are no text`(source: String, expected: String) throws {
    #expect(try text(source) == expected)
  }

  @Test(
    arguments: [
      ("<div class=\"note\">It is <b>old</b>.</div>", "It is old."),
      ("One<br>two<br/>three", "One\ntwo\nthree"),
      ("<p>One</p><p>Two <i>x</i></p>", "One\n\nTwo x"),
      ("<script>\nlet a = 1 < 2\n</script>\nText.", "\nText."),
      (
        "`<b>` and \\<b> and List<String> and a < b > c",
        "`<b>` and <b> and List<String> and a < b > c"
      ),
      ("```\n<p>a</p>\n```\n<u>b</u>", "```\n<p>a</p>\n```\nb"),
      ("[<b>Roe</b>](a_b.html) and <a href=\"a_b_c\">*Sand*</a>", "Roe and Sand"),
      ("<style>p {}", "p {}"),
    ])
  func `tags of HTML are no text`(source: String, expected: String) throws {
    #expect(try text(source) == expected)
  }

  @Test func `places lead back to the file`() throws {
    let source = "---\ntitle: A\n---\n[[Jon Roe|Roe]] said <b>no</b>."
    let normal = try document(source).text
    let place = try #require(normal.bytes.firstRange(of: Array("no".utf8)))
    let range = normal.original(ByteRange(UInt32(place.lowerBound), UInt32(place.upperBound)))
    #expect(Array(source.utf8)[Int(range.start)..<Int(range.end)].elementsEqual("no".utf8))
  }

  @Test func `names in front matter may be links`() throws {
    let source = """
      ---
      title: "[[crane|The crane]]"
      author: ["[[Ida Lund]]", Ben Ashe]
      ---
      Text.
      """
    let metadata = try document(source).metadata
    #expect(metadata.title == "The crane" && metadata.authors == ["Ida Lund", "Ben Ashe"])
  }

  @Test func `lines of fields stand for front matter`() throws {
    let source = """
      Title: The crane
      Date: 2025-03-03 10:00
      Category: Port
      Tags: port, work
      Slug: crane
      Authors: Ida Lund, Ben Ashe

      Jon Roe said that it was old.
      """
    let document = try document(source)
    let metadata = document.metadata
    #expect(metadata.title == "The crane" && metadata.authors == ["Ida Lund", "Ben Ashe"])
    #expect(metadata.date?.written == "2025-03-03" && metadata.tags == ["port", "work"])
    #expect(metadata.section == "Port" && metadata.other.map(\.key) == ["Slug"])
    #expect(String(decoding: document.text.bytes, as: UTF8.self) == "Jon Roe said that it was old.")
    #expect(document.text.originalBytes == Array(source.utf8))
  }

  @Test func `any mixture of marks is read, and in ascending order`() {
    let pieces = [
      "[[", "]]", "|", "![[", "`", "``", "<b>", "</b>", "<br>", "<script>", "</script>", "<p", ">",
      "\\", "\n", " ", "a", "é", "[", "](x)", "*", "_", "> ", "— A B\n", "<!--", "-->", "\"", "=",
    ]
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let count = Int.random(in: 1...30, using: &random)
      let source = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
      let bytes = Array(source.joined().utf8)
      let marks = MarkdownMarks.marks(in: bytes, from: 0)
      #expect(
        zip(marks, marks.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
      _ = MarkdownReader().read(SourceFile(name: "a.md", origin: "a.md", bytes: bytes))
    }
  }
}
