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

  /// What of the documents goes with the corpus beside its tables.
  package enum Company {
    /// Why speakers are somebody of another document.
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
  /// - Returns: The corpus.
  /// - Throws: `AssemblyError` where a source cannot be read, there is too much for one corpus, or
  ///   the assembly is stopped.
  package func corpus(
    name: String, with company: Company, attachments: [(name: String, bytes: [UInt8])] = []
  ) throws(AssemblyError) -> Corpus {
    let resolution = try resolution()
    var assembler = CorpusAssembler()
    assembler.reserve(
      tokens: sources.reduce(0) { $0 + $1.tokenCount },
      textBytes: sources.reduce(0) { $0 + $1.textByteCount })
    var records: [UInt8] = []
    var reasons = IdentityReasons.Builder()
    var names = DocumentNames()
    try visit(.assembly) { (source, index, row) throws(AssemblyError) in
      var document = try Self.reading { () throws(ArchiveError) in try source.document(index) }
      document.metadata.id = names.unused(document.metadata)
      guard assembler.hasRoom(for: document) else { throw .tooLarge(documents: row) }
      assembler.add(document, entities: resolution.indices[row])
      reasons.add(document.quotes, resolution.reasons[row])
      if company == .documents { records += ImageDocuments.record(of: document) }
    }
    if company == .documents { assembler.attach(ImageDocuments.attachment, records) }
    assembler.attach(IdentityReasons.attachment, reasons.bytes)
    for attachment in attachments { assembler.attach(attachment.name, attachment.bytes) }
    return assembler.finish(entities: resolution.entities, name: name)
  }

  private func resolution() throws(AssemblyError) -> CorpusIdentity.Resolution {
    var entities: [[DocumentEntity]] = []
    try visit(.identity) { (source, index, _) throws(AssemblyError) in
      entities.append(
        try Self.reading { () throws(ArchiveError) in try source.entities(of: index) })
    }
    var identity = CorpusIdentity()
    return identity.resolve(entities)
  }

  /// Calls `body` with each document: its source, its number there, and its row in the corpus.
  private func visit(
    _ stage: BuildProgress.Stage,
    _ body: (any DocumentSource, Int, Int) throws(AssemblyError) -> Void
  ) throws(AssemblyError) {
    var progress = BuildProgress(stage)
    progress.documentTotal = sources.reduce(0) { $0 + $1.documentCount }
    for source in sources {
      for index in 0..<source.documentCount {
        if isStopped() { throw .stopped }
        try body(source, index, progress.documents)
        progress.documents += 1
        tell(progress)
      }
    }
  }

  private static func reading<Value>(
    _ body: () throws(ArchiveError) -> Value
  ) throws(AssemblyError) -> Value {
    do { return try body() } catch { throw .archive(error) }
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

/// Annotated documents in memory.
package struct MemoryDocuments: DocumentSource {

  private let documents: [AnnotatedDocument]

  /// Creates a source of these documents.
  package init(_ documents: [AnnotatedDocument]) { self.documents = documents }

  package var documentCount: Int { documents.count }

  package var tokenCount: Int { documents.reduce(0) { $0 + $1.tokens.count } }

  package var textByteCount: Int { documents.reduce(0) { $0 + $1.text.bytes.count } }

  package func entities(of index: Int) throws(ArchiveError) -> [DocumentEntity] {
    documents[index].entities
  }

  package func document(_ index: Int) throws(ArchiveError) -> AnnotatedDocument {
    documents[index]
  }
}
