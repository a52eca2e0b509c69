import Annotation
import TestSupport
import Testing

@testable import Ingestion

/// A text, and the same text with what somebody said of it, in one folder or archive.
@Suite struct CompanionTests {

  private static let bare = AnnotatedSample.files["brat.txt"] ?? ""

  /// Each format that gives something, with the kinds it gives.
  private static let annotated: [(name: String, kinds: GivenKinds)] = [
    ("lines.jsonl", .quotes), ("words.conllu", [.words]), ("words.vrt", [.words]),
    ("page.jsonld", .quotes), ("core.json", [.words, .names, .quotes]), ("text.xml", .quotes),
  ]

  private func files(_ name: String, bareName: String) -> [Packing.File] {
    [
      Packing.File("in/" + bareName, Self.bare),
      .init("in/m-" + name, AnnotatedSample.files[name] ?? ""),
      .init("in/other.txt", "Nothing of that."),
    ]
  }

  @Test(arguments: annotated.map(\.name), ["a.txt", "z.txt"])
  func `of a text and its annotated copy that which gives more is kept`(
    name: String, bareName: String
  ) throws {
    let folder = try TemporaryFolder()
    let files = files(name, bareName: bareName)
    for file in files { try folder.write(file.path, file.bytes) }
    let kinds = try #require(Self.annotated.first { $0.name == name }).kinds
    let archive = try folder.write("week.tgz", Packing.tarGzip.pack(files))
    for path in [folder.path + "/in", archive] {
      let (documents, report) = Ingestor.read([path])
      let kept = try #require(documents.first { GivenKinds($0.given) != [] }, "\(path)")
      #expect(GivenKinds(kept.given).isSuperset(of: kinds))
      #expect(documents.count == 2 && report.documentCount == 2, "\(documents.map(\.metadata.id))")
      #expect(report.warnings.isEmpty && report.fileCount == 3)
      let bare = "\(path)/\(path == archive ? "in/" : "")\(bareName)"
      #expect(report.duplicates.map(\.place) == [bare])
      #expect(report.duplicates.map(\.original) == [kept.metadata.id])
      #expect(report.copies == [kept.metadata.id: [bare]])
    }
  }

  @Test func `a text beside what names it is one document, with the name of its file`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "“Yes,” said Ada Lund.")
    try folder.write(
      "z.jsonld",
      #"{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "#
        + #""body": {"type": "schema:Quotation", "schema:spokenByCharacter": "Ada Lund"}, "target": "#
        + #"{"source": "a.txt", "selector": {"type": "TextPositionSelector", "start": 1, "end": 4}}}"#
    )
    let (documents, report) = Ingestor.read([folder.path])
    #expect(documents.map(\.metadata.id) == ["a.txt"])
    #expect(documents.first?.given?.quotes?.count == 1 && report.warnings.isEmpty)
  }

  @Test func `copies of a text whose place was taken are copies of what has it now`() throws {
    let folder = try TemporaryFolder()
    let long = (0..<60).map { "word\($0)" }.joined(separator: " ")
    try folder.write("a.txt", long)
    try folder.write("b.txt", long)
    try folder.write(
      "c.jsonl", "{\"id\": \"c\", \"text\": \"\(long)\", \"quotes\": []}\n")
    try folder.write("d.txt", long)
    let (documents, report) = Ingestor.read([folder.path])
    #expect(documents.map(\.metadata.id) == ["c"])
    #expect(report.duplicates.map(\.original) == ["c", "c", "c"])
    #expect(
      report.copies.mapValues { $0.map { $0.dropFirst(folder.path.count + 1) } }
        == ["c": ["b.txt", "a.txt", "d.txt"]])
    var options = ReadingOptions()
    options.duplicates = .keep
    let keep = Ingestor.read([folder.path], options: options)
    #expect(keep.documents.count == 4 && keep.report.duplicates.count == 3)
  }

  @Test func `what one of two annotations gives alone is told where it is lost`() throws {
    let folder = try TemporaryFolder()
    let words = (0..<60).map { "word\($0)" }
    let lines = words.enumerated().map { "\($0 + 1)\t\($1)\t_\tNOUN\t_\t_\t_\t_\t_\t_" }
    try folder.write("a.conllu", "# newdoc id = a\n" + lines.joined(separator: "\n") + "\n\n")
    try folder.write(
      "b.jsonl",
      "{\"id\": \"b\", \"text\": \"\(words.joined(separator: "  "))\", \"quotes\": []}\n")
    let (documents, report) = Ingestor.read([folder.path])
    #expect(documents.map(\.metadata.id) == ["b"])
    #expect(
      report.warnings.map(\.message)
        == ["its words were left out, for '\(folder.path)/b.jsonl:1' gives quotes of the same text"]
    )
  }

  @Test func `a short text is met twice only where all that is known of it agrees`() throws {
    let folder = try TemporaryFolder()
    let flash = #""text": "Flash: the ferry is back.""#
    try folder.write(
      "wire.jsonl",
      """
      {"date": "2025-03-01", \(flash)}
      {"date": "2025-03-02", \(flash)}
      {"date": "2025-03-02", \(flash)}
      {"date": "2025-03-02", "title": "Ferry", \(flash)}
      {"date": "2025-03-02", "author": "Ida Lund", \(flash)}
      {"date": "2025-03-02", "id": "x", \(flash)}
      {"date": "2025-03-02", "desk": "Sea", \(flash)}
      {"date": "2025-03-02", "text": "Flash: the ferry is back!"}
      {\(flash)}

      """)
    try folder.write("x/a.txt", "Thank you.")
    try folder.write("y/a.txt", "Thank  you.\n")
    try folder.write("y/2025-03-04-b.txt", "Thank you.")
    let (documents, report) = Ingestor.read([folder.path])
    #expect(report.duplicates.map(\.original) == ["wire.jsonl:2", "a.txt"])
    #expect(documents.count == 10)
  }

  @Test func `what several people said in the same words stays theirs`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "quotes.csv", "quotation,speaker\nYes,Ada Lund\nYes,Jon Roe\nYes,Ada Lund\n")
    try folder.write("a.csv", "quotation,speaker\nYes,Maria Keller\n")
    let (documents, _) = Ingestor.read([folder.path])
    #expect(
      documents.compactMap { $0.given?.quotes?.first?.speaker }
        == ["Maria Keller", "Ada Lund", "Jon Roe"])
  }

  @Test(arguments: [
    ("quotation,speaker,source\nYes,Ada Lund,The Harbour Post\n", "The Harbour Post"),
    ("quotation,speaker,kind,source\nYes,Ada Lund,direct,the mayor\n", nil),
  ])
  func `where a quotation was found is an outlet, and not by which words its speaker is named`(
    table: String, outlet: String?
  ) {
    let documents = Ingestor.read(name: "a.csv", bytes: Array(table.utf8)).documents
    #expect(documents.map(\.metadata.outlet) == [outlet])
  }
}
