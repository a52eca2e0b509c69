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
      let piece = try FileReading.piece(descriptor, count - rest.count, behind: rest)
      if piece.count == rest.count { isEnded = true }
      rest = piece
    }
  }

  private func take(_ count: Int) -> Piece {
    let next = Array(rest[count...])
    rest.removeLast(rest.count - count)
    let piece = Piece(
      file: SourceFile(name: file.name, origin: file.origin, bytes: rest, firstLine: line),
      isFirst: isFirst)
    line += rest.lineCount
    isFirst = false
    rest = next
    return piece
  }
}

extension [UInt8] {

  /// The number of line ends (LF), eight bytes at a time.
  var lineCount: Int {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x7F7F_7F7F_7F7F_7F7F)
    return unsafe withUnsafeBytes { bytes in
      var (count, place) = (0, 0)
      while place + 8 <= bytes.count {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        let rest = word ^ (ones &* 0x0A)
        // The upper bit of each byte is set where any other of it is (Warren, Hacker's Delight 6-1).
        count += (~((rest & highs) &+ highs | rest | highs)).nonzeroBitCount
        place += 8
      }
      while place < bytes.count {
        if unsafe bytes[place] == 0x0A { count += 1 }
        place += 1
      }
      return count
    }
  }
}
