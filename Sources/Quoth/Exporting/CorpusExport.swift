internal import Annotation
internal import CorpusStore
public import Ingestion

/// The writing of a corpus in forms that other programs read, and that read back here.
///
/// Documents are read one at a time from an image, so an image of any size can be written.
/// Offsets count Unicode scalars of the texts that are written.
public struct CorpusExport: Sendable {

  /// What could not be read of the inputs, and corrections that do not apply, one line each.
  public let warnings: [String]

  private let corpus: Corpus
  private let uncorrected: Corpus
  private let sources: [any DocumentSource]

  /// Opens what is to be written.
  ///
  /// - Parameters:
  ///   - paths: Images, files and folders as the user named them; none for the built-in corpus.
  ///   - options: What is to be read otherwise than the readers would by themselves.
  ///   - usesCorrections: Whether the corrections beside the corpus are applied.
  /// - Throws: `OpeningError` where one of them is missing, or an image does not carry its documents.
  public init(
    _ paths: [String], reading options: ReadingOptions = ReadingOptions(),
    usesCorrections: Bool = true
  ) throws(OpeningError) {
    let (opened, sources) = try OpenedCorpus.openWithDocuments(paths, options)
    let asked = AskedCorpus(opened, usesCorrections: usesCorrections)
    corpus = asked.corpus
    uncorrected = opened.corpus
    self.sources = sources
    warnings = opened.warnings + asked.warnings
  }

  /// Looks whether a file may be written anew.
  ///
  /// - Parameters:
  ///   - output: The file.
  ///   - paths: What is to be read.
  /// - Throws: `OpeningError` where the file is a corpus image, or one of those to be read.
  public static func checkOutput(_ output: String, from paths: [String]) throws(OpeningError) {
    if paths.contains(where: { FileReading.isSame(Array($0.utf8), Array(output.utf8)) }) {
      throw OpeningError("\(output): this is what is to be read; name another file to write")
    }
    if NamedImage.isImage(output) {
      throw OpeningError("\(output): a corpus image lies there; name another file, or remove it")
    }
  }

  /// Writes the corpus.
  ///
  /// - Parameters:
  ///   - format: The form.
  ///   - content: What is written; forms without rows write documents.
  ///   - emit: Takes a piece of output, and returns whether more is wanted.
  /// - Returns: What the form has no room for, one line each.
  /// - Throws: `OpeningError` where a document cannot be read back.
  @discardableResult
  public func write(
    as format: ExportFormat, _ content: ExportContent = .documents, to emit: ([UInt8]) -> Bool
  ) throws(OpeningError) -> [String] {
    var losses = ExportLosses(format)
    var documents = ExportedDocuments(corpus, uncorrected: uncorrected, sources)
    var number = 0
    do {
      // A table names its columns before the first row, and so takes a look at all documents.
      let isTable = format == .csv && content == .documents
      let others = isTable ? try documents.fieldNames() : []
      let writer = ExportWriter(format, content, others: others, name: corpus.name)
      guard emit(writer.opening) else { return [] }
      while let document = try documents.document() {
        let bytes = writer.bytes(of: document, number: number)
        if !bytes.isEmpty, !emit(bytes) { return [] }
        if content == .documents { losses.note(document) }
        number += 1
      }
      _ = emit(writer.closing)
      return losses.lines(corpus.name)
    } catch {
      throw OpeningError("\(corpus.name): a document cannot be read back; build the image anew")
    }
  }
}

extension CorpusExport {

  /// All documents as they are written, for tests.
  func documents() throws -> [AnnotatedDocument] {
    var documents = ExportedDocuments(corpus, uncorrected: uncorrected, sources)
    var result: [AnnotatedDocument] = []
    while let document = try documents.document() { result.append(document) }
    return result
  }
}

/// The pieces of an export.
struct ExportWriter {

  private let format: ExportFormat
  private let content: ExportContent
  private let rows: ExportRows
  private let name: String

  init(_ format: ExportFormat, _ content: ExportContent, others: [String], name: String) {
    self.format = format
    self.content = content
    self.name = name
    rows = ExportRows(content, others: others)
  }

  /// What stands before the first document.
  var opening: [UInt8] {
    switch format {
    case .csv: rows.header
    case .vrt: VerticalLines.opening
    case .tei: EncodedText.opening(name)
    case .webannotation: WebAnnotations.opening(name)
    case .jsonl, .conllu: []
    }
  }

  /// What stands behind the last document.
  var closing: [UInt8] {
    switch format {
    case .vrt: VerticalLines.closing
    case .tei: EncodedText.closing
    case .webannotation: WebAnnotations.closing
    case .jsonl, .csv, .conllu: []
    }
  }

  /// A document, of which so many stand before it.
  func bytes(of document: AnnotatedDocument, number: Int) -> [UInt8] {
    switch format {
    case .jsonl where content == .documents: LayerLines(document, isWhole: true).line
    case .jsonl: rows.objects(of: document)
    case .csv: rows.lines(of: document)
    case .conllu: TreebankLines(document, isWhole: true).bytes
    case .vrt: VerticalLines(document).bytes
    case .tei: EncodedText(document, number: number + 1).bytes
    case .webannotation: WebAnnotations(document, isFirst: number == 0).bytes
    }
  }
}
