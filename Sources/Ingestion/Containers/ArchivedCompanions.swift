internal import CorpusStore

/// The files of an archive that belong to others, wherever they stand in it: the annotations of texts that
/// are called like them, or the texts that annotations name.
///
/// The first that asks has the archive gone through once, on a reader of its own. What is met last
/// is kept, up to a limit; where that is not all, the archive is gone through again as far as it takes.
/// So memory is bounded, and texts with annotations in the same order as theirs, or in the opposite
/// one, cost few passes.
final class ArchivedCompanions {

  /// What is looked for.
  enum Kind {
    /// Files of brat and web annotations, each for the one text that is called alike.
    case annotations
    /// Texts, each for all that name it.
    case texts
  }

  /// How often an archive is gone through before what is missing is given up.
  private static let mostPasses = 64

  private let kind: Kind
  private let source: ArchiveReader.Source
  private let byteCount: Int
  private let limit: Int

  private var cursor: ArchiveReader?
  /// How often the archive was gone through.
  private(set) var passes = 0
  private var memberCount = 0
  /// The paths of those that may be asked for, hashed; nil before the first pass.
  private var waiting: Set<UInt64>?
  private var kept: [UInt64: [UInt8]] = [:]
  /// What is kept, in the order in which it was met; some may be gone.
  private var order: [UInt64] = []
  private var oldest = 0
  /// The bytes of what is kept.
  private(set) var keptByteCount = 0

  /// How many annotations of brat were given up, since they are damaged, too large, or lie too far from
  /// their texts; of texts and web annotations it is told where they are read.
  private(set) var lostCount = 0

  /// Begins with an archive of which nothing is known.
  ///
  /// - Parameters:
  ///   - kind: What is looked for.
  ///   - source: Where its bytes come from.
  ///   - byteCount: How many there are.
  ///   - limit: How many bytes of what is found are kept in memory.
  init(
    _ kind: Kind, _ source: ArchiveReader.Source, byteCount: Int, limit: Int = 64 << 20
  ) {
    self.kind = kind
    self.source = source
    self.byteCount = byteCount
    self.limit = limit
  }

  /// Looks for the annotation of a text.
  ///
  /// - Parameters:
  ///   - path: The path of the text in the archive.
  ///   - ending: The ending of the name of the annotation, in lower case.
  /// - Returns: Its bytes; nil where it has none, and when the text asks again.
  func annotation(of path: MemberPath, _ ending: String = StandoffReader.ending) -> [UInt8]? {
    let own = SourceFile.pathExtension(path.name)
    guard PlainTextReader.extensions.contains(own) else { return nil }
    return companion("\(path.text.dropLast(own.count + 1)).\(ending)")
  }

  /// Looks for a text.
  ///
  /// - Parameters:
  ///   - name: Its name; of a path or address, the last component counts.
  ///   - path: The path in the archive of what names it, which it stands beside.
  /// - Returns: Its bytes; nil where there is none.
  func text(_ name: String, beside path: MemberPath) -> [UInt8]? {
    textPath(name, beside: path).flatMap(companion)
  }

  /// Whether there is a text of a name beside what stands at a path.
  func hasText(_ name: String, beside path: MemberPath) -> Bool {
    if waiting == nil { list() }
    return textPath(name, beside: path).map { waiting?.contains(Self.key($0)) == true } ?? false
  }

  private func textPath(_ name: String, beside path: MemberPath) -> String? {
    guard let last = name.utf8.split(separator: 0x2F).last else { return nil }
    let own = MemberPath(Array(last))
    return own.isHidden ? nil : path.text.dropLast(path.name.count) + own.text
  }

  private func companion(_ path: String) -> [UInt8]? {
    let key = Self.key(path)
    let ending = SourceFile.pathExtension(path)
    if waiting == nil { list() }
    switch kind {
    case .texts:
      guard waiting?.contains(key) == true else { return nil }
      return kept[key] ?? search(key, ending)
    case .annotations:
      guard waiting?.remove(key) != nil else { return nil }
      guard let bytes = kept.removeValue(forKey: key) else { return search(key, ending) }
      keptByteCount -= bytes.count
      return bytes
    }
  }

  private static func key(_ path: String) -> UInt64 {
    XXHash64.hash(Array(path.utf8).span)
  }

  /// Goes through the archive for the first time.
  private func list() {
    waiting = []
    begin()
    while let (key, ending, reader) = nextCompanion() {
      if let bytes = contents(reader) {
        if ending == TextCompanions.webEnding, bytes.count > TextCompanions.longest { continue }
        waiting?.insert(key)
        keep(bytes, key)
      } else {
        tellLost(ending)
      }
    }
  }

  /// Goes on until a file is met, and behind the end from the beginning.
  private func search(_ wanted: UInt64, _ ending: String) -> [UInt8]? {
    for isAnew in [false, true] {
      if isAnew { begin() }
      while let (key, _, reader) = nextCompanion() {
        let isWanted = key == wanted
        guard isWanted || waiting?.contains(key) == true, kept[key] == nil else { continue }
        guard let bytes = contents(reader) else { continue }
        if !isWanted || kind == .texts { keep(bytes, key) }
        if isWanted { return bytes }
      }
    }
    tellLost(ending)
    return nil
  }

  private func tellLost(_ ending: String) {
    lostCount += kind == .annotations && ending == StandoffReader.ending ? 1 : 0
  }

  private func begin() {
    passes += 1
    memberCount = 0
    cursor = passes > Self.mostPasses ? nil : try? ArchiveReader(source, byteCount: byteCount)
  }

  /// What is wrong with the archive is told by those who read its texts.
  private func nextCompanion() -> (key: UInt64, ending: String, reader: ArchiveReader)? {
    while let reader = cursor, let member = try? reader.next() {
      memberCount += 1
      if memberCount > ContainerStream.memberLimit { break }
      guard member.kind == .file, !member.isEncrypted, let bytes = member.path else { continue }
      let path = MemberPath(bytes)
      guard !path.isHidden, isWanted(path.name) else { continue }
      let text = ContainerFormat.content(of: path.text)
      let ending = SourceFile.pathExtension(text)
      guard kind == .annotations else { return (Self.key(text), ending, reader) }
      // Some systems write endings in capitals.
      return (Self.key(text.dropLast(ending.count) + ending), ending, reader)
    }
    cursor = nil
    return nil
  }

  private func isWanted(_ name: String) -> Bool {
    if ContainerFormat.namesArchive(name) { return false }
    if kind == .texts { return Ingestor.isKnown(name) }
    return SourceFile.pathExtension(name) == TextCompanions.webEnding
      || SourceFile.pathExtension(ContainerFormat.content(of: name)) == StandoffReader.ending
  }

  private func contents(_ reader: ArchiveReader) -> [UInt8]? {
    let bytes = reader.read(limit + 1, behind: [])
    guard reader.memberFault == nil, bytes.count <= limit else { return nil }
    return ArchiveReader.content(of: bytes, limit: limit)
  }

  /// Keeps what was met, and lets go of those that were met long ago.
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
