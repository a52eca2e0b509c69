internal import Annotation

/// Goes through the files in an archive, and in those that stand in it.
final class ContainerStream {

  /// What is met in an archive.
  enum Item {
    /// A file that has been read.
    case file(SourceFile)
    /// A file of many documents, which is read before anything else is asked for.
    case pieces(FilePieces)
    /// A file that no reader knows, by its name.
    case unknown(String)
    /// What cannot be read; all of the archive, where nothing of it has been met before.
    case fault(InputError)
  }

  /// An archive that is open.
  private struct Level {
    let reader: ArchiveReader
    /// What its texts are annotated with.
    let annotations: ArchivedAnnotations
    /// The archive as it is shown.
    let origin: String
    /// Its own name.
    let name: String
    /// Whether its content is read whatever its name ends in.
    let isNamed: Bool

    init(
      _ source: ArchiveReader.Source, byteCount: Int, name: String, origin: String, isNamed: Bool
    ) throws(ContainerFault) {
      reader = try ArchiveReader(source, byteCount: byteCount)
      annotations = ArchivedAnnotations(source, byteCount: byteCount)
      self.origin = origin
      self.name = name
      self.isNamed = isNamed
    }
  }

  /// The most members of one archive.
  static let memberLimit = 4_000_000
  /// How deep archives are read that stand in one another.
  private static let depthLimit = 2

  private let options: ReadingOptions
  private let pieceLength: Int
  private var levels: [Level] = []
  private var memberCount = 0
  private var hasToldEncryption = false
  /// Whether the member behind which the archive stands was told to be damaged.
  private var isBehindDamage = false
  private var last: String?

  /// The number of files met that hold text, whether they could be read or not.
  private(set) var textCount = 0

  /// Whether something was told that could not be read.
  private(set) var hasFault = false

  /// How many bytes of the archive itself have been taken.
  private(set) var readByteCount = 0

  /// Opens an archive.
  ///
  /// - Parameters:
  ///   - source: Where its bytes come from, and how many there are.
  ///   - name: Its own name.
  ///   - origin: Its path as it is shown.
  ///   - isNamed: Whether the user named it.
  ///   - options: What is to be read otherwise than the readers would by themselves.
  ///   - pieceLength: The number of bytes from which a file of many documents is read in pieces.
  /// - Throws: `InputError` where it is none.
  init(
    _ source: (ArchiveReader.Source, byteCount: Int), name: String, origin: String, isNamed: Bool,
    options: ReadingOptions, pieceLength: Int
  ) throws(InputError) {
    self.options = options
    self.pieceLength = pieceLength
    do {
      levels = [
        try Level(
          source.0, byteCount: source.byteCount, name: name, origin: origin, isNamed: isNamed)
      ]
    } catch { throw .container(origin, error) }
  }

  /// Returns what is met next; nil at the end.
  func next() -> Item? {
    let item = nextItem()
    if case .fault = item { hasFault = true }
    return item
  }

  private func nextItem() -> Item? {
    while let level = levels.last {
      defer { readByteCount = levels.first?.reader.readByteCount ?? readByteCount }
      do {
        guard let member = try level.reader.next() else {
          levels.removeLast()
          let lost = level.annotations.lostCount
          if lost > 0 { return .fault(.lostAnnotations(level.origin, lost)) }
          continue
        }
        isBehindDamage = false
        if let item = try item(of: member, in: level) { return item }
      } catch {
        levels.removeLast()
        // One message is enough.
        if isBehindDamage { continue }
        return .fault(.container(level.origin, error, behind: last))
      }
    }
    return nil
  }

  private func item(
    of member: ArchiveReader.Member, in level: Level
  ) throws(ContainerFault) -> Item? {
    memberCount += 1
    guard memberCount <= Self.memberLimit else {
      let origin = levels[0].origin
      levels = []
      return .fault(.tooManyMembers(origin, limit: Self.memberLimit))
    }
    let path = MemberPath(member.path ?? Array(ContainerFormat.content(of: level.name).utf8))
    guard member.isFile, member.path == nil || !path.isHidden else { return nil }
    let origin = member.path == nil ? level.origin : "\(level.origin)/\(path.text)"
    if member.isEncrypted { return encrypted(level) }
    if let format = office(path, level) {
      levels.removeLast()
      return .fault(.binary(level.origin, format))
    }
    let isWanted = member.path == nil && level.isNamed || options.reader != nil
    guard isWanted || Ingestor.isKnown(path.name) else { return .unknown(path.name) }
    return try read(path, origin, level)
  }

  /// Reads a member: all of it, or its beginning where it is read in pieces.
  private func read(
    _ path: MemberPath, _ origin: String, _ level: Level
  ) throws(ContainerFault) -> Item? {
    let name = path.name
    do {
      var bytes = try level.reader.read(pieceLength + 1, behind: [])
      if ContainerFormat.of(bytes.prefix(512)) != nil {
        return try nested(bytes, name, origin, level.reader)
      }
      textCount += 1
      last = origin == level.origin ? nil : name
      if bytes.count > pieceLength {
        let start = SourceFile(name: name, origin: origin, bytes: bytes, options: options)
        if Ingestor.reader(of: start).isDivisible {
          let stream = MemberStream(level.reader, origin: origin)
          return .pieces(FilePieces(start, from: stream, length: pieceLength))
        }
        bytes = try level.reader.read(FileReading.limit + 1 - bytes.count, behind: bytes)
        if bytes.count > FileReading.limit { return .fault(.unreadable(origin, .tooLarge)) }
      }
      var file = SourceFile(name: name, origin: origin, bytes: bytes, options: options)
      if let annotation = level.annotations.annotation(of: path) {
        file.companions = [file.stem + ".ann": annotation]
      }
      return .file(file)
    } catch {
      // Where the rest can be read, it is the member that is told.
      if level.reader.isBroken { throw error }
      isBehindDamage = true
      return .fault(.container(origin, error))
    }
  }

  /// Opens an archive that stands in an archive.
  private func nested(
    _ start: [UInt8], _ name: String, _ origin: String, _ reader: ArchiveReader
  ) throws(ContainerFault) -> Item? {
    guard levels.count < Self.depthLimit else { return .fault(.nestedTooDeep(origin)) }
    let bytes = try reader.read(FileReading.limit + 1 - start.count, behind: start)
    if bytes.count > FileReading.limit { return .fault(.unreadable(origin, .tooLarge)) }
    do {
      levels.append(
        try Level(
          .bytes(bytes), byteCount: bytes.count, name: name, origin: origin, isNamed: false))
      return nil
    } catch { return .fault(.container(origin, error)) }
  }

  /// One message for all members that need a password.
  private func encrypted(_ level: Level) -> Item? {
    if hasToldEncryption { return .unknown("") }
    hasToldEncryption = true
    return .fault(.container(level.origin, .encrypted))
  }

  /// What an archive is that holds the parts of one document.
  private func office(_ path: MemberPath, _ level: Level) -> String? {
    guard memberCount == 1 || levels.count > 1 else { return nil }
    switch path.text {
    case "[Content_Types].xml": return "an office document"
    case "mimetype": return "an office document or e-book"
    default: return nil
    }
  }
}
