internal import CorpusStore

/// Reads the files that a user names in batches of bounded size.
///
/// A file of many documents that is larger than a piece is read piece by piece, so that memory is
/// taken for a batch and not for all.
public struct SourceStream {

  /// The number of bytes from which a file of many documents is read in pieces.
  private static let pieceLength = 8 << 20

  /// The number of bytes of all files that were found.
  public let byteCount: Int

  /// The number of bytes read so far.
  public private(set) var readByteCount = 0

  private let files: [InputWalker.File]
  private var next = 0
  private var pieces: FilePieces?
  private var collection: DocumentCollection

  /// Finds the files of some paths.
  ///
  /// - Parameters:
  ///   - paths: Paths of files, which are read whatever their names end in, and of folders, in which
  ///     all files of known endings are read, those of folders inside of them too.
  ///   - ids: Names that documents have already, which no other gets.
  public init(_ paths: [String], ids: Set<String> = []) {
    var walker = InputWalker(extensions: Ingestor.extensions)
    for path in paths { walker.walk(path) }
    files = walker.files
    byteCount = files.reduce(0) { $0 + $1.status.size }
    collection = DocumentCollection(report: walker.report, ids: ids)
  }

  /// What came of the reading so far.
  public var report: IngestionReport { collection.report }

  /// Returns the next documents, in the order of the paths and, within folders, of the names.
  ///
  /// - Parameter length: About so many bytes of files are read.
  /// - Returns: The documents, of which there may be none; nil behind the last file.
  public mutating func nextBatch(bytes length: Int) -> [SourceDocument]? {
    if pieces != nil { return nextPiece() }
    guard next < files.count else { return nil }
    if files[next].isReadInPieces(above: Self.pieceLength) { return openPieces() }
    let first = next
    var bytes = 0
    while next < files.count, bytes == 0 || bytes + files[next].status.size <= length,
      !files[next].isReadInPieces(above: Self.pieceLength)
    {
      bytes += files[next].status.size
      next += 1
    }
    return read(Array(files[first..<next]), bytes)
  }

  private mutating func read(_ batch: [InputWalker.File], _ bytes: Int) -> [SourceDocument] {
    let threadCount = Ingestor.threadCount(for: bytes, worthwhileAbove: 1 << 20)
    let readings = ParallelMap.run(batch, threadCount: threadCount) { file in
      Result { () throws(InputError) in try Ingestor.read(file) }
    }
    readByteCount += bytes
    var documents: [SourceDocument] = []
    for (file, reading) in zip(batch, readings) {
      switch reading {
      case .success(let reading): documents += collection.add(reading)
      case .failure(let error): collection.add(error, isNamed: file.isNamed)
      }
    }
    return documents
  }

  private mutating func openPieces() -> [SourceDocument] {
    let file = files[next]
    do {
      pieces = try FilePieces(file, length: Self.pieceLength)
      return nextPiece()
    } catch {
      close(with: .unreadable(file.origin, error))
      return []
    }
  }

  private mutating func nextPiece() -> [SourceDocument] {
    guard let pieces else { return [] }
    do {
      guard let piece = try pieces.next() else {
        close(with: nil)
        return []
      }
      if piece.isFirst, let format = BinaryFormat.of(piece.file.bytes) {
        close(with: .binary(piece.file.origin, format.isEmpty ? nil : format))
        return []
      }
      readByteCount += piece.file.bytes.count
      return collection.add(Ingestor.read(piece.file), isWholeFile: piece.isFirst)
    } catch {
      close(with: .unreadable(files[next].origin, error))
      return []
    }
  }

  private mutating func close(with error: InputError?) {
    if let error { collection.add(error, isNamed: files[next].isNamed) }
    pieces = nil
    next += 1
  }
}

extension InputWalker.File {

  /// Whether the file is larger than a piece, and of a format whose documents can be read apart.
  fileprivate func isReadInPieces(above length: Int) -> Bool {
    status.kind == .file && status.size > length && Ingestor.reader(of: name).isDivisible
  }
}
