internal import Annotation

/// A file of many documents as pieces, each of which ends between two documents.
final class FilePieces {

  /// What was read of a piece.
  struct Piece {
    let reading: Reading
    let byteCount: Int
    let isFirst: Bool
  }

  /// The longest document of such a file, in bytes.
  static let documentLimit = 256 << 20

  private let stream: any ByteStream
  private let file: SourceFile
  private let reader: any DocumentReader
  /// The encoding of a file that is no Unicode and does not say what it is.
  private let page: CodePage?
  private let length: Int
  private let longest: Int
  private var rest: [UInt8]
  private var preamble: [UInt8] = []
  private var line = 1
  private var isFirst = true
  private var isEnded = false
  private var warnings: [IngestionReport.Warning] = []

  /// Begins to read in pieces.
  ///
  /// - Parameters:
  ///   - file: The beginning of the file, as it was read from the stream already.
  ///   - stream: What stands behind that.
  ///   - length: About so many bytes a piece is to have.
  ///   - longest: The longest document, in bytes.
  init(
    _ file: SourceFile, from stream: any ByteStream, length: Int, longest: Int = documentLimit
  ) {
    self.longest = longest
    self.file = SourceFile(
      name: file.name, origin: file.origin, bytes: [], options: file.options)
    self.length = length
    page = (try? file.codePage()) ?? nil
    if let page {
      self.stream = DecodedStream(file.bytes, behind: stream, page)
      reader = Ingestor.reader(of: file.decoded(by: page))
      rest = []
    } else {
      self.stream = stream
      reader = Ingestor.reader(of: file)
      rest = file.bytes
    }
  }

  /// The file as it is shown.
  var origin: String { file.origin }

  /// Returns what is read of the next piece; nil at the end of the file.
  func next() throws(InputError) -> Piece? {
    var wanted = length
    while true {
      try fill(to: wanted)
      if isFirst && warnings.isEmpty { try check() }
      if rest.isEmpty { return takeWarnings() }
      if isEnded { return takeLast() }
      let isWide = isFirst && WideEncoding(of: Array(rest.prefix(512))) != nil
      if !isWide, let boundary = boundary(in: rest) { return take(boundary) }
      // Not one document ends in what has been read, or its characters are no bytes.
      if isWide, wanted > FileReading.limit / 2 { throw .unreadable(file.origin, .tooLarge) }
      if isWide || wanted < longest {
        wanted *= 2
      } else {
        try skipLong()
        wanted = length
      }
    }
  }

  private func fill(to count: Int) throws(InputError) {
    guard !isEnded, rest.count < count else { return }
    rest = try stream.read(count - rest.count, behind: rest)
    isEnded = rest.count < count
  }

  private func check() throws(InputError) {
    if rest.isEmpty { throw .empty(file.origin) }
    if page == nil { _ = try source(rest).codePage() }
  }

  /// Takes what is left; of a file that is cut off the documents that are whole.
  private func takeLast() -> Piece? {
    guard stream.isCut else { return take(rest.count) }
    let whole = boundary(in: rest) ?? (stream.keepsRest ? rest.count : 0)
    rest.removeLast(rest.count - whole)
    return rest.isEmpty ? takeWarnings() : take(rest.count)
  }

  private func take(_ count: Int) -> Piece {
    let next = Array(rest[count...])
    rest.removeLast(rest.count - count)
    let piece = source(rest)
    if isFirst { preamble = Array(rest.prefix(reader.preambleLength(of: piece))) }
    var reading = Ingestor.read(piece, by: reader)
    // What the beginning tells goes for all of the file.
    if page != nil || isFirst { reading = reading.noting(page, of: piece) }
    reading.warnings = warnings + reading.warnings
    warnings = []
    defer {
      line += piece.bytes.lineEndCount
      isFirst = false
      rest = next
    }
    // Most characters of such an encoding are longer in UTF-8, and none is more than three times so.
    let byteCount = page == nil ? count : count / 2
    return Piece(reading: reading, byteCount: byteCount, isFirst: isFirst)
  }

  private func source(_ bytes: [UInt8]) -> SourceFile {
    SourceFile(
      name: file.name, origin: file.origin, bytes: bytes, firstLine: line, options: file.options,
      preamble: isFirst ? [] : preamble)
  }

  private func boundary(in bytes: [UInt8]) -> Int? {
    reader.boundary(in: bytes, source(isFirst ? bytes : []))
  }

  /// The warnings of a file that ended with a document too long.
  private func takeWarnings() -> Piece? {
    guard !warnings.isEmpty else { return nil }
    defer {
      warnings = []
      isFirst = false
    }
    return Piece(
      reading: Reading(documents: [], warnings: warnings), byteCount: 0, isFirst: isFirst)
  }
}

// MARK: Documents that are too long

extension FilePieces {

  /// Passes over a document that is too long, in little memory.
  private func skipLong() throws(InputError) {
    warnings.append(.tooLong(file.origin, line: line, longest >> 20))
    // In so many bytes the sign of a document's beginning may stand.
    let sign = 64
    while true {
      let dropped = max(0, rest.count - sign)
      line += Array(rest[..<dropped]).lineEndCount
      let kept = Array(rest[dropped...])
      rest = try stream.read(length, behind: kept)
      isEnded = rest.count < kept.count + length
      if let boundary = firstBoundary() {
        line += Array(rest[..<boundary]).lineEndCount
        rest = Array(rest[boundary...])
        return
      }
      if isEnded {
        rest = []
        return
      }
    }
  }

  /// Returns where the first document begins that begins in what has been read.
  private func firstBoundary() -> Int? {
    guard boundary(in: rest) != nil else { return nil }
    var (none, some) = (0, rest.count)
    while none + 1 < some {
      let middle = (none + some) / 2
      if boundary(in: Array(rest[..<middle])) == nil { none = middle } else { some = middle }
    }
    return boundary(in: Array(rest[..<some]))
  }
}

extension [UInt8] {

  /// The number of line ends: LF, or CR in a piece of a text of an old system, which has no LF.
  fileprivate var lineEndCount: Int {
    let count = lineCount
    return count > 0 ? count : self.count { $0 == 0x0D }
  }

  /// The number of line ends (LF), sixteen bytes at a time.
  var lineCount: Int {
    typealias Lanes = SIMD16<UInt8>
    return unsafe withUnsafeBytes { bytes in
      var (others, place) = (0, 0)
      while place + Lanes.scalarCount <= bytes.count {
        // Each lane counts the other bytes at its place, as far as a byte goes. The upper bit of a
        // number or of its negative is set unless it is zero (Warren, Hacker's Delight 2-12).
        var counts = Lanes()
        let end = Swift.min(
          place + 255 * Lanes.scalarCount, bytes.count - Lanes.scalarCount + 1)
        while place < end {
          let lanes = unsafe bytes.loadUnaligned(fromByteOffset: place, as: Lanes.self)
          let rest = lanes ^ Lanes(repeating: 0x0A)
          counts &+= (rest | (Lanes() &- rest)) &>> 7
          place += Lanes.scalarCount
        }
        others += counts.indices.reduce(0) { $0 + Int(counts[$1]) }
      }
      var count = place - others
      for index in place..<bytes.count where unsafe bytes[index] == 0x0A { count += 1 }
      return count
    }
  }
}
