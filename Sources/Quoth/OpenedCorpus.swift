internal import Annotation
public import CorpusStore
public import Ingestion

/// A corpus, ready to be asked, with what its opening told.
public struct OpenedCorpus: Sendable {

  /// The corpus.
  public let corpus: Corpus

  /// What could not be read as it should, one line each with file, place and mend.
  ///
  /// An image has told it when it was built.
  public let warnings: [String]

  /// The files and folders as the user named them; none for the corpus that is part of Quoth.
  public let paths: [String]

  /// How its files were read, and how those are to be that a session on it opens later.
  public let reading: ReadingOptions

  /// Whether this is the teaching corpus that is part of Quoth.
  public var isBuiltin: Bool { paths.isEmpty }

  /// What is known of its building; nil where an image carries it, which is read when it is asked.
  private let building: BuildRecord?

  /// Why the speaker of a quote is somebody of another document, for `.why`; most have no reason.
  let identityReasons: RowReasons

  /// What of the words of a document its source gives, for `.why`.
  let givenWords: RowReasons

  /// Opens an image, or reads, annotates and indexes files and folders.
  ///
  /// - Parameters:
  ///   - paths: Images, files and folders as the user named them.
  ///   - options: What is to be read otherwise than the readers would by themselves.
  ///   - tell: Called with the path of an image on another thread, where the image is checked for
  ///     the first time and that takes longer than half a second.
  /// - Returns: The corpus, with what could not be read of it.
  /// - Throws: `OpeningError` when one of them is missing, an image cannot be opened, or there is
  ///   nothing to read.
  public static func open(
    _ paths: [String], reading options: ReadingOptions = ReadingOptions(),
    whenCheckIsLong tell: (@Sendable (String) -> Void)? = nil
  ) throws(OpeningError) -> OpenedCorpus {
    if paths.count == 1, NamedImage.isImage(paths[0]) {
      let corpus = try NamedImage.open(paths[0], whenLong: tell)
      return OpenedCorpus(corpus, nil, paths: paths, reading: options)
    }
    let (sources, record) = try read(paths, options)
    do {
      let corpus = try CorpusAssembly(sources).corpus(
        name: paths.count == 1 ? paths[0] : "\(paths.count) inputs", with: .reasons,
        copies: record.copies)
      return OpenedCorpus(corpus, record, paths: paths, reading: options)
    } catch {
      throw OpeningError(error, paths: paths, warnings: record.warnings)
    }
  }

  /// Reads and annotates files and folders, and opens the images that stand among them.
  ///
  /// - Parameters:
  ///   - paths: Images, files and folders as the user named them.
  ///   - options: What is to be read otherwise than the readers would by themselves.
  ///   - packs: Whether documents are kept in little room, for longer than it takes to index them.
  /// - Returns: The documents, and what is known of their reading.
  /// - Throws: `OpeningError`, as `open` does.
  static func read(
    _ paths: [String], _ options: ReadingOptions, packs: Bool = false
  ) throws(OpeningError) -> (sources: [any DocumentSource], record: BuildRecord) {
    var sources: [any DocumentSource] = []
    var record = BuildRecord()
    var texts: [String] = []
    func readTexts() throws(OpeningError) {
      guard !texts.isEmpty else { return }
      let (documents, report) = try OpenedCorpus.texts(texts, options)
      sources.append(
        packs
          ? packed(documents) : MemoryDocuments(OpenedCorpus.annotated(documents, layers: layers)))
      record.add(BuildRecord(report, inputs: texts))
      texts = []
    }
    for path in paths {
      guard NamedImage.isImage(path) else {
        texts.append(path)
        continue
      }
      try readTexts()
      let image = try NamedImage.documents(path)
      sources.append(image.documents)
      record.add(image.record)
    }
    try readTexts()
    return (sources, record)
  }

  /// Reads files and folders without making a corpus of them.
  ///
  /// - Throws: `OpeningError`, as `open` does.
  static func documents(
    _ paths: [String], _ options: ReadingOptions
  ) throws(OpeningError) -> (documents: [SourceDocument], warnings: [String]) {
    let (documents, report) = try texts(paths, options)
    return (documents, report.lines)
  }

  private static func texts(
    _ paths: [String], _ options: ReadingOptions
  ) throws(OpeningError) -> (documents: [SourceDocument], report: IngestionReport) {
    let (documents, report) = Ingestor.read(paths, options: options)
    try report.throwUnless(documentCount: documents.count, paths)
    return (documents, report)
  }

  init(
    _ corpus: Corpus, _ building: BuildRecord?, paths: [String],
    reading options: ReadingOptions = ReadingOptions()
  ) {
    reading = options
    self.corpus = corpus
    self.building = building
    self.paths = paths
    warnings = building?.warnings ?? []
    identityReasons = RowReasons(RowReasons.identity, of: corpus)
    givenWords = RowReasons(RowReasons.givenWords, of: corpus)
  }

  /// Creates an opened corpus of one that was made elsewhere, of which there is nothing to tell.
  package init(_ corpus: Corpus) {
    self.init(corpus, nil, paths: [])
  }

  /// The layers that a query can ask for.
  static let layers = Set(Layer.allCases).subtracting([.dependencies])

  /// Annotates documents on all cores, some at a time.
  private static func packed(_ documents: [SourceDocument]) -> PackedDocuments {
    var result = PackedDocuments()
    var rest = documents[...]
    while !rest.isEmpty {
      result.append(annotated(Array(rest.prefix(256)), layers: layers))
      rest = rest.dropFirst(256)
    }
    return result
  }

  /// Annotates documents on all cores.
  static func annotated(
    _ documents: [SourceDocument], layers: Set<Layer>
  ) -> [AnnotatedDocument] {
    let pipeline = AnnotationPipeline.standard(layers)
    return Ingestor.annotate(documents) { pipeline.annotate(text: $0, metadata: $1) }
  }
}

extension OpenedCorpus {

  /// What is known of the building of the corpus, now or when its image was made.
  var record: BuildRecord { building ?? BuildRecord(of: corpus) ?? BuildRecord() }

  /// How many files were read, and how many were passed over because no reader knows them.
  public var files: (read: Int, skipped: Int) {
    let record = record
    return (record.filesRead, record.filesSkipped)
  }

  /// What was repaired in texts, one line a document.
  public var repairs: [String] { record.repairs }
}

extension RowReasons {

  /// Creates the reasons that a corpus carries under a name, which are read when one is asked for.
  fileprivate init(_ attachment: String, of corpus: Corpus) {
    let bytes = corpus.attachment(attachment)
    self.init(count: bytes?.count ?? 0) { place in bytes?[place] ?? 0 }
  }
}
