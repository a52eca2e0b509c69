internal import Annotation
internal import CBuiltinCorpus
public import CorpusStore
internal import Ingestion

/// A corpus, ready to be asked, with what its opening told.
public struct OpenedCorpus: Sendable {

  /// The corpus.
  public let corpus: Corpus

  /// What could not be read as it should, one line each with file, place and mend.
  public let warnings: [String]

  /// How many files were read, and how many were passed over because no reader knows them.
  public let files: (read: Int, skipped: Int)

  /// What was repaired in texts, one line a document.
  public let repairs: [String]

  /// The files and folders as the user named them; none for the corpus that is part of Quoth.
  public let paths: [String]

  /// Whether this is the teaching corpus that is part of Quoth.
  public var isBuiltin: Bool { paths.isEmpty }

  /// Why the speaker of a quote is somebody of another document, for `.why`; most have no reason.
  let identityReasons: [RowID: String]

  /// Reads, annotates and indexes files and folders.
  ///
  /// - Parameter paths: Files and folders as the user named them.
  /// - Returns: The corpus, with what could not be read of it.
  /// - Throws: `OpeningError` when one of them is missing, or there is nothing to read in them.
  public static func open(_ paths: [String]) throws(OpeningError) -> OpenedCorpus {
    let (documents, report) = try read(paths)
    return OpenedCorpus(
      documents, report, name: paths.count == 1 ? paths[0] : "\(paths.count) inputs", paths: paths)
  }

  /// Reads files and folders without making a corpus of them.
  ///
  /// - Throws: `OpeningError`, as `open` does.
  static func documents(
    _ paths: [String]
  ) throws(OpeningError) -> (documents: [SourceDocument], warnings: [String]) {
    let (documents, report) = try read(paths)
    return (documents, report.lines)
  }

  /// What `use` calls the built-in corpus.
  static let builtinName = "built-in"

  /// Returns the built-in teaching corpus.
  public static func builtin() -> OpenedCorpus {
    var documents: [SourceDocument] = []
    for index in 0..<quoth_builtin_count() {
      let name = unsafe String(cString: quoth_builtin_name(index))
      let bytes = unsafe UnsafeRawBufferPointer(
        start: quoth_builtin_bytes(index), count: Int(quoth_builtin_size(index)))
      documents += unsafe Ingestor.read(name: name, bytes: Array(bytes)).documents
    }
    return OpenedCorpus(documents, nil, name: "the built-in teaching corpus", paths: [])
  }

  private init(
    _ documents: [SourceDocument], _ report: IngestionReport?, name: String, paths: [String]
  ) {
    let annotated = Self.annotated(documents, layers: Self.layers)
    var identity = CorpusIdentity()
    let resolution = identity.resolve(annotated.map(\.entities))
    corpus = CorpusAssembler.assemble(annotated, resolution: resolution, name: name)
    warnings = report?.lines ?? []
    files = (report?.fileCount ?? documents.count, report?.skippedCount ?? 0)
    repairs = (report?.repairs ?? []).map {
      "\($0.document): \($0.repairs.joined(separator: ", "))"
    }
    self.paths = paths
    identityReasons = Self.reasons(resolution, of: annotated)
  }

  /// Creates an opened corpus of one that was made elsewhere, of which there is nothing to tell.
  package init(_ corpus: Corpus) {
    self.corpus = corpus
    warnings = []
    files = (0, 0)
    repairs = []
    paths = []
    identityReasons = [:]
  }

  private static func reasons(
    _ resolution: CorpusIdentity.Resolution, of documents: [AnnotatedDocument]
  ) -> [RowID: String] {
    var reasons: [RowID: String] = [:]
    var row: UInt32 = 0
    for (document, own) in zip(documents, resolution.reasons) {
      for quote in document.quotes {
        if let speaker = quote.speaker, let reason = own[Int(speaker)] {
          reasons[RowID(row)] = reason
        }
        row += 1
      }
    }
    return reasons
  }

  /// The layers that a query can ask for.
  static let layers = Set(Layer.allCases).subtracting([.dependencies])

  /// Annotates documents on all cores.
  static func annotated(
    _ documents: [SourceDocument], layers: Set<Layer>
  ) -> [AnnotatedDocument] {
    let pipeline = AnnotationPipeline.standard(layers)
    return Ingestor.annotate(documents) { pipeline.annotate(text: $0, metadata: $1) }
  }

  private static func read(
    _ paths: [String]
  ) throws(OpeningError) -> (documents: [SourceDocument], report: IngestionReport) {
    let (documents, report) = Ingestor.read(paths)
    if let error = report.errors.first(where: { $0.kind == .missing }) {
      throw OpeningError(error, report)
    }
    if documents.isEmpty, let error = report.errors.first { throw OpeningError(error, report) }
    if documents.isEmpty { throw OpeningError(paths, report) }
    return (documents, report)
  }
}

/// Why there is no corpus to ask.
public struct OpeningError: Error, Hashable, Sendable {

  /// What is wrong and how it is mended, in one line.
  public let message: String

  /// What else was told while reading, one line each.
  public let warnings: [String]

  init(_ error: InputError, _ report: IngestionReport) {
    message = "\(error.description); \(error.mend)"
    warnings = report.warnings.map(\.line)
  }

  init(_ paths: [String], _ report: IngestionReport) {
    let endings = Ingestor.extensions.map { "." + $0 }.joined(separator: ", ")
    message =
      "there is no text to read in \(paths.joined(separator: ", ")); texts end in \(endings)"
    warnings = report.warnings.map(\.line)
  }
}

extension IngestionReport {

  /// All that is to be told, one line each: inputs that could not be read first.
  fileprivate var lines: [String] {
    errors.map { "\($0.description); \($0.mend)" } + warnings.map(\.line)
  }
}

extension IngestionReport.Warning {

  /// The warning with its mend.
  fileprivate var line: String { "\(description); \(mend)" }
}
