internal import CorpusStore

/// The documents of several sources in their order, which another thread reads while those before
/// them are worked on.
struct DocumentsAhead {

  /// The number of bytes that are read at once.
  private static let batchLength = 1 << 20

  private typealias Batch = Pending<Result<[StoredDocument], ArchiveError>>

  private let sources: [any DocumentSource]
  /// The next document that nobody reads yet: its source, and its number there.
  private var place = (source: 0, index: 0)
  private var pending: Batch?

  /// Begins to read.
  init(_ sources: [any DocumentSource]) {
    self.sources = sources
    pending = nextBatch()
  }

  /// Returns the next documents; nil behind the last.
  mutating func next() throws(ArchiveError) -> [StoredDocument]? {
    guard let batch = pending else { return nil }
    let documents = try batch.value().get()
    pending = nextBatch()
    return documents
  }

  /// Begins to read the documents from `place` on; nil behind the last.
  private mutating func nextBatch() -> Batch? {
    while place.source < sources.count, place.index >= sources[place.source].documentCount {
      place = (place.source + 1, 0)
    }
    guard place.source < sources.count else { return nil }
    let (source, first) = (sources[place.source], place.index)
    let total = source.documentCount
    var bytes = 0
    while place.index < total, bytes < Self.batchLength {
      bytes += source.byteCount(of: place.index)
      place.index += 1
    }
    let numbers = first..<place.index
    return Pending(isWorthThread: bytes >= Self.batchLength / 4) {
      Result { () throws(ArchiveError) in
        var documents: [StoredDocument] = []
        for number in numbers { documents.append(try source.stored(number)) }
        return documents
      }
    }
  }
}
