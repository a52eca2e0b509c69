import Annotation
import Testing

@testable import Ingestion

/// Fields that sources give in two places, in parts or by halves, of which none may be lost in silence.
@Suite struct FieldLossTests {

  private func read(_ text: String, _ name: String) -> Reading {
    Ingestor.read(name: name, bytes: Array(text.utf8))
  }

  private func only(_ text: String, _ name: String) throws -> SourceDocument {
    let reading = read(text, name)
    #expect(reading.documents.count == 1, "\(reading.warnings)")
    return try #require(reading.documents.first)
  }

  // MARK: Dates

  @Test(
    arguments: [
      ("day = 3, month = 12, year = 2024", "2024-12-03"),
      ("year = {2024}, month = {03}, day = {04}", "2024-03-04"),
      ("day = 3, month = dec, year = 2024", "2024-12-03"),
      ("day = 31, month = 2, year = 2024", nil),
      ("month = 12, year = 2024", nil),
    ] as [(String, String?)])
  func `a day whose parts are named is certain`(parts: String, date: String?) throws {
    let text = "@article{a, title = {A}, \(parts), abstract = {The ferry sails again.}}\n"
    let reading = read(text, "a.bib")
    #expect(try #require(reading.documents.first).metadata.date?.written == date)
    #expect(reading.warnings.isEmpty == (date != nil), "\(reading.warnings)")
  }

  @Test(
    arguments: [
      ("DA  - 2024/12/03", "2024-12-03"), ("DA  - 2024/3/4/", "2024-03-04"),
      ("DA  - 12/03\nPY  - 2024", "2024-12-03"), ("DA  - /03/04/\nPY  - 2024", "2024-03-04"),
      ("DA  - 03/04\nY1  - 2024///", "2024-03-04"),
    ] as [(String, String?)])
  func `a day of RIS has the month before the day`(parts: String, date: String?) throws {
    let text = "TY  - NEWS\nTI  - A\n\(parts)\nAB  - The ferry sails again.\nER  - \n"
    let reading = read(text, "a.ris")
    #expect(try #require(reading.documents.first).metadata.date?.written == date)
    #expect(reading.warnings.isEmpty, "\(reading.warnings)")
  }

  @Test(
    arguments: [
      (
        "<meta property='article:published_time' content='garbage'>"
          + "<meta name='date' content='2025-03-04'>", ""
      ),
      (
        "<meta property='article:published_time' content='{{date}}'>",
        "<time datetime='2025-03-04'>"
      ),
      (
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"A\","
          + "\"datePublished\":\"soon\",\"dateCreated\":\"2025-03-04\"}</script>", ""
      ),
      ("", "<time datetime='PT5M'>5 minutes</time><time datetime='2025-03-04'>today</time>"),
      ("<meta name='date' content='x'>", "<p class='date'>4 March 2025</p>"),
    ])
  func `a date that cannot be read hides none that can`(head: String, body: String) throws {
    let page = """
      <html><head>\(head)</head><body><h1>Ships are sold</h1>\(body)<p>The ferry company has sold both
      of its ships, and nobody knows who bought them, he said on the quay.</p></body></html>
      """
    let reading = read(page, "a.html")
    #expect(try #require(reading.documents.first).metadata.date?.written == "2025-03-04")
    #expect(reading.warnings.isEmpty, "\(reading.warnings)")
  }

  @Test func `a page without any date that can be read tells the first`() throws {
    let page = """
      <html><head><meta property='article:published_time' content='garbage'></head><body>
      <p>The ferry company has sold both of its ships, and nobody knows who bought them.</p></body>
      </html>
      """
    #expect(read(page, "a.html").warnings.map(\.message).contains { $0.contains("garbage") })
  }

  // MARK: Texts

  private static let long =
    "The ferry company has sold both of its ships, and nobody knows who bought them, he said."

  @Test(arguments: ["body", "content", "fulltext", "article", "story"])
  func `of two texts the one that is much longer is the text`(name: String) throws {
    for line in [
      #"{"text": "Ships are sold.", "\#(name)": "\#(Self.long)"}"#,
      #"{"\#(name)": "\#(Self.long)", "text": "Ships are sold."}"#,
    ] {
      for file in ["a.json", "a.jsonl"] {
        let document = try only(line + "\n", file)
        #expect(document.text.text == Self.long)
        #expect(document.metadata.other.map(\.key) == ["text"])
        #expect(document.metadata.other.map(\.value) == ["Ships are sold."])
      }
    }
    let table = try only("title,text,\(name)\nA,Ships are sold.,\"\(Self.long)\"\n", "a.csv")
    #expect(table.text.text == Self.long && table.metadata.other.map(\.key) == ["text"])
  }

  @Test func `a second text is an attribute of its name`() throws {
    let document = try only(
      #"{"body": "Nobody knows who sold them.", "text": "Ships are sold again."}"# + "\n", "a.jsonl"
    )
    #expect(document.text.text == "Ships are sold again.")
    #expect(document.metadata.other.map(\.key) == ["body"])
    #expect(document.metadata.other.map(\.value) == ["Nobody knows who sold them."])
  }

  @Test func `the same text as plain text and as HTML is one`() throws {
    let document = try only(
      #"{"text": "\#(Self.long)", "content": "<p class='a'>\#(Self.long)</p>"}"# + "\n", "a.jsonl")
    #expect(document.text.text == Self.long && document.metadata.other.isEmpty)
  }

  @Test func `a text that the user names is the text however short it is`() throws {
    var options = ReadingOptions()
    options.fields = ["lead": "text"]
    let line = #"{"lead": "Ships are sold.", "body": "\#(Self.long)"}"# + "\n"
    let reading = Ingestor.read(name: "a.jsonl", bytes: Array(line.utf8), options: options)
    let document = try #require(reading.documents.first)
    #expect(document.text.text == "Ships are sold.")
    #expect(document.metadata.other.map(\.key) == ["body"])
  }

  // MARK: Authors

  @Test(
    arguments: [
      ("Lund Olsen, Ida", ["Ida Lund Olsen"]),
      ("Lund Olsen, Ida; Ashe, Ben", ["Ida Lund Olsen", "Ben Ashe"]),
      ("Ida Lund, Paris", ["Ida Lund"]), ("Ben Ashe, Rosa Quint", ["Ben Ashe", "Rosa Quint"]),
      (#"["Ben Ashe", "Rosa Quint"]"#, ["Ben Ashe", "Rosa Quint"]),
      ("['Ben Ashe', \"Rosa O'Hara\"]", ["Ben Ashe", "Rosa O'Hara"]), ("[]", []),
      ("By: Ben Ashe", ["Ben Ashe"]), ("Written by: Ben Ashe", ["Ben Ashe"]),
      ("nan", []), ("NULL", []), ("None", []), ("Nan Goldin", ["Nan Goldin"]),
    ] as [(String, [String])])
  func `writers are named as they are written`(cell: String, authors: [String]) throws {
    let quoted = cell.split(separator: "\"", omittingEmptySubsequences: false).joined(
      separator: "\"\"")
    let document = try only("author,text\n\"\(quoted)\",\(Self.long.prefix(40))\n", "a.csv")
    #expect(document.metadata.authors == authors)
  }

  @Test func `others are no writers of a reference`() throws {
    let document = try only(
      "@article{a, author = {Lund Olsen, Ida and others}, abstract = {The ferry sails.}}\n", "a.bib"
    )
    #expect(document.metadata.authors == ["Ida Lund Olsen"])
    let reference = try only(
      "TY  - NEWS\nAU  - García Márquez, Gabriel\nAB  - The ferry sails.\nER  -\n", "a.ris")
    #expect(reference.metadata.authors == ["Gabriel García Márquez"])
  }

  // MARK: Ends

  @Test func `a file that ends within a document is told`() {
    let ris = read("TY  - NEWS\nTI  - A\nAB  - The ferry sails again.\n", "a.ris")
    #expect(ris.documents.count == 1)
    #expect(
      ris.warnings.map(\.message) == ["the last reference has no end: the file may be cut off"])
    let mail = """
      From: Ada Lund <ada@post.example>
      Date: Tue, 4 Mar 2025 10:00:00 +0000
      Subject: Ships
      Content-Type: multipart/alternative; boundary="b1"

      --b1
      Content-Type: text/plain

      The ferry company has sold both

      """
    let cut = read(mail, "a.eml")
    #expect(cut.documents.count == 1)
    #expect(cut.warnings.map(\.message) == ["the last part has no end: the file may be cut off"])
    #expect(read(mail + "--b1--\n", "a.eml").warnings.isEmpty)
  }

  @Test func `front matter that is never closed is told and read`() throws {
    let reading = read("---\ntitle: Ships\ndate: 2025-03-04\n\nThe ferry sails again.\n", "a.md")
    let document = try #require(reading.documents.first)
    #expect(document.metadata.title == "Ships" && document.metadata.date?.written == "2025-03-04")
    #expect(document.text.text.contains("ferry") && !document.text.text.contains("title"))
    #expect(
      reading.warnings.map(\.message) == ["the front matter has no end: the file may be cut off"])
    let rule = read("---\n\nThe ferry sails again: nobody knows.\n", "a.md")
    #expect(rule.warnings.isEmpty && rule.documents.count == 1)
    let half = read("---\ntitle: Ships\nda", "a.md")
    #expect(half.warnings.contains { $0.message.contains("has no end") })
  }
}
