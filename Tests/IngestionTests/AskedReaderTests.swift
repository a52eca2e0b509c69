import Annotation
import TestSupport
import Testing

@testable import Ingestion

/// Readers that a user asks for, and the files that they are for.
@Suite struct AskedReaderTests {

  private static let files = [
    Packing.File("a.txt", "Ada Lund spoke."), .init("a.ann", "T1\tPerson 0 8\tAda Lund\n"),
    .init("b.txt", "Nobody spoke."), .init("c.md", "# Talk\n\nThe ferry sails."),
    .init("d.jsonld", #"{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation"}"#),
    .init("e.csv", "title,text\nFerry,It sails.\n"), .init("f.page", "The harbour is closed."),
  ]

  /// Reads all of them, in a folder and in an archive, by a reader.
  private func read(
    _ reader: String
  ) throws -> [(documents: [SourceDocument], report: IngestionReport)] {
    let folder = try TemporaryFolder()
    for file in Self.files { try folder.write("in/" + file.path, file.bytes) }
    let archive = try folder.write("in.zip", Packing.zip.pack(Self.files))
    var options = ReadingOptions()
    options.reader = reader
    return [folder.path + "/in", archive].map { Ingestor.read([$0], options: options) }
  }

  @Test func `brat takes the texts with their annotations`() throws {
    for (documents, report) in try read("brat") {
      #expect(documents.map(\.metadata.id) == ["a.txt"])
      #expect(documents.first?.given?.mentions?.count == 1)
      #expect(
        report.warnings.map(\.message) == [
          "there is no annotation 'b.ann' beside the text",
          "3 files that end in .csv, .jsonld, .md are nothing that --reader brat reads",
        ])
    }
  }

  @Test func `text takes texts and what nothing is known of`() throws {
    for (documents, report) in try read("text") {
      #expect(documents.map(\.metadata.id) == ["a.txt", "b.txt", "c.md", "f.page"])
      #expect(documents.first?.given?.mentions?.count == 1)
      #expect(
        report.warnings.map(\.message)
          == ["2 files that end in .csv, .jsonld are nothing that --reader text reads"])
      #expect(report.skippedEndings == ["ann": 1, "csv": 1, "jsonld": 1])
    }
  }

  @Test func `a table takes tables, and what may be one`() throws {
    for (documents, report) in try read("csv") {
      #expect(documents.contains { $0.metadata.title == "Ferry" })
      #expect(report.skippedEndings == ["ann": 1, "jsonld": 1, "md": 1])
    }
  }

  @Test func `a file that is named is read by the reader that is asked for`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.csv", "Ada Lund spoke.")
    try folder.write("b.txt", "Ada Lund spoke again.")
    try folder.write("b.ann", "T1\tPerson 0 8\tAda Lund\n")
    var options = ReadingOptions()
    options.reader = "text"
    #expect(Ingestor.read([path], options: options).documents.count == 1)
    options.reader = "brat"
    for name in ["b.txt", "b.ann"] {
      let (documents, report) = Ingestor.read(["\(folder.path)/\(name)"], options: options)
      #expect(documents.map(\.metadata.id) == ["b.txt"] && report.warnings.isEmpty)
      #expect(documents.first?.given?.mentions?.count == 1)
    }
  }

  @Test func `a folder of other formats has nothing for a reader`() throws {
    let folder = try TemporaryFolder()
    try folder.write("e.csv", "title,text\nFerry,It sails.\n")
    var options = ReadingOptions()
    options.reader = "html"
    let error = Ingestor.read([folder.path], options: options).report.errors.first
    #expect(error?.message == "the folder has no texts in it; it holds 1 other file")
    #expect(error?.mend.hasPrefix("--reader html reads files that end in .html, .htm") == true)
  }
}
