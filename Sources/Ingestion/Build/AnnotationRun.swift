package import Annotation
internal import CorpusStore
internal import Synchronization

/// Annotates what a stream reads on all cores, batch by batch, into an archive.
///
/// Documents that an earlier run has put there are passed over as long as their sources are the
/// same; from the first on that differs, they are made anew.
package struct AnnotationRun: Sendable {

  /// The number of bytes of text that are annotated before they are stored; some seconds of work.
  private static let batchLength = 4 << 20

  private let annotate: @Sendable (SourceDocument) -> AnnotatedDocument
  private let isStopped: @Sendable () -> Bool
  private let tell: @Sendable (BuildProgress) -> Void

  /// Creates a run.
  ///
  /// - Parameters:
  ///   - isStopped: Whether the run shall end; it is asked often, by several threads.
  ///   - tell: Takes how far the run is, after each document, on any thread.
  ///   - annotate: Annotates a document; several threads call it at the same time.
  package init(
    isStopped: @escaping @Sendable () -> Bool,
    tell: @escaping @Sendable (BuildProgress) -> Void,
    annotate: @escaping @Sendable (SourceDocument) -> AnnotatedDocument
  ) {
    self.annotate = annotate
    self.isStopped = isStopped
    self.tell = tell
  }

  /// Adds all documents of a stream to an archive.
  ///
  /// - Parameters:
  ///   - stream: The documents.
  ///   - archive: Where they are stored.
  ///   - first: How many documents stand there before them.
  /// - Returns: Whether all were added; what was done when the run was stopped is kept.
  /// - Throws: `ArchiveError` where the archive cannot be written.
  package func run(
    _ stream: inout SourceStream, into archive: DocumentArchive, behind first: Int = 0
  ) throws(ArchiveError) -> Bool {
    var progress = BuildProgress(.annotation)
    progress.byteTotal = stream.byteCount
    var kept: Int? = first
    while !isStopped() {
      let before = stream.readByteCount
      guard let documents = stream.nextBatch(bytes: Self.batchLength) else {
        try archive.keep(first + progress.documents)
        return true
      }
      let new = documents.dropFirst(try keep(&kept, documents, archive))
      let share = Share(
        bytes: stream.readByteCount - before, of: documents, done: documents.count - new.count)
      progress.documents += share.done
      progress.bytes = before + share.bytes(done: share.done)
      if kept != nil { progress.keptBytes = progress.bytes }
      guard try add(Array(new), share, &progress, archive) else { return false }
      progress.bytes = stream.readByteCount
      if kept != nil { progress.keptBytes = progress.bytes }
      tell(progress)
    }
    return false
  }

  /// Returns how many of the next documents are in the archive already; `kept` is the number found
  /// there so far, nil from the first on that was not.
  private func keep(
    _ kept: inout Int?, _ documents: [SourceDocument], _ archive: DocumentArchive
  ) throws(ArchiveError) -> Int {
    guard let first = kept else { return 0 }
    var count = 0
    for document in documents {
      guard first + count < archive.entries.count,
        archive.entries[first + count].source == document.checksum
      else {
        try archive.keep(first + count)
        kept = nil
        return count
      }
      count += 1
    }
    kept = first + count
    return count
  }

  /// Annotates documents and adds them, in parts that are soon done.
  private func add(
    _ documents: [SourceDocument], _ share: Share, _ progress: inout BuildProgress,
    _ archive: DocumentArchive
  ) throws(ArchiveError) -> Bool {
    var rest = documents[...]
    var (done, start) = (share.done, progress.bytes - share.bytes(done: share.done))
    start = max(0, start)
    while !rest.isEmpty {
      var (count, bytes) = (0, 0)
      for document in rest where count == 0 || bytes < Self.batchLength {
        bytes += document.text.bytes.count
        count += 1
      }
      let batch = Array(rest.prefix(count))
      let records = records(of: batch, progress, share, done, start)
      try archive.append(records)
      guard records.count == batch.count else { return false }
      done += count
      progress.documents += count
      progress.bytes = start + share.bytes(done: done)
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Annotates documents on all cores; fewer come back when the run is stopped.
  private func records(
    of batch: [SourceDocument], _ progress: BuildProgress, _ share: Share, _ done: Int, _ start: Int
  ) -> [[UInt8]] {
    let counter = Counter()
    let bytes = batch.reduce(0) { $0 + $1.text.bytes.count }
    let threads = Ingestor.threadCount(for: bytes, worthwhileAbove: 16 << 10)
    let (annotate, isStopped, tell) = (annotate, isStopped, tell)
    // Long ones first, so that no thread is left with one while the others have nothing to do; else in
    // their order, since what is done when the run is stopped is kept up to the first that is not.
    let long = bytes / (16 * max(1, threads))
    let parted = batch.indices.filter { batch[$0].text.bytes.count > long }
    let order = parted + batch.indices.filter { batch[$0].text.bytes.count <= long }
    let made = ParallelMap.run(order, threadCount: threads) { index -> [UInt8] in
      guard !isStopped() else { return [] }
      let document = batch[index]
      let record = DocumentArchive.record(of: annotate(document), source: document.checksum)
      let count = counter.next()
      var progress = progress
      progress.documents += count
      progress.bytes = start + share.bytes(done: done + count)
      tell(progress)
      return record
    }
    var records = [[UInt8]](repeating: [], count: batch.count)
    for (index, record) in zip(order, made) { records[index] = record }
    return Array(records.prefix { !$0.isEmpty })
  }
}

/// The bytes of files that a batch stands for, shared out among its documents.
private struct Share: Sendable {

  let done: Int
  private let bytes: Int
  private let count: Int

  init(bytes: Int, of documents: [SourceDocument], done: Int) {
    self.bytes = bytes
    self.done = done
    count = max(1, documents.count)
  }

  /// The bytes that so many documents stand for.
  func bytes(done: Int) -> Int { bytes / count * done }
}

/// Counts on several threads.
private final class Counter: Sendable {
  private let count = Atomic(0)
  func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).newValue }
}

extension SourceDocument {

  /// What tells this source from others: a hash of its text, and of all that is known of it.
  var checksum: UInt64 {
    var writer = RecordWriter()
    DocumentRecord.append(metadata, to: &writer)
    writer.append(text.repairs)
    writer.append(text.edits.count)
    given?.appendIdentity(to: &writer)
    var hash = XXHash64()
    hash.update(writer.bytes.span)
    hash.update(text.bytes.span)
    return hash.finish()
  }
}
