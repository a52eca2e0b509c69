import Annotation
import TestSupport
import Testing

@testable import Ingestion

/// Files that end before what they hold does, and files that hold nothing.
@Suite struct CutEndTests {

  @Test(arguments: [300, 2000])
  func `the last reference of RIS that is cut off is told also in pieces`(length: Int) throws {
    let whole = (0..<40).map { "TY  - NEWS\nAN  - \($0)\nAB  - It sails at \($0).\nER  - \n\n" }
      .joined()
    func warnings(_ text: String) throws -> [String] {
      let file = SourceFile(name: "a.ris", origin: "a.ris", bytes: [])
      let pieces = FilePieces(file, from: WholeText(text), length: length)
      var warnings: [String] = []
      while let piece = try pieces.next() { warnings += piece.reading.warnings.map(\.description) }
      return warnings
    }
    #expect(try warnings(whole).isEmpty)
    #expect(
      try warnings(whole + "TY  - NEWS\nAB  - It sa")
        == ["a.ris:201: the last reference has no end: the file may be cut off"])
    let endless = (0..<40).map { "TY  - NEWS\nAN  - \($0)\nAB  - It sails at \($0).\n" }.joined()
    #expect(try warnings(endless).isEmpty)
  }

  @Test(arguments: [
    ("<text id=\"a\">\n<s>\nIt\tPRON\n</s>\n", "a.vrt:1: the text that begins here has no end"),
    (
      "<text id=\"a\">\nIt\tPRON\n</text>\n<text id=\"b\">\n<s>\nIt\tPRON\n</s>\n",
      "a.vrt:4: the text that begins here has no end"
    ),
    ("<s>\nIt\tPRON\n</s>\n<s>\nIt\tPRON\n", "a.vrt:4: the sentence that begins here has no end"),
  ])
  func `elements of vertical text without an end are told`(text: String, message: String) {
    let reading = Ingestor.read(name: "a.vrt", bytes: Array(text.utf8))
    #expect(reading.warnings.map(\.description) == [message + ": the file may be cut off"])
  }

  @Test(arguments: ["<s>\nIt\tPRON\n<s>\nIt\tPRON\n", "<s>\nIt\tPRON\n</s>\n"])
  func `elements of vertical text that need no end are not told`(text: String) {
    #expect(Ingestor.read(name: "a.vrt", bytes: Array(text.utf8)).warnings.isEmpty)
  }

  @Test(arguments: ["txt", "md", "csv", "json", "jsonl", "html", "xml", "vrt", "ris", "eml"])
  func `a file of blanks is empty`(ending: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("in/b.txt", "It sails.")
    for blank in ["", "\n", " \r\n\t\n", "\u{FEFF}", "\u{FEFF}\n"] {
      let path = try folder.write("in/a.\(ending)", blank)
      let (documents, report) = Ingestor.read([folder.path + "/in"])
      #expect(documents.count == 1 && report.unreadCount == 1)
      #expect(report.warnings.map(\.description) == ["\(path): the file is empty"])
      #expect(Ingestor.read([path]).report.errors.map(\.kind) == [.empty])
    }
  }

  @Test func `a text that is blank once it is repaired is told`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.txt", "\u{FEFF} \u{A0}\u{200B}\n")
    let (documents, report) = Ingestor.read([path])
    #expect(documents.isEmpty)
    #expect(report.warnings.map(\.description) == ["\(path): the document has no text"])
  }
}
