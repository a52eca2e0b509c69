#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file of many documents as pieces, each of which ends between two documents.
final class FilePieces {

  /// A piece of the file.
  struct Piece {
    let file: SourceFile
    let isFirst: Bool
  }

  private let file: InputWalker.File
  private let length: Int
  private let descriptor: Int32
  private var rest: [UInt8] = []
  private var line = 1
  private var isFirst = true
  private var isEnded = false

  /// Opens a file whose pieces are to have about `length` bytes.
  init(_ file: InputWalker.File, length: Int) throws(SystemError) {
    self.file = file
    self.length = length
    descriptor = unsafe open(file.path.terminated, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
  }

  deinit { _ = close(descriptor) }

  /// Returns the next piece; nil at the end of the file.
  func next() throws(SystemError) -> Piece? {
    var wanted = length
    while true {
      try fill(to: wanted)
      if rest.isEmpty { return nil }
      if isEnded { return take(rest.count) }
      let boundary = Ingestor.reader(of: file.name).boundary(in: rest)
      if let boundary, !isWide { return take(boundary) }
      // Not one document ends in what has been read, or its characters are no bytes.
      guard wanted <= FileReading.limit / 2 else { throw .tooLarge }
      wanted *= 2
    }
  }

  /// Whether the file begins as UTF-16 does, of which lines cannot be told by bytes.
  private var isWide: Bool {
    isFirst && (rest.starts(with: [0xFF, 0xFE]) || rest.starts(with: [0xFE, 0xFF]))
  }

  private func fill(to count: Int) throws(SystemError) {
    while !isEnded && rest.count < count {
      let piece = try FileReading.piece(descriptor, count - rest.count)
      if piece.isEmpty { isEnded = true }
      if rest.isEmpty { rest = piece } else { rest += piece }
    }
  }

  private func take(_ count: Int) -> Piece {
    let bytes = Array(rest[..<count])
    rest.removeFirst(count)
    defer {
      line += bytes.count { $0 == 0x0A }
      isFirst = false
    }
    return Piece(
      file: SourceFile(name: file.name, origin: file.origin, bytes: bytes, firstLine: line),
      isFirst: isFirst)
  }
}
