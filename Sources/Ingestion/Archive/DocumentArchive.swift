#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
package import Annotation
internal import CorpusStore
internal import Synchronization

/// A file of annotated documents to whose end documents are added: the journal of a build.
///
/// A build that was ended by force has whole records and perhaps a torn one behind them, which is
/// cut off when the archive is opened anew. One process at a time has an archive open.
package final class DocumentArchive: Sendable {

  /// What is known of a document without reading it.
  package struct Entry: Hashable, Sendable {
    /// What tells the source of the document from others.
    package let source: UInt64
    /// The number of its tokens.
    package let tokens: Int
    /// The number of bytes of its text.
    package let textBytes: Int
    let offset: Int
    let length: Int
    /// Where the document starts in the record.
    let start: Int
  }

  /// The documents in order.
  package var entries: [Entry] { state.withLock(\.entries) }

  private struct State {
    var entries: [Entry] = []
    /// Where the next record begins.
    var end = DocumentArchive.headerLength
  }

  private let descriptor: Int32
  private let state = Mutex(State())

  /// Keeps others out.
  ///
  /// A process that is about to become another one has its parent's files for a moment, and one that was
  /// stopped may be about to end: so it is tried for a fifth of a second.
  private func lock() throws(ArchiveError) {
    for attempt in 1...20 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
      guard errno == EWOULDBLOCK || errno == EINTR else { throw .system(.last) }
      if attempt < 20 { usleep(10_000) }
    }
    throw .inUse
  }

  /// Opens an archive, and makes it where it is missing.
  ///
  /// - Parameters:
  ///   - path: Where it lies.
  ///   - identity: What the documents depend on beside their sources. An archive of another
  ///     identity, or one that is no archive, is emptied.
  /// - Throws: `ArchiveError` where it cannot be opened, or another process has it open.
  package init(at path: [UInt8], identity: UInt64) throws(ArchiveError) {
    let descriptor = unsafe open(path.terminated, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system(.last) }
    self.descriptor = descriptor
    try lock()
    let header = Self.header(identity)
    if try bytes(0, Self.headerLength) == header {
      try cut(to: try scan())
    } else {
      try cut(to: 0)
      try write(header, at: 0)
    }
  }

  deinit { _ = close(descriptor) }

  /// Adds documents, which `record(of:source:)` has made records of.
  package func append(_ records: [[UInt8]]) throws(ArchiveError) {
    var bytes: [UInt8] = []
    var added: [Entry] = []
    let end = state.withLock(\.end)
    for record in records {
      added.append(
        try entry(record[...], at: end + bytes.count + RecordFrame.headerLength))
      bytes += RecordFrame.framed(record)
    }
    try write(bytes, at: end)
    state.withLock { state in
      state.end = end + bytes.count
      state.entries += added
    }
  }

  /// Takes out all documents but the first ones.
  package func keep(_ count: Int) throws(ArchiveError) {
    let end = state.withLock { state -> Int? in
      guard count < state.entries.count else { return nil }
      state.end = state.entries[count].offset - RecordFrame.headerLength
      state.entries.removeLast(state.entries.count - count)
      return state.end
    }
    if let end { try cut(to: end) }
  }

  /// Returns the record of a document.
  package static func record(of document: AnnotatedDocument, source: UInt64) -> [UInt8] {
    var writer = RecordWriter()
    writer.append(fixed: source)
    writer.append(document.tokens.count)
    writer.append(document.text.bytes.count)
    DocumentRecord.append(document, .whole, to: &writer)
    return writer.bytes
  }
}

// MARK: Reading

extension DocumentArchive: DocumentSource {

  package var documentCount: Int { entries.count }

  package var tokenCount: Int { entries.reduce(0) { $0 + $1.tokens } }

  package var textByteCount: Int { entries.reduce(0) { $0 + $1.textBytes } }

  package func entities(of index: Int) throws(ArchiveError) -> [DocumentEntity] {
    var reader = RecordReader(try content(of: index))
    do { return try DocumentRecord.entities(&reader) } catch { throw .damaged }
  }

  package func metadata(of index: Int) throws(ArchiveError) -> DocumentMetadata {
    var reader = RecordReader(try content(of: index))
    do { return try DocumentRecord.known(&reader) } catch { throw .damaged }
  }

  package func byteCount(of index: Int) -> Int { entries[index].length }

  package func stored(_ index: Int) throws(ArchiveError) -> StoredDocument {
    let content = try content(of: index)
    var reader = RecordReader(content)
    do {
      let (document, layers) = try DocumentRecord.stored(&reader)
      return StoredDocument(document, record: Array(content.prefix(layers)))
    } catch { throw .damaged }
  }

  private func content(of index: Int) throws(ArchiveError) -> ArraySlice<UInt8> {
    let entry = entries[index]
    let first = entry.offset - RecordFrame.headerLength
    let bytes = try bytes(first, RecordFrame.headerLength + entry.length)
    do {
      return try RecordFrame.record(in: bytes[...], at: 0).record.dropFirst(entry.start)
    } catch { throw .damaged }
  }

  /// Finds the records, up to the first that is torn or damaged, and returns where they end.
  private func scan() throws(ArchiveError) -> Int {
    var state = State()
    defer { self.state.withLock { [state] in $0 = state } }
    while true {
      let header = try bytes(state.end, RecordFrame.headerLength)
      guard let (length, _) = try? RecordFrame.header(header[...]) else { return state.end }
      let framed = try bytes(state.end, RecordFrame.headerLength + length)
      guard let (record, _) = try? RecordFrame.record(in: framed[...], at: 0),
        let entry = try? entry(record, at: state.end + RecordFrame.headerLength)
      else { return state.end }
      state.entries.append(entry)
      state.end += framed.count
    }
  }

  private func entry(_ record: ArraySlice<UInt8>, at offset: Int) throws(ArchiveError) -> Entry {
    var reader = RecordReader(record)
    do {
      let source = try reader.fixed(UInt64.self)
      let (tokens, textBytes) = (Int(try reader.uint32()), Int(try reader.uint32()))
      return Entry(
        source: source, tokens: tokens, textBytes: textBytes, offset: offset,
        length: record.count, start: record.count - reader.rest)
    } catch { throw .damaged }
  }
}

// MARK: The file

extension DocumentArchive {

  private static var headerLength: Int { 28 }

  /// The name of the format, its version, the identity, and a checksum of all that.
  private static func header(_ identity: UInt64) -> [UInt8] {
    var writer = RecordWriter()
    for byte in "QUOTHDOC".utf8 { writer.append(byte: byte) }
    writer.append(fixed: UInt32(2))
    writer.append(fixed: identity)
    writer.append(fixed: XXHash64.hash(writer.bytes.span))
    return writer.bytes
  }

  /// Reads a stretch of the file, of which less is there at its end.
  private func bytes(_ offset: Int, _ count: Int) throws(ArchiveError) -> [UInt8] {
    var failure: SystemError?
    let (descriptor, room) = (descriptor, min(count, max(0, try size() - offset)))
    let result = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      while filled < room {
        let start = unsafe buffer.baseAddress.map { unsafe $0 + filled }
        let read = unsafe pread(descriptor, start, room - filled, offset + filled)
        if read < 0 && errno == EINTR { continue }
        if read < 0 { failure = .last }
        guard read > 0 else { return }
        filled += read
      }
    }
    if let failure { throw .system(failure) }
    return result
  }

  private func size() throws(ArchiveError) -> Int {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= 0 else { throw .system(.last) }
    return Int(size)
  }

  private func write(_ bytes: [UInt8], at offset: Int) throws(ArchiveError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe pwrite(
          descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written,
          offset + written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .system(.last) }
      written += count
    }
  }

  private func cut(to length: Int) throws(ArchiveError) {
    guard ftruncate(descriptor, length) == 0 else { throw .system(.last) }
  }
}

/// Why an archive of documents cannot be used.
package enum ArchiveError: Error, Hashable {
  /// A call of the system failed.
  case system(SystemError)
  /// Another process is writing it.
  case inUse
  /// What is read from it is not what was written.
  case damaged
}
