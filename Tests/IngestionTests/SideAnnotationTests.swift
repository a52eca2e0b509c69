import Annotation
import TestSupport
import Testing

@testable import Ingestion

/// Files of annotation beside a text that are called like it.
@Suite struct SideAnnotationTests {

  private static let text = "“Yes,” said Ada Lund in Otterburg. “No,” said Jon Roe."

  /// Brat gives the names, and the second quote.
  private static let standoff =
    "T1\tPerson 12 20\tAda Lund\nT2\tContent 36 38\tNo\nT3\tSource 46 53\tJon Roe\n"
    + "R1\tSource Arg1:T2 Arg2:T3\n"

  private static func annotation(
    _ start: Int, _ end: Int, by speaker: String, of source: String = "a.txt"
  ) -> String {
    #"{"type": "Annotation", "body": {"type": "schema:Quotation", "#
      + #""schema:spokenByCharacter": "\#(speaker)"}, "target": {"source": "\#(source)", "#
      + #""selector": {"type": "TextPositionSelector", "start": \#(start), "end": \#(end)}}}"#
  }

  private static func page(_ annotations: String...) -> String {
    #"{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": ["#
      + annotations.joined(separator: ", ") + "]}"
  }

  private func speakers(_ documents: [SourceDocument]) -> [String?] {
    documents.flatMap { $0.given?.quotes ?? [] }.map { quote in
      quote.speaker
        ?? quote.source.first.flatMap { place in documents.first?.text.string(place) }
    }
  }

  @Test func `a text has the annotations of both formats, in a folder and named alone`() throws {
    let folder = try TemporaryFolder()
    let text = try folder.write("in/a.txt", Self.text)
    let brat = try folder.write("in/a.ann", Self.standoff)
    let web = try folder.write("in/a.jsonld", Self.page(Self.annotation(1, 4, by: "Ada Lund")))
    for inputs in [[folder.path + "/in"], [text], [web, text, brat], [text, text]] {
      let (documents, report) = Ingestor.read(inputs)
      #expect(documents.map(\.metadata.id) == ["a.txt"], "\(inputs)")
      #expect(speakers(documents) == ["Ada Lund", "Jon Roe"])
      #expect(documents.first?.given?.mentions?.count == 1)
      #expect(report.warnings.isEmpty && report.duplicates.isEmpty && report.fileCount == 3)
      #expect(report.companions == ["brat": 1, "webannotation": 1])
    }
  }

  @Test func `where two annotations contradict that is told`() throws {
    let folder = try TemporaryFolder()
    let text = try folder.write("a.txt", Self.text)
    try folder.write("a.ann", Self.standoff)
    try folder.write(
      "a.jsonld",
      Self.page(
        Self.annotation(36, 38, by: "Ada Lund"), Self.annotation(1, 4, by: "Ada Lund"),
        Self.annotation(35, 44, by: "Jon Roe")))
    let (documents, report) = Ingestor.read([text])
    #expect(documents.first?.given?.quotes?.count == 2)
    #expect(
      report.warnings.map { $0.message }
        == ["it says something else of a place in the text than 'a.ann'"])
  }

  @Test func `a web annotation that is about more than its namesake is read by itself`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", Self.text)
    try folder.write("b.txt", "“Never,” said Maria Keller.")
    try folder.write(
      "a.jsonld",
      Self.page(
        Self.annotation(1, 4, by: "Ada Lund"),
        Self.annotation(1, 6, by: "Maria Keller", of: "b.txt")))
    let (documents, report) = Ingestor.read([folder.path])
    #expect(speakers(documents) == ["Ada Lund", "Maria Keller"])
    #expect(documents.map(\.metadata.id).sorted() == ["a.txt", "b.txt"])
    #expect(report.companions.isEmpty && report.warnings.isEmpty)
  }

  @Test func `annotations without their texts are told in one line`() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/c.txt", "The ferry sails.")
    let first = try folder.write("in/a.ann", Self.standoff)
    try folder.write("in/x.ann", "An announcement, and nothing that brat writes.")
    let one = Ingestor.read([folder.path + "/in"]).report
    #expect(one.warnings.map(\.description) == ["\(first): there is no text beside the annotation"])
    #expect(one.skippedEndings == ["ann": 2])
    try folder.write("in/b.ann", Self.standoff)
    let two = Ingestor.read([folder.path + "/in"]).report
    #expect(
      two.warnings.map(\.description)
        == ["\(first): there is no text beside the annotation, nor beside 1 more"])
  }

  @Test func `annotations without their texts are told of an archive`() throws {
    let folder = try TemporaryFolder()
    let files = [
      Packing.File("a.ann", Self.standoff), .init("b.txt", Self.text),
      .init("b.ann", Self.standoff),
    ]
    let path = try folder.write("a.zip", Packing.zip.pack(files))
    let (documents, report) = Ingestor.read([path])
    #expect(documents.count == 1 && documents.first?.given?.quotes?.count == 1)
    #expect(
      report.warnings.map(\.description)
        == ["\(path): there is no text beside an annotation of brat in it"])
    #expect(report.skippedEndings == ["ann": 1])
  }

  @Test func `quotes of one text that a copy of it gives otherwise are told`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", Self.text)
    try folder.write("a.ann", Self.standoff)
    try folder.write("z.jsonld", Self.page(Self.annotation(1, 4, by: "Ada Lund")))
    let (documents, report) = Ingestor.read([folder.path])
    #expect(speakers(documents) == ["Jon Roe"])
    #expect(
      report.warnings.map(\.description) == [
        "\(folder.path)/z.jsonld: its quotes were left out, for '\(folder.path)/a.txt' gives names and "
          + "quotes of the same text"
      ])
  }
}
