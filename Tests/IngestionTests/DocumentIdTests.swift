import Annotation
import TestSupport
import Testing

@testable import Ingestion

/// Ids that sources give to several documents.
@Suite struct DocumentIdTests {

  private static let files = [
    (
      "a.jsonl",
      "{\"id\": \"n\", \"text\": \"It sails.\"}\n{\"id\": \"n\", \"text\": \"It stops.\"}\n"
    ),
    ("a.csv", "id,text\nn,It sails.\nn,It stops.\n"),
    (
      "a.conllu",
      "# newdoc id = n\n1\tIt\tit\tPRON\t_\t_\t_\t_\t_\t_\n\n"
        + "# newdoc id = n\n1\tShe\tshe\tPRON\t_\t_\t_\t_\t_\t_\n\n"
    ),
    ("a.vrt", "<text id=\"n\">\nIt\tPRON\n</text>\n<text id=\"n\">\nShe\tPRON\n</text>\n"),
    (
      "a.ris",
      "TY  - NEWS\nAN  - n\nAB  - It sails.\nER  - \nTY  - NEWS\nAN  - n\nAB  - It stops.\nER  - \n"
    ),
    (
      "a.jsonld",
      #"{"@context": "http://www.w3.org/ns/anno.jsonld", "items": ["#
        + ["It sails.", "It stops."].map {
          #"{"motivation": "describing", "target": {"id": "n"}, "body": {"value": "\#($0)"}}"#
        }.joined(separator: ", ") + "]}"
    ),
  ]

  @Test(arguments: files)
  func `two texts of one id are both kept, and told`(name: String, text: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(name, text)
    let (documents, report) = Ingestor.read([path])
    #expect(documents.count == 2 && Set(documents.map(\.metadata.id)).count == 2)
    #expect(documents.first?.metadata.id == "n")
    #expect(report.warnings.count == 1)
    let warning = try #require(report.warnings.first)
    #expect(warning.description.hasPrefix(path))
    #expect(warning.description.hasSuffix(": another document has the id 'n' already"))
    #expect(
      warning.mend
        == "give each an id of its own; both were kept, and this one is called by its place")
  }

  @Test func `of many only the first are told singly`() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<40).map { "n,It sails at \($0).\n" }.joined()
    let path = try folder.write("a.csv", "id,text\n" + rows)
    let (documents, report) = Ingestor.read([path])
    #expect(documents.count == 40 && report.warnings.count == 6)
    #expect(report.warnings.first?.line == 3)
    #expect(report.warnings.last?.message == "… and 34 more lines like these")
  }

  @Test func `the same text of the same id is a copy, and files of one name are two`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.jsonl",
      "{\"id\": \"n\", \"text\": \"It sails.\"}\n{\"id\": \"n\", \"text\": \"It sails.\", \"desk\": \"x\"}\n"
    )
    try folder.write("x/b.txt", "The first.")
    try folder.write("y/b.txt", "The second.")
    let (documents, report) = Ingestor.read([folder.path])
    #expect(documents.count == 3 && report.warnings.isEmpty && report.duplicates.count == 1)
    var options = ReadingOptions()
    options.duplicates = .keep
    let all = Ingestor.read([folder.path], options: options)
    #expect(all.documents.count == 4 && all.report.warnings.isEmpty)
  }
}
