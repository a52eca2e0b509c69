package import Annotation
package import CorpusStore

/// Makes one corpus of the documents of several sources, in two passes over them.
///
/// The first pass tells who is one with whom in all documents, the second puts them into tables.
/// The memory that is taken is that of the corpus, however large the annotated documents are.
package struct CorpusAssembly {

  private let sources: [any DocumentSource]
  private let isStopped: @Sendable () -> Bool
  private let tell: @Sendable (BuildProgress) -> Void

  /// Creates an assembly of the documents of `sources`, in their order.
  package init(
    _ sources: [any DocumentSource], isStopped: @escaping @Sendable () -> Bool = { false },
    tell: @escaping @Sendable (BuildProgress) -> Void = { _ in }
  ) {
    self.sources = sources
    self.isStopped = isStopped
    self.tell = tell
  }

  /// About how many bytes of memory it takes to put the corpus together, from what news takes.
  package var expectedMemory: Int {
    Self.expectedMemory(
      tokens: sources.reduce(0) { $0 + $1.tokenCount },
      textBytes: sources.reduce(0) { $0 + $1.textByteCount })
  }

  /// The same of documents of so many tokens and bytes of text.
  package static func expectedMemory(tokens: Int, textBytes: Int) -> Int {
    50_000_000 + textBytes * 3 + tokens * 50
  }

  /// What of the documents goes with the corpus beside its tables.
  package enum Company {
    /// Why speakers are somebody of another document, and what of the words is given.
    case reasons
    /// That, and all that it takes to add documents later.
    case documents
  }

  /// Puts the corpus together.
  ///
  /// - Parameters:
  ///   - name: What the corpus is called in headers.
  ///   - company: What goes with it.
  ///   - attachments: Further attachments.
  ///   - copies: Where else the texts of documents were found, by the ids of the documents; nil where
  ///     nobody has looked for that.
  /// - Returns: The corpus.
  /// - Throws: `AssemblyError` where a source cannot be read, there is too much for one corpus, or
  ///   the assembly is stopped.
  package func corpus(
    name: String, with company: Company, attachments: [(name: String, bytes: [UInt8])] = [],
    copies: [String: [String]]? = nil
  ) throws(AssemblyError) -> Corpus {
    let resolution = try resolution()
    var tables = Tables(company, entities: resolution.entities)
    try add(to: &tables, resolution)
    for attachment in attachments {
      tables.assembler.attach(attachment.name, FrozenArray(attachment.bytes))
    }
    tell(BuildProgress(.tables))
    return tables.finish(name: name, copies: copies)
  }

  /// Puts the corpus together, with documents behind the others that name nothing and are not kept.
  ///
  /// - Parameters:
  ///   - stream: The documents to add.
  ///   - document: Makes a document of what is read.
  ///   - name: What the corpus is called in headers.
  ///   - copies: Where else the texts of earlier documents were found.
  ///   - attachments: Further attachments, asked for when all has been read.
  /// - Returns: The corpus; nil where copies tell more of documents that have passed, so that it has
  ///   to be put together anew from a stream that was rewound.
  /// - Throws: `AssemblyError`, as above.
  package func corpus(
    adding stream: inout SourceStream, as document: (SourceDocument) -> AnnotatedDocument,
    name: String, copies: [String: [String]] = [:],
    attachments: (SourceStream) -> [(name: String, bytes: [UInt8])]
  ) throws(AssemblyError) -> Corpus? {
    let resolution = try resolution()
    var tables = Tables(.documents, entities: resolution.entities)
    try add(to: &tables, resolution)
    var progress = BuildProgress(.annotation)
    progress.byteTotal = stream.byteCount
    while let batch = stream.nextBatch(bytes: 1 << 20) {
      if isStopped() { throw .stopped }
      for source in batch {
        try tables.add(StoredDocument(document(source)), entities: [], reasons: [])
      }
      progress.documents += batch.count
      progress.bytes = stream.readByteCount
      tell(progress)
    }
    if stream.isToBeReadAgain { return nil }
    for attachment in attachments(stream) {
      tables.assembler.attach(attachment.name, FrozenArray(attachment.bytes))
    }
    tell(BuildProgress(.tables))
    return tables.finish(
      name: name,
      copies: copies.merging(stream.report.copies) { old, new in
        old + new.filter { !old.contains($0) }
      })
  }

  private func add(
    to tables: inout Tables, _ resolution: CorpusIdentity.Resolution
  ) throws(AssemblyError) {
    tables.assembler.reserve(
      tokens: sources.reduce(0) { $0 + $1.tokenCount },
      textBytes: sources.reduce(0) { $0 + $1.textByteCount })
    var progress = BuildProgress(.assembly)
    progress.documentTotal = documentTotal
    var documents = DocumentsAhead(sources)
    while let batch = try Self.reading({ () throws(ArchiveError) in try documents.next() }) {
      for stored in batch {
        if isStopped() { throw .stopped }
        let row = progress.documents
        try tables.add(
          stored, entities: resolution.indices[row], reasons: resolution.reasons[row])
        progress.documents += 1
        tell(progress)
      }
    }
  }

  private func resolution() throws(AssemblyError) -> CorpusIdentity.Resolution {
    var entities: [[DocumentEntity]] = []
    var progress = BuildProgress(.identity)
    progress.documentTotal = documentTotal
    for source in sources {
      for index in 0..<source.documentCount {
        if isStopped() { throw .stopped }
        entities.append(
          try Self.reading { () throws(ArchiveError) in try source.entities(of: index) })
        progress.documents += 1
        tell(progress)
      }
    }
    var identity = CorpusIdentity()
    return identity.resolve(entities)
  }

  private var documentTotal: Int { sources.reduce(0) { $0 + $1.documentCount } }

  private static func reading<Value>(
    _ body: () throws(ArchiveError) -> Value
  ) throws(AssemblyError) -> Value {
    do { return try body() } catch { throw .archive(error) }
  }
}

/// What grows while documents pass.
private struct Tables: ~Copyable {

  var assembler: CorpusAssembler
  private let company: CorpusAssembly.Company
  /// The records in pieces, since one long array that grows takes twice its room.
  private var records: [[UInt8]] = [[]]
  private var reasons = RowReasons.Builder()
  private var givenWords = RowReasons.Builder()
  private var names = DocumentNames()
  private var count = 0

  init(_ company: CorpusAssembly.Company, entities: [DocumentEntity]) {
    assembler = CorpusAssembler(entities: entities)
    self.company = company
  }

  mutating func add(
    _ stored: StoredDocument, entities: [UInt32], reasons own: [String?]
  ) throws(AssemblyError) {
    var document = stored.document
    let id = names.unused(document.metadata)
    let isRenamed = id != document.metadata.id
    document.metadata.id = id
    guard assembler.hasRoom(for: document) else { throw .tooLarge(documents: count) }
    assembler.add(document, entities: entities)
    reasons.add(document.quotes, own)
    givenWords.add(document.givenWords)
    if company == .documents {
      let known = isRenamed ? nil : stored.framedRecord
      if records[records.count - 1].count >= 1 << 20 { records.append([]) }
      records[records.count - 1] += known ?? ImageDocuments.record(of: document)
    }
    count += 1
  }

  consuming func finish(name: String, copies: [String: [String]]?) -> Corpus {
    if company == .documents {
      assembler.attach(ImageDocuments.attachment, FrozenArray(joining: records))
    }
    assembler.attach(RowReasons.identity, FrozenArray(reasons.bytes))
    if !givenWords.isEmpty {
      assembler.attach(RowReasons.givenWords, FrozenArray(givenWords.bytes))
    }
    return assembler.finish(name: name, copies: copies)
  }
}

/// Why a corpus cannot be put together.
package enum AssemblyError: Error, Hashable {
  /// The documents cannot be read back.
  case archive(ArchiveError)
  /// There are more documents than one corpus can hold; so many go into it.
  case tooLarge(documents: Int)
  /// It was stopped.
  case stopped
}
