internal import CorpusStore

/// The stand-off annotations of an archive, wherever they stand in it, for the texts that ask.
///
/// The first text that asks has the archive gone through once, on a reader of its own. What is met last
/// is kept, up to a limit; where that is not all, the archive is gone through again as far as it takes.
/// So memory is bounded, and texts with annotations in the same order as theirs, or in the opposite
/// one, cost few passes.
final class ArchivedAnnotations {

  /// The ending of their names.
  private static let ending = ".ann"

  /// How often an archive is gone through before what is missing is given up.
  private static let mostPasses = 64

  private let source: ArchiveReader.Source
  private let byteCount: Int
  private let limit: Int

  private var cursor: ArchiveReader?
  /// How often the archive was gone through.
  private(set) var passes = 0
  private var memberCount = 0
  /// The paths of those that no text has asked for, hashed; nil before the first pass.
  private var waiting: Set<UInt64>?
  private var kept: [UInt64: [UInt8]] = [:]
  /// What is kept, in the order in which it was met; some may be gone.
  private var order: [UInt64] = []
  private var oldest = 0
  /// The bytes of what is kept.
  private(set) var keptByteCount = 0

  /// How many were given up, since they are damaged, too large, or lie too far from their texts.
  private(set) var lostCount = 0

  /// Begins with an archive of which nothing is known.
  ///
  /// - Parameters:
  ///   - source: Where its bytes come from.
  ///   - byteCount: How many there are.
  ///   - limit: How many bytes of annotations are kept in memory.
  init(_ source: ArchiveReader.Source, byteCount: Int, limit: Int = 64 << 20) {
    self.source = source
    self.byteCount = byteCount
    self.limit = limit
  }

  /// Looks for the annotation of a text.
  ///
  /// - Parameter path: The path of the text in the archive.
  /// - Returns: Its bytes; nil where it has none, and when the text asks again.
  func annotation(of path: MemberPath) -> [UInt8]? {
    let ending = SourceFile.pathExtension(path.name)
    guard PlainTextReader.extensions.contains(ending) else { return nil }
    let key = Self.key(path.text.dropLast(ending.count + 1) + Self.ending)
    if waiting == nil { list() }
    guard waiting?.remove(key) != nil else { return nil }
    if let bytes = kept.removeValue(forKey: key) {
      keptByteCount -= bytes.count
      return bytes
    }
    return search(key)
  }

  private static func key(_ path: String) -> UInt64 {
    XXHash64.hash(Array(path.utf8).span)
  }

  /// Goes through the archive for the first time.
  private func list() {
    waiting = []
    begin()
    while let (key, reader) = nextAnnotation() {
      if let bytes = contents(reader) {
        waiting?.insert(key)
        keep(bytes, key)
      } else {
        lostCount += 1
      }
    }
  }

  /// Goes on until an annotation is met, and behind the end from the beginning.
  private func search(_ wanted: UInt64) -> [UInt8]? {
    for isAnew in [false, true] {
      if isAnew { begin() }
      while let (key, reader) = nextAnnotation() {
        let isWanted = key == wanted
        guard isWanted || waiting?.contains(key) == true, kept[key] == nil else { continue }
        guard let bytes = contents(reader) else { continue }
        if isWanted { return bytes }
        keep(bytes, key)
      }
    }
    lostCount += 1
    return nil
  }

  private func begin() {
    passes += 1
    memberCount = 0
    cursor = passes > Self.mostPasses ? nil : try? ArchiveReader(source, byteCount: byteCount)
  }

  /// What is wrong with the archive is told by those who read its texts.
  private func nextAnnotation() -> (key: UInt64, reader: ArchiveReader)? {
    while let reader = cursor, let member = try? reader.next() {
      memberCount += 1
      if memberCount > ContainerStream.memberLimit { break }
      guard member.kind == .file, !member.isEncrypted, let bytes = member.path else { continue }
      let path = MemberPath(bytes)
      guard !path.isHidden, path.name.hasSuffix(Self.ending) else { continue }
      return (Self.key(path.text), reader)
    }
    cursor = nil
    return nil
  }

  private func contents(_ reader: ArchiveReader) -> [UInt8]? {
    let bytes = reader.read(limit + 1, behind: [])
    return reader.memberFault == nil && bytes.count <= limit ? bytes : nil
  }

  /// Keeps an annotation, and lets go of those that were met long ago.
  private func keep(_ bytes: [UInt8], _ key: UInt64) {
    keptByteCount += bytes.count - (kept.updateValue(bytes, forKey: key)?.count ?? 0)
    order.append(key)
    while keptByteCount > limit, oldest < order.count {
      keptByteCount -= kept.removeValue(forKey: order[oldest])?.count ?? 0
      oldest += 1
    }
    if oldest > order.count / 2 {
      order.removeFirst(oldest)
      oldest = 0
    }
  }
}
