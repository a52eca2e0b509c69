internal import Annotation
internal import CorpusStore
public import Ingestion
internal import Rendering

/// The building of corpus images: files of annotated and indexed documents that open at once.
///
/// What has been annotated lies in a file beside the image to be until that is whole, so that a
/// build that was stopped goes on where it was. An image takes its place in one step.
public struct ImageBuild: Sendable {

  /// The files and folders of news, as the user named them.
  public var inputs: [String]

  /// What is to be read otherwise than the readers would by themselves.
  public var reading = ReadingOptions()

  /// Where the image is to lie.
  public var output: String

  /// Whether the documents are added to those of the image that lies there.
  public var appends = false

  /// About so many bytes of memory are taken at most; nil for as many as it takes.
  public var memoryLimit: Int?

  /// Whether names, quotes and topics are looked for; else there are words only, with the lemmas and
  /// tags that a source gives.
  public var annotates = true

  /// Asked often, by several threads: whether the build shall stop.
  public var isStopped: @Sendable () -> Bool = { false }

  /// Takes how far the build is; called often, by several threads.
  public var tell: @Sendable (BuildProgress) -> Void = { _ in }

  /// Creates a build.
  public init(inputs: [String], output: String) {
    self.inputs = inputs
    self.output = output
  }

  /// What came of a build.
  public struct Outcome: Hashable, Sendable {
    /// The number of documents of the image.
    public let documents: Int
    /// The number of its words and marks.
    public let tokens: Int
    /// The number of its quotes.
    public let quotes: Int
    /// What could not be read as it should, one line each.
    public internal(set) var warnings: [String]

    /// What came of the reading, in one line: the files that were read, and what was skipped,
    /// repaired and warned of; nil where images were joined.
    public internal(set) var source: String?

    /// How many of the documents have no date.
    public let undated: Int

    /// The counts in words.
    public var summary: String {
      let counts = [(documents, "documents"), (tokens, "words and marks"), (quotes, "quotes")]
        .map { Plural.counted($0, $1) }
      let dates = undated == 0 ? [] : [Plural.counted(undated, "documents") + " without a date"]
      return (counts + dates).joined(separator: ", ")
    }
  }

  /// Where the annotated documents lie until the image is whole.
  public var partialPath: String { output + ".partial" }

  /// Builds the image.
  ///
  /// - Returns: What it holds.
  /// - Throws: `BuildError`; an image that lay there is as it was.
  public func run() throws(BuildError) -> Outcome {
    try checkOutput()
    if let image = inputs.first(where: NamedImage.isImage) {
      throw BuildError(
        .input, "\(image): this is a corpus image, not text; quoth merge joins images")
    }
    let base = try baseImage()
    var stream = SourceStream(
      inputs, options: reading, ids: base?.ids ?? [], behind: base?.documents,
      replaces: annotates)
    do { try stream.report.throwIfMissing() } catch { throw BuildError(error) }
    guard annotates else { return try runPlainly(&stream, base) }
    let archive = try archive(base)
    try annotate(&stream, into: archive, earlier: base?.documents)
    do {
      try stream.report.throwUnless(documentCount: archive.documentCount, inputs)
    } catch {
      removePartial()
      throw BuildError(error)
    }
    let count = archive.documentCount
    if stream.hasMore {
      stream.rewind()
      try annotate(&stream, into: archive, earlier: base?.documents, behind: count)
    }
    let record = BuildRecord(stream.report, inputs: inputs)
    let replaced = stream.replaced
    let added = SelectedDocuments(
      archive, without: replaced.own, first: count, repeated: stream.repeated)
    var outcome =
      if let base {
        try write(
          [
            base.documents(
              replaced, anew: (archive, try annotateAnew(base.documents, replaced, into: archive))),
            added,
          ],
          base.record.renaming(replaced.names).adding(record))
      } else {
        try write([added], record)
      }
    removePartial()
    outcome.warnings = record.warnings + keepCorrections(of: replaced.names)
    outcome.source = record.summary
    return outcome
  }

  /// Joins images to one, whose documents stand in the order of the inputs.
  ///
  /// - Returns: What it holds.
  /// - Throws: `BuildError`; an image that lay there is as it was.
  public func merge() throws(BuildError) -> Outcome {
    try checkOutput()
    var sources: [any DocumentSource] = []
    var record = BuildRecord(IngestionReport(), inputs: [])
    for input in inputs {
      do {
        let image = try NamedImage.documents(input)
        sources.append(image.documents)
        record = record.adding(image.record)
      } catch { throw BuildError(error) }
    }
    return try write(sources, record)
  }
}

// MARK: Steps

extension ImageBuild {

  /// The image to which documents are added.
  private struct Base {
    let documents: ImageDocuments
    let record: BuildRecord
    let ids: Set<String>
    let fingerprint: String

    /// The documents as those that are added leave them.
    func documents(
      _ replaced: ReplacedDocuments,
      anew: (source: any DocumentSource, places: [Int: Int])? = nil
    ) -> SelectedDocuments {
      SelectedDocuments(documents, without: replaced.earlier, told: replaced.told, anew: anew)
    }
  }

  private func baseImage() throws(BuildError) -> Base? {
    guard appends else { return nil }
    guard FileReading.begins(Array(output.utf8), with: []) else {
      throw BuildError(
        .input, "\(output): there is no image to add to; leave --append out to build one")
    }
    do {
      let corpus = try NamedImage.open(output)
      let image = try NamedImage.documents(output)
      return Base(
        documents: image.documents, record: image.record, ids: corpus.documentNames,
        fingerprint: corpus.fingerprint)
    } catch { throw BuildError(error) }
  }

  /// Throws where the image could not take its place in the end.
  private func checkOutput() throws(BuildError) {
    let path = Array(output.utf8)
    if FileReading.isFolder(path) {
      throw BuildError(
        .output, "\(output): this is a folder; name a file, like \(output)/news.quoth-corpus")
    }
    if FileReading.isDevice(path) {
      throw BuildError(.output, "\(output): this is a device or a pipe; name a file")
    }
    if FileReading.begins(path, with: []), !NamedImage.isImage(output) {
      throw BuildError(
        .output, "\(output): a file that is no corpus image lies there; name another, or remove it")
    }
  }

  private func archive(_ base: Base?) throws(BuildError) -> DocumentArchive {
    do {
      return try DocumentArchive(
        at: Array(partialPath.utf8), identity: BuildIdentity.value(adding: base?.fingerprint))
    } catch { throw self.error(error) }
  }

  private func annotate(
    _ stream: inout SourceStream, into archive: DocumentArchive, earlier: ImageDocuments?,
    behind first: Int = 0
  ) throws(BuildError) {
    let pipeline = AnnotationPipeline.standard(OpenedCorpus.layers)
    let need = MemoryNeed(of: archive, behind: earlier, limit: memoryLimit)
    let isStopped = isStopped
    let run = AnnotationRun(isStopped: { isStopped() || need.isTooMuch }, tell: tell) {
      Ingestor.annotated($0) { pipeline.annotate(text: $0, metadata: $1) }
    }
    let isDone: Bool
    do {
      isDone = try run.run(&stream, into: archive, behind: first)
    } catch { throw self.error(error) }
    if isDone { return }
    // A part of the texts is known, and of how many: so much would it be for all of them.
    let share = Double(stream.readByteCount) / Double(max(1, stream.byteCount))
    if need.isTooMuch { throw lackOfMemory(need.expected(share: share)) }
    if archive.documentCount == 0 { removePartial() }
    throw interruption
  }

  /// Builds an image of words, in one pass.
  private func runPlainly(_ stream: inout SourceStream, _ base: Base?) throws(BuildError) -> Outcome
  {
    var corpus = try plainCorpus(&stream, base)
    if corpus == nil {
      stream.rewind(forAll: true)
      corpus = try plainCorpus(&stream, base)
    }
    do {
      try stream.report.throwUnless(documentCount: stream.report.documentCount, inputs)
    } catch { throw BuildError(error) }
    guard let corpus else { throw interruption }
    let record = BuildRecord(stream.report, inputs: inputs)
    var outcome = try write(corpus, record)
    outcome.source = record.summary
    return outcome
  }

  /// Returns the corpus of words; nil where the stream has to be read again.
  private func plainCorpus(
    _ stream: inout SourceStream, _ base: Base?
  ) throws(BuildError) -> Corpus? {
    let pipeline = AnnotationPipeline.standard([.tokens, .sentences])
    let (inputs, earlier) = (inputs, base?.record)
    do {
      return try CorpusAssembly(
        base.map { [$0.documents(stream.replaced)] } ?? [], isStopped: isStopped, tell: tell
      )
      .corpus(
        adding: &stream,
        as: { source in
          Ingestor.words(of: source) { pipeline.annotate(text: $0, metadata: $1) }
        },
        name: name, copies: earlier?.copies ?? [:],
        attachments: { stream in
          let record = BuildRecord(stream.report, inputs: inputs)
          return [(BuildRecord.attachment, (earlier?.adding(record) ?? record).bytes)]
        })
    } catch { throw self.error(error) }
  }

  /// Assembles documents and puts the image in its place.
  private func write(
    _ sources: [any DocumentSource], _ record: BuildRecord
  ) throws(BuildError) -> Outcome {
    let assembly = CorpusAssembly(sources, isStopped: isStopped, tell: tell)
    try checkMemory(assembly.expectedMemory)
    let corpus: Corpus
    do {
      corpus = try assembly.corpus(
        name: name, with: .documents, attachments: [(BuildRecord.attachment, record.bytes)],
        copies: record.copies)
    } catch { throw self.error(error) }
    return try write(corpus, record)
  }

  /// Throws where an image takes more memory than is granted; annotating takes little.
  private func checkMemory(_ expected: Int) throws(BuildError) {
    guard let memoryLimit, expected > memoryLimit else { return }
    throw lackOfMemory(expected)
  }

  private func lackOfMemory(_ expected: Int) -> BuildError {
    let needed = Numerals.fixed(Double(expected) / 1e9 + 0.05, digits: 1)
    return BuildError(
      .output,
      "\(output): to put these texts together takes about \(needed) GB of memory; run it again with "
        + "--memory \(needed)GB, or build several images")
  }

  private func write(_ corpus: Corpus, _ record: BuildRecord) throws(BuildError) -> Outcome {
    tell(BuildProgress(.writing))
    do {
      try CorpusImage.write(corpus, to: output, checked: CheckedImageList.user)
    } catch { throw BuildError(.output, OpeningError(error, output).message) }
    return Outcome(
      documents: corpus.rowCount(of: .documents), tokens: corpus.tokens.count,
      quotes: corpus.rowCount(of: .quotes), warnings: record.warnings,
      undated: corpus.undatedCount)
  }

  /// What the corpus is called in headers: the name of the file.
  private var name: String { output.split(separator: "/").last.map(String.init) ?? output }

  private func removePartial() { FileReading.remove(Array(partialPath.utf8)) }

  /// A build that was stopped; what has been annotated by then is kept, and nothing else.
  var interruption: BuildError {
    let isKept = annotates && FileReading.begins(Array(partialPath.utf8), with: [])
    return BuildError(
      .interrupted,
      isKept
        ? "stopped; the same command goes on where it was (\(partialPath) holds what is done)"
        : "stopped; nothing was done that could be kept, and the same command begins anew")
  }

  private func error(_ error: AssemblyError) -> BuildError {
    switch error {
    case .stopped: interruption
    case .archive(let failure): self.error(failure)
    case .tooLarge(let count):
      BuildError(
        .output,
        "\(output): one image has no room for more than the first \(count) documents; build several "
          + "of them")
    }
  }

  func error(_ error: ArchiveError) -> BuildError {
    switch error {
    case .inUse:
      BuildError(.output, "\(partialPath): another build writes it; wait until that is done")
    case .damaged:
      BuildError(
        .output, "\(partialPath): it is damaged; remove it, and run the same command again")
    case .system(let failure):
      BuildError(
        .output,
        "\(partialPath): it cannot be written: \(failure.message); \(failure.writingMend); the same "
          + "command goes on where it was")
    }
  }
}

extension BuildRecord {

  /// Returns the record with other names for documents.
  fileprivate func renaming(_ names: [String: String]) -> BuildRecord {
    var result = self
    for (old, new) in names {
      if let places = result.copies.removeValue(forKey: old) { result.copies[new] = places }
    }
    return result
  }

  /// Returns the record of this part and another one, of which the later time counts.
  fileprivate func adding(_ other: BuildRecord) -> BuildRecord {
    var result = self
    result.add(other)
    result.version = Version.current
    result.time = max(time, other.time)
    return result
  }
}

extension Corpus {

  /// How many documents have no date.
  fileprivate var undatedCount: Int {
    guard case .dates(let dates) = column("date", of: .documents) else {
      return rowCount(of: .documents)
    }
    return rowCount(of: .documents) - dates.order.count
  }

  /// The names of the documents.
  var documentNames: Set<String> {
    guard case .codes(let ids) = column("id", of: .documents) else { return [] }
    return Set((0..<ids.dictionary.count).map { pool[ids.dictionary.symbol(of: UInt32($0))] })
  }
}
