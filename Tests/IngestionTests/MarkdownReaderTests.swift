import Annotation
import Testing

@testable import Ingestion

@Suite struct MarkdownReaderTests {

  @Test func `front matter becomes metadata and the text begins behind it`() throws {
    let source = """
      ---
      title: "A plan: the harbour"
      date: 2025-02-24
      source: The Harbour Post
      authors: [Anna Berg, Jon Roe]
      tags: harbours, city life
      source_url: https://post.example/a
      section: Local
      lang: en
      desk: {name: city, floor: 2}
      edition: ~
      ---
      ## Heading

      The **plan** is [here](b.html).
      """
    let document = try #require(read(source).documents.first)
    let metadata = document.metadata
    #expect(metadata.id == "a.md" && metadata.origin == "news/a.md")
    #expect(metadata.title == "A plan: the harbour")
    #expect(metadata.date == CalendarDay(year: 2025, month: 2, day: 24))
    #expect(metadata.outlet == "The Harbour Post")
    #expect(metadata.authors == ["Anna Berg", "Jon Roe"])
    #expect(metadata.tags == ["harbours", "city life"])
    #expect(metadata.url == "https://post.example/a")
    #expect(metadata.section == "Local" && metadata.language == "en")
    #expect(metadata.other.map(\.key) == ["desk.name", "desk.floor"])
    #expect(metadata.other.map(\.value) == ["city", "2"])
    #expect(document.text.text == "## Heading\n\nThe plan is here.")
    #expect(document.text.originalBytes == Array(source.utf8))
  }

  @Test func `bad YAML is told with its line and plain lines are read all the same`() throws {
    let reading = read("---\noutlet: Harbour Post\ntitle: Who: and why\n---\nText.\n")
    let document = try #require(reading.documents.first)
    #expect(document.metadata.title == "Who: and why")
    #expect(document.metadata.outlet == "Harbour Post")
    #expect(document.text.text == "Text.\n")
    let warning = try #require(reading.warnings.first)
    #expect(warning.line == 3 && warning.file == "news/a.md")
    #expect(warning.message.hasPrefix("the front matter is not YAML: "))
  }

  @Test(arguments: [
    "Text.", "---\nText without an end", "----\na: b\n---\nText", "--- a\n",
    "Text\n---\na: b\n---\n",
  ])
  func `a text without front matter is all text`(source: String) throws {
    let reading = read(source)
    #expect(try #require(reading.documents.first).text.text == source)
    #expect(reading.warnings.isEmpty)
  }

  @Test(arguments: [
    "\u{FEFF}---\ntitle: Title\n---\nText.", "---\r\ntitle: Title\r\n---\r\nText.",
    "---  \ntitle: Title\n...\nText.", "---\ntitle: &a Title\nother: *a\n---\nText.",
    "---\n- a\n- {b: c}\n---\nText.", "---\n---\nText.", "---\ntitle: |\n  Title\n---\nText.",
    "---\ntitle: Title\n? [a, b]\n: c\n? {d: e}\n: [f, {g: h}]\n---\nText.",
  ])
  func `every shape of front matter leaves the text`(source: String) throws {
    let document = try #require(read(source).documents.first)
    #expect(document.text.text == "Text.")
    #expect(
      document.metadata.title == (source.utf8.contains(0x26) || hasTitle(source) ? "Title" : nil))
  }

  private func hasTitle(_ source: String) -> Bool { source.split(separator: "Title").count > 1 }

  @Test(arguments: ["---\ntitle: a\n---\n", "---\ntitle: a\n---", " \n\n"])
  func `a file without text is no document`(source: String) {
    let reading = read(source)
    #expect(reading.documents.isEmpty)
    #expect(reading.warnings.map(\.message) == ["the document has no text"])
  }

  @Test func `deep and long front matter does no harm`() {
    let deep = String(repeating: "[", count: 5_000) + String(repeating: "{a: ", count: 5_000)
    #expect(read("---\na: \(deep)\n---\nText.").documents.count == 1)
    let nested = (0..<200).map { String(repeating: " ", count: $0) + "k:" }.joined(separator: "\n")
    #expect(read("---\n\(nested) v\n---\nText.").documents.count == 1)
  }

  @Test(arguments: [
    "---\nJon Roe said that it rained.\n---\nAda Morel said that it snowed.",
    "---\n\nJon Roe said that it rained.\n\n---\n\nAda Morel said that it snowed.",
    "---\n# Ferry stops\nJon Roe said that it rained.\n\n---\nAda Morel said that it snowed.",
    "---\n- Jon Roe said: it rained.\n---\nAda Morel said that it snowed.",
    "---\nJon Roe said: it rained.\n---\nAda Morel said that it snowed.",
  ])
  func `what stands between two rules and holds no fields is text`(source: String) throws {
    let reading = read(source)
    let document = try #require(reading.documents.first)
    #expect(document.text.text.contains("it rained"))
    #expect(document.metadata.other.isEmpty && reading.warnings.isEmpty)
  }

  @Test func `front matter of fields that nobody knows, or of none, is no text`() throws {
    for head in ["", "layout: post\nweight: 3\n"] {
      let document = try #require(read("---\n\(head)---\nIt rained.").documents.first)
      #expect(document.text.text == "It rained.")
    }
  }

  @Test(arguments: [
    "author:\n  first_name: Ben\n  last_name: Ashe", "authors:\n  - first: Ben\n    last: Ashe",
    "authors:\n  - given: Ben\n    family: Ashe", "author:\n  name: Ben Ashe",
    "authors:\n  - name: Ben Ashe\n    desk: Sea", "author: |\n  Ben Ashe",
  ])
  func `writers may be mappings with the parts of their names`(field: String) throws {
    let document = try #require(read("---\ntitle: T\n\(field)\n---\nIt rained.").documents.first)
    #expect(document.metadata.authors == ["Ben Ashe"])
  }

  private func read(_ source: String) -> Reading {
    MarkdownReader().read(
      SourceFile(name: "a.md", origin: "news/a.md", bytes: Array(source.utf8)))
  }
}

extension NormalizedText {
  /// The whole text.
  var text: String { string(ByteRange(0, UInt32(bytes.count))) }
}
