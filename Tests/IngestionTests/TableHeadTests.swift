import Annotation
import Testing

@testable import Ingestion

/// What stands above and before the names of a table's columns.
@Suite struct TableHeadTests {

  private static let rows =
    "title,date,text\nA,2025-03-04,\"It sails, she said.\"\nB,2025-03-05,It stops.\n"

  @Test(arguments: [
    "", "\n\n", "Export of our archive\n", "Export of our archive,,\n,,\n",
    "# made in 2025\n# by us\n",
    "\"Export, of March\"\n\n", "Export, March 2025\n", "Export, of March, all papers, by us\n",
    "Our archive, March\nMade on the 4th, by us\n\n", "Archive, of us, all of it\n",
    "# one, two, three\n", "\u{FEFF}Export\r\n\r\n",
  ])
  func `a title, comments and blank lines above the names are no rows`(lead: String) {
    let text = lead + Self.rows
    let reading = Ingestor.read(name: "a.csv", bytes: Array(text.utf8))
    #expect(reading.documents.map(\.metadata.title) == ["A", "B"])
    #expect(reading.documents.allSatisfy { $0.metadata.other.isEmpty && $0.metadata.date != nil })
    #expect(reading.warnings.isEmpty)
    let line = lead.utf8.count { $0 == 0x0A } + 2
    #expect(reading.documents.first?.metadata.origin == "a.csv:\(line)")
  }

  @Test func `a table that is called Markdown is a table`() {
    let reading = Ingestor.read(name: "a.md", bytes: Array(Self.rows.utf8))
    #expect(reading.documents.map(\.metadata.title) == ["A", "B"])
    for text in ["| title | text |\n|---|---|\n| a | b |\n", "Text, body and soul\n\nIt sails.\n"] {
      let reading = Ingestor.read(name: "a.md", bytes: Array(text.utf8))
      #expect(reading.documents.count == 1 && reading.documents[0].metadata.origin == "a.md")
    }
  }

  @Test func `rows are told by their lines, whatever ends these`() {
    for end in ["\n", "\r\n", "\r"] {
      let lines = ["id,text", "a,\"It", "sails.\"", "", "b,It stops.", "c,"]
      let bytes = Array(lines.joined(separator: end).utf8)
      let reading = Ingestor.read(name: "a.csv", bytes: bytes)
      #expect(reading.documents.map(\.metadata.origin) == ["a.csv:2", "a.csv:5"])
      #expect(reading.warnings.map(\.line) == [6])
    }
  }

  @Test func `comments stand above names that nobody knows`() {
    let text = "# made in 2025\nday,wording\n1,\"\(String(repeating: "It sails. ", count: 9))\"\n"
    let reading = Ingestor.read(name: "a.csv", bytes: Array(text.utf8))
    #expect(reading.documents.map { $0.metadata.other.map(\.key) } == [["day"]])
  }

  @Test(arguments: [
    "text\nIt sails, and it stops.\nIt sails, too.\n",
    "#,title,text\n1,A,It sails.\n2,B,It stops.\n",
    "title\ttext\nA\tIt sails, title, text.\nB\tNo.\n",
  ])
  func `names that stand first are the names`(text: String) {
    let reading = Ingestor.read(name: "a.csv", bytes: Array(text.utf8))
    #expect(reading.documents.count == 2 && reading.warnings.isEmpty)
  }

  @Test(arguments: ["", "Unnamed: 0", "Unnamed: 0.1"])
  func `a column that counts the rows is no field`(name: String) {
    let text = "\(name),title,text\n0,A,It sails.\n1,B,It stops.\n4,C,It waits.\n"
    let reading = Ingestor.read(name: "a.csv", bytes: Array(text.utf8))
    #expect(reading.documents.map(\.metadata.title) == ["A", "B", "C"])
    #expect(reading.documents.allSatisfy { $0.metadata.other.isEmpty })
    #expect(reading.warnings.isEmpty)
  }

  @Test func `a column without a name that counts nothing keeps its values`() {
    let text = ",title,text\nx,A,It sails.\ny,B,It stops.\n"
    let reading = Ingestor.read(name: "a.csv", bytes: Array(text.utf8))
    #expect(reading.documents.map { $0.metadata.other.map(\.key) } == [["column1"], ["column1"]])
  }

  @Test func `a table of one column without a name is read`() {
    let texts = (0..<5).map {
      "It sails at \($0), it is said, and at \($0 + 1) again; nobody waits."
    }
    let text = texts.map { "\"\($0)\"\n" }.joined()
    let reading = Ingestor.read(name: "a.csv", bytes: Array(text.utf8))
    #expect(
      reading.documents.map { $0.text.string(ByteRange(0, UInt32($0.text.bytes.count))) } == texts)
    #expect(reading.warnings.count == 1)
  }

  @Test func `a table with a title is read in pieces as in one`() throws {
    let rows = (0..<80).map { "T\($0),2025-03-04,\"It sails at \($0),\nshe said.\"\n" }.joined()
    let text = "Export of March\n\ntitle,date,text\n" + rows
    let whole = Ingestor.read(name: "a.csv", bytes: Array(text.utf8))
    #expect(whole.documents.count == 80)
    for length in [700, 1500] {
      let file = SourceFile(name: "a.csv", origin: "a.csv", bytes: [])
      let pieces = FilePieces(file, from: WholeText(text), length: length)
      var documents: [SourceDocument] = []
      while let piece = try pieces.next() { documents += piece.reading.documents }
      #expect(documents == whole.documents)
    }
  }
}

/// A text as a stream of bytes.
final class WholeText: ByteStream {

  private var rest: ArraySlice<UInt8>

  init(_ text: String) { rest = Array(text.utf8)[...] }

  func read(_ room: Int, behind start: [UInt8]) throws(InputError) -> [UInt8] {
    defer { rest = rest.dropFirst(room) }
    return start + rest.prefix(room)
  }
}
