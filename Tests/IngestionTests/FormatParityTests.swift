import Annotation
import Foundation
import TestSupport
import Testing

@testable import Ingestion

/// The same six articles in each format that is read, as files that people may look at.
///
/// `Tests/Formats` has a folder for each, and a page that says how they were made.
@Suite struct FormatParityTests {

  /// What a format has no place for.
  struct Gaps: OptionSet {
    let rawValue: Int
    static let title = Gaps(rawValue: 1)
    static let outlet = Gaps(rawValue: 2)
    static let authors = Gaps(rawValue: 4)
    static let kinds = Gaps(rawValue: 8)
  }

  /// A folder of `Tests/Formats`, with the reader that is to be taken.
  struct Format: CustomTestStringConvertible {
    let folder: String
    let reader: String
    var gaps: Gaps = []

    var testDescription: String { folder }
  }

  static let formats: [Format] = [
    Format(folder: "text", reader: "text"), Format(folder: "markdown", reader: "markdown"),
    Format(folder: "html", reader: "html"), Format(folder: "json", reader: "json"),
    Format(folder: "jsonl", reader: "jsonl"), Format(folder: "quoth", reader: "jsonl"),
    Format(folder: "csv", reader: "csv"), Format(folder: "tsv", reader: "csv"),
    Format(folder: "rss", reader: "feed"), Format(folder: "atom", reader: "feed"),
    Format(folder: "nitf", reader: "nitf"), Format(folder: "newsml", reader: "newsml"),
    Format(folder: "tei", reader: "tei"), Format(folder: "conllu", reader: "conllu"),
    Format(folder: "vrt", reader: "vrt"), Format(folder: "webannotation", reader: "webannotation"),
    Format(folder: "factiva", reader: "factiva"), Format(folder: "nexis", reader: "nexis"),
    Format(folder: "proquest", reader: "proquest"), Format(folder: "mbox", reader: "mbox"),
    Format(folder: "mhtml", reader: "mhtml"),
    Format(folder: "ris", reader: "ris"),
    Format(folder: "bibtex", reader: "bibtex"),
    // The text beside the annotation is what is met in a folder.
    Format(folder: "brat", reader: "text"),
    // CoreNLP keeps the name and the day of a document, and nothing else.
    Format(folder: "corenlp", reader: "corenlp", gaps: [.title, .outlet, .authors]),
    // Quotebank has direct quotations alone, the address for an outlet, and no authors.
    Format(folder: "quotebank", reader: "quotebank", gaps: [.outlet, .authors, .kinds]),
    Format(folder: "gz", reader: "jsonl"), Format(folder: "zst", reader: "csv"),
    Format(folder: "bz2", reader: "quotebank", gaps: [.outlet, .authors, .kinds]),
    Format(folder: "zip", reader: "text"), Format(folder: "tgz", reader: "nitf"),
    Format(folder: "tar.xz", reader: "html"),
  ]

  private static let pipeline = AnnotationPipeline.standard()

  private static let markdown = documents(in: "markdown")

  private static func documents(in folder: String) -> [AnnotatedDocument] {
    let path = Repository.root.appending(path: "Tests/Formats/\(folder)").path
    let (documents, report) = Ingestor.read([path])
    #expect(report.warnings.isEmpty && report.errors.isEmpty, "\(report.warnings)")
    return Ingestor.annotate(documents) { pipeline.annotate(text: $0, metadata: $1) }
  }

  /// The articles in the order of their days, each with its quotes, in lines that read well where a
  /// test fails.
  private static func articles(_ documents: [AnnotatedDocument], without gaps: Gaps) -> [String] {
    documents.map { article($0, without: gaps) }.sorted()
  }

  private static func article(_ document: AnnotatedDocument, without gaps: Gaps) -> String {
    let metadata = document.metadata
    var lines = [metadata.date?.written ?? "no day"]
    if !gaps.contains(.title) { lines.append(metadata.title ?? "no title") }
    if !gaps.contains(.outlet) { lines.append(metadata.outlet ?? "no outlet") }
    if !gaps.contains(.authors) { lines.append(metadata.authors.joined(separator: "; ")) }
    lines += document.quotes.map { quote in
      let speaker = quote.speaker.map { document.entities[Int($0)].name } ?? "nobody"
      let words = quote.content.map { document.text.string($0) }.joined(separator: " … ")
      return "\(speaker), \(gaps.contains(.kinds) ? "" : quote.kind.rawValue): \(words)"
    }
    return lines.joined(separator: "\n")
  }

  @Test(arguments: formats)
  func `six articles and their quotes are the same in each format`(format: Format) {
    let expected = Self.articles(Self.markdown, without: format.gaps)
    #expect(expected.count == 6)
    let found = Self.articles(Self.documents(in: format.folder), without: format.gaps)
    #expect(found.count == 6)
    for (found, expected) in zip(found, expected) { #expect(found == expected) }
  }

  @Test(arguments: formats)
  func `the format of a folder is found without being told`(format: Format) {
    let path = Repository.root.appending(path: "Tests/Formats/\(format.folder)").path
    #expect(Array(Ingestor.read([path]).report.readers.keys) == [format.reader])
  }

  @Test(arguments: formats.filter { ContainerFormat.named("news.\($0.folder)") == nil })
  func `a mark of byte order changes nothing`(format: Format) throws {
    let folder = Repository.root.appending(path: "Tests/Formats/\(format.folder)")
    let marked = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: marked, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: marked) }
    for file in try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    {
      let bytes = Data([0xEF, 0xBB, 0xBF]) + (try Data(contentsOf: file))
      try bytes.write(to: marked.appending(path: file.lastPathComponent))
    }
    let (documents, report) = Ingestor.read([marked.path])
    #expect(report.warnings.isEmpty && report.errors.isEmpty, "\(report.warnings)")
    let annotated = Ingestor.annotate(documents) {
      Self.pipeline.annotate(text: $0, metadata: $1)
    }
    #expect(
      Self.articles(annotated, without: format.gaps)
        == Self.articles(Self.documents(in: format.folder), without: format.gaps))
  }

  @Test func `the articles have the quotes that their writer meant`() {
    let lines = Self.articles(Self.markdown, without: []).flatMap { $0.split(separator: "\n") }
    #expect(
      lines.filter { $0.contains(": ") } == [
        "Ada Morel, direct: The engine is as good as new",
        "Jon Roe, indirect: the first week would be free",
        "Hanna Voss, direct: Nobody learns well in the dark",
        "Peter Brandt, indirect: parents would lose an hour of work",
        "Maria Keller, direct: We heard a crack, and then we saw the stars",
        "Tom Arden, indirect: nobody had been hurt",
        "Clara Weiss, direct: A drill is used for ten minutes in its life",
        "Erik Sand, mixed: the plan was “a road to nowhere”",
        "Ada Morel, indirect: the vote had been rushed",
        "Peter Brandt, direct: We only had flour, water and time",
        "Clara Weiss, indirect: the crust had won it",
      ])
  }

  @Test func `every reader has its folder`() {
    let read = Set(Self.formats.map(\.reader))
    // Annotation of brat that is named leads to the text, and XML that nobody knows is plain text.
    #expect(Set(Ingestor.readerNames).subtracting(read) == ["brat", "xml"])
  }
}
