internal import CorpusStore

/// Reads the files that a user names in batches of bounded size.
///
/// A file of many documents that is larger than a piece is read piece by piece, and an archive
/// member by member, so that memory is taken for a batch and not for all.
public struct SourceStream {

  /// The number of bytes of all files that were found.
  public let byteCount: Int

  /// What the user wants read otherwise.
  public private(set) var options: ReadingOptions

  private let files: [InputWalker.File]
  /// The first path that was named.
  private let input: String
  private var next = 0
  private var container: ContainerStream?
  private var pieces: FilePieces?
  /// The bytes of files that are done, and of the pieces of the one that is being read.
  private var doneByteCount = 0
  private var pieceByteCount = 0
  private var skippedMemberCount = 0
  /// How many annotations of brat were passed over in an archive, those left out that belong to texts.
  private var looseAnnotationCount = 0
  private var isMappedTold = false
  private var isForeignTold = false
  /// Whether all has been read once, and is read for what copies tell.
  private var isAgain = false
  /// What came through pipes, by the numbers of the files, for it comes but once.
  private var piped: [Int: Piped] = [:]

  /// What came through a pipe.
  private enum Piped {
    case bytes([UInt8])
    /// A file of lines that is longer than a piece.
    case kept(KeptBytes)
  }
  private var collection: DocumentCollection

  /// Finds the files of some paths.
  ///
  /// - Parameters:
  ///   - paths: Paths of files, which are read whatever their names end in, and of folders, in which
  ///     all files of known endings are read, those of folders inside of them too; `-` is the
  ///     standard input.
  ///   - options: What is to be read otherwise than the readers would by themselves.
  ///   - ids: Names that documents have already, which no other gets.
  ///   - earlier: Documents that those to be read may repeat.
  ///   - replaces: Whether a document can take the place of one that was returned before it.
  package init(
    _ paths: [String], options: ReadingOptions = ReadingOptions(), ids: Set<String> = [],
    behind earlier: ImageDocuments? = nil, replaces: Bool = true
  ) {
    var walker = InputWalker(reader: options.reader)
    for path in paths { walker.walk(path) }
    walker.finish()
    files = walker.files
    var options = options
    if !options.fields.isEmpty { options.mapped = MappedFields() }
    self.options = options
    input = paths.first ?? ""
    byteCount = files.reduce(0) { $0 + $1.status.size }
    collection = DocumentCollection(
      report: walker.report, ids: ids, duplicates: options.duplicates, replaces: replaces,
      behind: earlier)
  }

  /// The documents returned so far whose place later ones have taken, which are to be left out: these
  /// give more of the same text.
  package var replaced: ReplacedDocuments { collection.replaced }

  /// Whether copies tell something of documents that were returned, for which the files are to be read
  /// again.
  package var hasMore: Bool { collection.copies.hasMore }

  /// Whether documents that were returned are not what they are to be in the end.
  package var isToBeReadAgain: Bool { !isAgain && (hasMore || !replaced.isEmpty) }

  /// The numbers of the documents that were returned when reading again.
  package var repeated: [Int] { collection.copies.repeated }

  /// What is told in all of the documents of which copies tell more than they do, by their numbers: a
  /// date, a title, who published it.
  package var toldInAll: [Int: (date: Bool, title: Bool, publisher: Bool)] {
    collection.copies.toldInAll.mapValues {
      ($0.contains(.date), $0.contains(.title), !$0.isDisjoint(with: [.outlet, .url]))
    }
  }

  /// Begins to read the files again, with what is known of copies by now.
  ///
  /// - Parameter forAll: Whether all documents are returned that are kept, not only those of which
  ///   copies tell more.
  package mutating func rewind(forAll: Bool = false) {
    (next, doneByteCount, isAgain) = (0, 0, true)
    options.log = nil
    collection.rewind(forAll: forAll)
  }

  /// What came of the reading so far.
  public var report: IngestionReport { collection.report }

  /// The number of bytes read so far, of archives as they lie there.
  public var readByteCount: Int {
    doneByteCount + max(pieceByteCount, container?.readByteCount ?? 0)
  }

  /// Returns the next documents, in the order of the paths and, within folders, of the names.
  ///
  /// - Parameter length: About so many bytes of files are read.
  /// - Returns: The documents, of which there may be none; nil behind the last file.
  public mutating func nextBatch(bytes length: Int) -> [SourceDocument]? {
    if let pieces { return nextPiece(of: pieces) }
    if let container { return nextMembers(of: container, bytes: length) }
    guard next < files.count else {
      tellMapped()
      tellForeign()
      if !isToBeReadAgain { piped = [:] }
      return nil
    }
    guard files[next].isReadAtOnce(options) else { return open(files[next]) }
    let first = next
    var bytes = 0
    while next < files.count, bytes == 0 || bytes + files[next].status.size <= length,
      files[next].isReadAtOnce(options)
    {
      bytes += files[next].status.size
      next += 1
    }
    return read(Array(files[first..<next]), bytes)
  }

  /// Tells of the fields that the user names and no source has, once all has been read.
  private mutating func tellMapped() {
    guard let mapped = options.mapped, !isMappedTold, report.documentCount > 0 else { return }
    isMappedTold = true
    for warning in mapped.warnings(of: options.fields, input: input) { collection.add(warning) }
  }

  /// Tells of the files that the reader that is asked for does not read, though others would.
  private mutating func tellForeign() {
    guard let reader = options.reader, !isForeignTold, report.documentCount > 0 else { return }
    isForeignTold = true
    let foreign = report.skippedEndings.filter { Ingestor.extensions.contains($0.key) }
    if !foreign.isEmpty { collection.add(.foreign(foreign, to: reader, input)) }
  }

  private mutating func read(_ batch: [InputWalker.File], _ bytes: Int) -> [SourceDocument] {
    let threadCount = Ingestor.threadCount(for: bytes, worthwhileAbove: 1 << 20)
    let options = options
    let readings = ParallelMap.run(batch, threadCount: threadCount) { file in
      Result { () throws(InputError) in try Ingestor.read(file, options) }
    }
    doneByteCount += bytes
    var documents: [SourceDocument] = []
    for (file, reading) in zip(batch, readings) {
      documents += take(reading, isNamed: file.isNamed)
    }
    return documents
  }

  private mutating func take(
    _ reading: Result<Reading, InputError>, isNamed: Bool
  ) -> [SourceDocument] {
    switch reading {
    case .success(let reading): return add(reading)
    case .failure(let error):
      add(error, isNamed: isNamed, isWhole: true)
      return []
    }
  }

  private mutating func add(_ reading: Reading, isWholeFile: Bool = true) -> [SourceDocument] {
    isAgain
      ? collection.addAgain(reading) : collection.add(reading, isWholeFile: isWholeFile)
  }

  private mutating func add(_ error: InputError, isNamed: Bool, isWhole: Bool = false) {
    if !isAgain { collection.add(error, isNamed: isNamed, isWhole: isWhole) }
  }

  /// Ends the file that is being read; `isWhole` says that nothing of it was.
  private mutating func close(with error: InputError? = nil, isWhole: Bool = false) {
    if let error { add(error, isNamed: files[next].isNamed, isWhole: isWhole) }
    (pieces, container, pieceByteCount) = (nil, nil, 0)
    doneByteCount += files[next].status.size
    next += 1
  }
}

// MARK: Files that are not read at once

extension SourceStream {

  /// Begins to read a file that is an archive, a pipe, or large.
  private mutating func open(_ file: InputWalker.File) -> [SourceDocument] {
    do {
      if file.status.kind == .other { return try readPipe(file) }
      // What the system says of a file is told better than by a library.
      let stream = try FileStream(file)
      let source = (ArchiveReader.Source.path(file.path), byteCount: file.status.size)
      if file.isContainer { return try openContainer(source, file) }
      let start = SourceFile(
        name: file.readName, origin: file.origin,
        bytes: try stream.read(options.pieceLength + 1, behind: []), options: options)
      if ContainerFormat.of(start.bytes.prefix(512)) != nil {
        return try openContainer(source, file)
      }
      guard Ingestor.reader(of: start).isDivisible else {
        let documents = take(.success(try Ingestor.read(file, options)), isNamed: file.isNamed)
        close()
        return documents
      }
      pieces = FilePieces(start, from: stream, length: options.pieceLength)
    } catch {
      close(with: error, isWhole: true)
    }
    return []
  }

  /// Reads what comes through a pipe: a long file of many documents piece by piece, any other at once.
  private mutating func readPipe(_ file: InputWalker.File) throws(InputError) -> [SourceDocument] {
    switch piped[next] {
    case .bytes(let bytes): return try readPiped(bytes, file)
    case .kept(let copy):
      copy.rewind()
      let start = try copy.read(options.pieceLength + 1, behind: [])
      pieces = FilePieces(start.source(of: file, options), from: copy, length: options.pieceLength)
      return []
    case nil: break
    }
    let stream = try FileStream(file)
    var bytes = try stream.read(65_536, behind: [])
    if BinaryFormat.isImage(bytes) { throw .image(file.origin) }
    bytes = try stream.read(max(0, options.pieceLength + 1 - bytes.count), behind: bytes)
    let start = bytes.source(of: file, options)
    guard bytes.count > options.pieceLength, ContainerFormat.of(bytes.prefix(512)) == nil,
      Ingestor.reader(of: start).isDivisible
    else {
      bytes = try stream.rest(behind: bytes)
      piped[next] = .bytes(bytes)
      return try readPiped(bytes, file)
    }
    // Who keeps all copies asks for nothing twice.
    var copy: KeptBytes?
    if options.duplicates != .keep { copy = try KeptBytes(of: file.origin) }
    if let copy { piped[next] = .kept(copy) }
    pieces = FilePieces(
      start, from: try PipeStream(stream, behind: bytes, to: copy), length: options.pieceLength)
    return []
  }

  private mutating func readPiped(
    _ bytes: [UInt8], _ file: InputWalker.File
  ) throws(InputError) -> [SourceDocument] {
    if ContainerFormat.of(bytes.prefix(512)) != nil {
      return try openContainer((.bytes(bytes), byteCount: bytes.count), file)
    }
    let documents = add(try Ingestor.checked(bytes.source(of: file, options)))
    close()
    return documents
  }

  private mutating func openContainer(
    _ source: (ArchiveReader.Source, byteCount: Int), _ file: InputWalker.File
  ) throws(InputError) -> [SourceDocument] {
    container = try ContainerStream(
      source, name: file.name, origin: file.origin, isNamed: file.isNamed,
      folder: file.folder, options: options)
    skippedMemberCount = 0
    return []
  }

  private mutating func nextPiece(of pieces: FilePieces) -> [SourceDocument] {
    do {
      if let piece = try pieces.next() {
        // Of a pipe nobody knows how much it will be.
        if container == nil, files[next].status.kind == .file { pieceByteCount += piece.byteCount }
        return add(piece.reading, isWholeFile: piece.isFirst)
      }
      endPieces(with: nil)
    } catch {
      endPieces(with: error)
    }
    return []
  }

  private mutating func endPieces(with error: InputError?) {
    guard container != nil else { return close(with: error) }
    if let error { add(error, isNamed: false) }
    pieces = nil
  }

  /// Reads the next members of an archive.
  private mutating func nextMembers(
    of container: ContainerStream, bytes length: Int
  ) -> [SourceDocument] {
    var (batch, bytes, faults) = ([SourceFile](), 0, [(error: InputError, isWhole: Bool)]())
    var isEnded = false
    while bytes < length, pieces == nil, !isEnded {
      switch container.next() {
      case .file(let file):
        // Texts that are companions of an annotation count as themselves.
        for name in file.companions.keys
        where SourceFile.pathExtension(name) == StandoffReader.ending && !isAgain
          && options.reader == nil
        {
          collection.readCompanion(String(file.origin.dropLast(file.name.count)) + name)
          looseAnnotationCount -= 1
        }
        batch.append(file)
        bytes += file.bytes.count
      case .pieces(let found): pieces = found
      case .companion(let reader): if !isAgain { collection.countCompanion(of: reader) }
      case .unknown(let name):
        if !isAgain { collection.skip(name) }
        let isAnnotation = SourceFile.pathExtension(name) == StandoffReader.ending
        looseAnnotationCount += isAnnotation && options.reader == nil ? 1 : 0
        skippedMemberCount += 1
      case .link:
        if !isAgain { collection.skipLink() }
        skippedMemberCount += 1
      case .fault(let error, let isWhole): faults.append((error, isWhole))
      case nil: isEnded = true
      }
    }
    let documents = read(batch, bytes: bytes)
    for fault in faults { add(fault.error, isNamed: false, isWhole: fault.isWhole) }
    if isEnded { endContainer(container) }
    return documents
  }

  private mutating func read(_ members: [SourceFile], bytes: Int) -> [SourceDocument] {
    let threadCount = Ingestor.threadCount(for: bytes, worthwhileAbove: 1 << 20)
    let readings = ParallelMap.run(members, threadCount: threadCount) { file in
      Result { () throws(InputError) in try Ingestor.checked(file) }
    }
    return readings.flatMap { take($0, isNamed: false) }
  }

  private mutating func endContainer(_ container: ContainerStream) {
    let file = files[next]
    if looseAnnotationCount > 0, !isAgain {
      collection.add(.noTextsBeside(in: file.origin, count: looseAnnotationCount))
    }
    looseAnnotationCount = 0
    let isBare = container.textCount == 0 && !container.hasFault && file.isNamed
    let error: InputError =
      container.isEmpty
      ? .empty(file.origin) : .noTextsInArchive(file.origin, skipped: skippedMemberCount)
    close(with: isBare ? error : nil)
  }
}

extension InputWalker.File {

  /// Whether the file is small, or one document, and no archive.
  fileprivate func isReadAtOnce(_ options: ReadingOptions) -> Bool {
    status.kind == .file && status.size <= options.pieceLength && !isContainer
  }
}

extension [UInt8] {

  /// The bytes as those of a file that comes through a pipe.
  fileprivate func source(of file: InputWalker.File, _ options: ReadingOptions) -> SourceFile {
    SourceFile(name: file.name, origin: file.origin, bytes: self, options: options)
  }
}
