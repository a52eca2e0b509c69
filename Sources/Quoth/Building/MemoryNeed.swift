internal import Ingestion
internal import Synchronization

/// How much memory it will take to put together what has been annotated so far.
///
/// A build that cannot stay within its limit is to end when that is certain, not when all is annotated.
final class MemoryNeed: Sendable {

  private struct Counts {
    var documents = 0
    var tokens = 0
    var textBytes = 0
  }

  private let archive: DocumentArchive
  private let earlier: Counts
  private let limit: Int?
  private let counts = Mutex(Counts())

  /// Creates the need of an archive that grows, behind documents that an image holds.
  init(of archive: DocumentArchive, behind earlier: ImageDocuments?, limit: Int?) {
    self.archive = archive
    self.limit = limit
    self.earlier = Counts(
      documents: earlier?.documentCount ?? 0, tokens: earlier?.tokenCount ?? 0,
      textBytes: earlier?.textByteCount ?? 0)
  }

  /// Whether what is there takes more than is granted; cheap enough to be asked for each document.
  var isTooMuch: Bool { limit.map { expected(share: 1) > $0 } ?? false }

  /// About how many bytes all texts take, if what has been annotated is this share of them; zero as
  /// long as nothing has been.
  func expected(share: Double) -> Int {
    let new = counts.withLock { counts in
      let entries = archive.entries
      // An archive that another run has left may lose its end.
      if entries.count < counts.documents { counts = Counts() }
      for entry in entries[counts.documents...] {
        counts.tokens += entry.tokens
        counts.textBytes += entry.textBytes
      }
      counts.documents = entries.count
      return counts
    }
    guard new.documents > 0 else { return 0 }
    let scale = 1 / min(1, max(share, 1e-3))
    return CorpusAssembly.expectedMemory(
      tokens: earlier.tokens + Int(Double(new.tokens) * scale),
      textBytes: earlier.textBytes + Int(Double(new.textBytes) * scale))
  }
}
