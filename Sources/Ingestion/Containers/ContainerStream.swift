internal import Annotation

/// Goes through the files in an archive, and in those that stand in it.
final class ContainerStream {

  /// What is met in an archive.
  enum Item {
    /// A file that has been read.
    case file(SourceFile)
    /// A file of many documents, which is read before anything else is asked for.
    case pieces(FilePieces)
    /// An annotation that is read with the text beside it, of the reader of that name.
    case companion(String)
    /// A file that no reader knows, by its name, or one that is encrypted.
    case unknown(String)
    /// A link to another file.
    case link
    /// What cannot be read: all of the archive, where nothing of it has been met before; `isWhole` says
    /// that it is a member of which nothing was read.
    case fault(InputError, isWhole: Bool)
  }

  /// An archive that is open.
  private struct Level {
    let reader: ArchiveReader
    /// What its texts are annotated with, and the texts that its annotations name.
    let annotations: ArchivedCompanions
    let texts: ArchivedCompanions
    /// Where it stands in another archive, and is called after what it holds.
    let place: MemberPath?
    /// The archive as it is shown.
    let origin: String
    /// Its own name.
    let name: String
    /// Whether its content is read whatever its name ends in.
    let isNamed: Bool
    /// Whether it is told already that it is cut off.
    let isCut: Bool
    /// Whether anything stands in it.
    var hasMembers = false
    /// The files in it that can be read, and the names of those that need a password.
    var openCount = 0
    var locked: [String] = []

    init(
      _ source: ArchiveReader.Source, byteCount: Int, name: String, origin: String, isNamed: Bool,
      place: MemberPath? = nil, isCut: Bool = false
    ) throws(ContainerFault) {
      reader = try ArchiveReader(source, byteCount: byteCount)
      annotations = ArchivedCompanions(.annotations, source, byteCount: byteCount)
      texts = ArchivedCompanions(.texts, source, byteCount: byteCount)
      self.place = place
      self.origin = origin
      self.name = name
      self.isNamed = isNamed
      self.isCut = isCut
    }
  }

  /// The most members of one archive.
  static let memberLimit = 4_000_000
  /// How deep archives are read that stand in one another.
  private static let depthLimit = 2

  private let options: ReadingOptions
  /// The folder that the archive lies in, where files may lie that belong to what is compressed.
  private let folder: [UInt8]?
  private var levels: [Level] = []
  private var memberCount = 0
  /// Whether the member behind which the archive stands was told to be damaged.
  private var isBehindDamage = false
  /// The member that is being read, and whether something of it is; its path is nil where it is the
  /// content of a compressed file.
  private var current: (path: String?, origin: String, isRead: Bool)?
  /// The path of the last member that was read whole.
  private var last: String?
  /// What is told next, and whether it is a member of which nothing was read.
  private var waiting: [(error: InputError, isWhole: Bool)] = []

  /// The number of files met that hold text, whether they could be read or not.
  private(set) var textCount = 0

  /// Whether something was told that could not be read.
  private(set) var hasFault = false

  /// Whether it is one compressed file, of nothing.
  private(set) var isEmpty = false

  /// How many bytes of the archive itself have been taken.
  private(set) var readByteCount = 0

  /// Opens an archive.
  ///
  /// - Parameters:
  ///   - source: Where its bytes come from, and how many there are.
  ///   - name: Its own name.
  ///   - origin: Its path as it is shown.
  ///   - isNamed: Whether the user named it.
  ///   - folder: The folder that it lies in; nil where it lies in none.
  ///   - options: What is to be read otherwise than the readers would by themselves.
  /// - Throws: `InputError` where it is none.
  init(
    _ source: (ArchiveReader.Source, byteCount: Int), name: String, origin: String, isNamed: Bool,
    folder: [UInt8]? = nil, options: ReadingOptions
  ) throws(InputError) {
    self.options = options
    self.folder = folder
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
    switch item {
    case .fault: hasFault = true
    case .file, .pieces, .companion: current?.isRead = true
    case .unknown, .link, nil: break
    }
    return item
  }

  private func nextItem() -> Item? {
    while let level = levels.last {
      defer { readByteCount = levels.first?.reader.readByteCount ?? readByteCount }
      tellDamage(of: level)
      if let item = nextWaiting() { return item }
      do {
        guard let member = try level.reader.next() else {
          close()
          continue
        }
        isBehindDamage = false
        if let item = item(of: member, in: level) { return item }
      } catch {
        close()
        // One message is enough.
        if !isBehindDamage, !level.isCut {
          let error = InputError.container(level.origin, error, last.map { .behind($0) })
          waiting.insert((error, isWhole: !level.hasMembers), at: 0)
        }
      }
    }
    return nextWaiting()
  }

  private func nextWaiting() -> Item? {
    if waiting.isEmpty { return nil }
    let (error, isWhole) = waiting.removeFirst()
    return .fault(error, isWhole: isWhole)
  }

  /// Takes in what is wrong with the member that was read, once.
  private func tellDamage(of level: Level) {
    guard let member = current else { return }
    current = nil
    guard let fault = level.reader.memberFault else {
      last = member.path ?? last
      return
    }
    isBehindDamage = true
    guard !level.isCut else { return }
    // Where the rest can be read, it is the member that is told.
    let path = level.reader.isBroken ? member.path : nil
    let error: InputError =
      path.map { .container(level.origin, fault, .inside($0)) } ?? .container(member.origin, fault)
    waiting.append((error, isWhole: !member.isRead))
  }

  /// Ends an archive, and takes in what is left to tell of it.
  private func close() {
    let level = levels.removeLast()
    if !level.hasMembers, !ContainerFormat.namesArchive(level.name), !level.reader.isDamaged {
      isEmpty = levels.isEmpty
      if !isEmpty || !level.isNamed { waiting.append((.empty(level.origin), isWhole: true)) }
    }
    if !level.locked.isEmpty {
      let members = level.openCount == 0 ? [] : level.locked
      waiting.append((.locked(level.origin, members), isWhole: false))
    }
    let lost = level.annotations.lostCount
    if lost > 0 { waiting.append((.lostAnnotations(level.origin, lost), isWhole: false)) }
  }

  private func item(of member: ArchiveReader.Member, in level: Level) -> Item? {
    memberCount += 1
    levels[levels.count - 1].hasMembers = true
    guard memberCount <= Self.memberLimit else {
      let origin = levels[0].origin
      levels = []
      return .fault(.tooManyMembers(origin, limit: Self.memberLimit), isWhole: false)
    }
    let path = MemberPath(member.path ?? Array(ContainerFormat.content(of: level.name).utf8))
    guard member.kind != .other, member.path == nil || !path.isHidden else { return nil }
    if member.kind == .link { return .link }
    if member.isEncrypted {
      levels[levels.count - 1].locked.append(path.text)
      return .unknown(path.name)
    }
    levels[levels.count - 1].openCount += 1
    if let format = office(path, level) {
      levels.removeLast()
      return .fault(.binary(level.origin, format), isWhole: true)
    }
    let isWanted = member.path == nil && level.isNamed
    guard isWanted || Ingestor.isRead(path.name, by: options.reader) else {
      return .unknown(path.name)
    }
    let origin = member.path == nil ? level.origin : "\(level.origin)/\(path.text)"
    current = (member.path == nil ? nil : path.text, origin, isRead: false)
    return read(path, origin, level)
  }

  /// Reads a member: all of it, or its beginning where it is read in pieces.
  ///
  /// Of one that is damaged the beginning is read where it is a compressed file of its own, or holds
  /// many documents: whole ones.
  private func read(_ path: MemberPath, _ origin: String, _ level: Level) -> Item? {
    let name = path.name
    var bytes = level.reader.read(options.pieceLength + 1, behind: [])
    if ContainerFormat.of(bytes.prefix(512)) != nil {
      return nested(bytes, path, origin, level)
    }
    textCount += 1
    let start = SourceFile(name: name, origin: origin, bytes: bytes, options: options)
    let reader = Ingestor.reader(of: start)
    let isRaw = current?.path == nil
    if bytes.count > options.pieceLength {
      if reader.isDivisible {
        let stream = MemberStream(level.reader, keepsRest: isRaw)
        return .pieces(FilePieces(start, from: stream, length: options.pieceLength))
      }
      bytes = level.reader.read(FileReading.limit + 1 - bytes.count, behind: bytes)
      if bytes.count > FileReading.limit {
        return .fault(.unreadable(origin, .tooLarge), isWhole: true)
      }
    }
    if let fault = level.reader.memberFault {
      if fault == .bomb { return nil }
      let whole = reader.isDivisible ? reader.boundary(in: bytes, start) : nil
      bytes.removeLast(bytes.count - (whole ?? (isRaw ? bytes.count : 0)))
      if bytes.isEmpty { return nil }
    }
    var file = SourceFile(name: name, origin: origin, bytes: bytes, options: options)
    if isOfText(file, path, level, reader) { return .companion(WebAnnotationReader.name) }
    addCompanions(to: &file, path, level, reader)
    return .file(file)
  }

  /// Whether a file is a web annotation that is about the text beside it alone, which it is called like.
  private func isOfText(
    _ file: SourceFile, _ path: MemberPath, _ level: Level, _ reader: any DocumentReader
  ) -> Bool {
    guard options.reader == nil, current?.path != nil, reader is WebAnnotationReader,
      SourceFile.pathExtension(file.name) == TextCompanions.webEnding
    else { return false }
    return file.names(ending: "txt").contains { name in
      TextCompanions.source(file.bytes, named: file.name, of: name) != nil
        && level.texts.hasText(name, beside: path)
    }
  }

  /// Gives a file what belongs to it: what stands beside it, or beside the compressed file that holds it.
  private func addCompanions(
    to file: inout SourceFile, _ path: MemberPath, _ level: Level, _ reader: any DocumentReader
  ) {
    var (level, path) = (level, path)
    if let place = level.place, current?.path == nil {
      (level, path) = (levels[levels.count - 2], place)
    } else if current?.path == nil {
      file.folder = folder
      return
    }
    for ending in TextCompanions.endings {
      file.companions["\(file.stem).\(ending)"] = level.annotations.annotation(of: path, ending)
    }
    guard reader is WebAnnotationReader else { return }
    for name in WebAnnotationReader.namedTexts(of: file) {
      file.companions[name] = level.texts.text(name, beside: path)
    }
  }

  /// Opens an archive that stands in an archive.
  private func nested(
    _ start: [UInt8], _ path: MemberPath, _ origin: String, _ level: Level
  ) -> Item? {
    guard levels.count < Self.depthLimit else {
      return .fault(.nestedTooDeep(origin), isWhole: true)
    }
    let bytes = level.reader.read(FileReading.limit + 1 - start.count, behind: start)
    if bytes.count > FileReading.limit {
      return .fault(.unreadable(origin, .tooLarge), isWhole: true)
    }
    let isCut = level.reader.memberFault != nil
    // What stands before the damage is read.
    current?.isRead = true
    tellDamage(of: level)
    do {
      levels.append(
        try Level(
          .bytes(bytes), byteCount: bytes.count, name: path.name, origin: origin, isNamed: false,
          place: MemberPath(Array(ContainerFormat.content(of: path.text).utf8)), isCut: isCut))
    } catch {
      if !isCut { waiting.append((.container(origin, error), isWhole: true)) }
    }
    return nil
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
