import Foundation

/// Reads a file of lines with little memory, whatever its size.
struct LineReader {

  private static let blockSize = 1 << 22

  /// Calls `body` with the bytes of each line, without its end.
  ///
  /// - Throws: What the system says of a file that cannot be read.
  static func forEachLine(
    of file: URL, _ body: (Span<UInt8>) throws -> Void
  ) throws {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    var rest: [UInt8] = []
    while let block = try handle.read(upToCount: blockSize), !block.isEmpty {
      rest += block
      rest.removeFirst(try forEachWholeLine(of: rest, body))
    }
    if !rest.isEmpty { try body(rest.span) }
  }

  /// Calls `body` with each line that has an end, and returns where the last of them ends.
  private static func forEachWholeLine(
    of block: [UInt8], _ body: (Span<UInt8>) throws -> Void
  ) rethrows -> Int {
    var start = 0
    let bytes = block.span
    for end in bytes.indices where bytes[end] == UInt8(ascii: "\n") {
      try body(bytes.extracting(start..<end))
      start = end + 1
    }
    return start
  }

  /// Puts the ranges of the parts between tabs into `fields`.
  static func split(_ line: Span<UInt8>, into fields: inout [Range<Int>]) {
    fields.removeAll(keepingCapacity: true)
    var start = 0
    for place in line.indices where line[place] == UInt8(ascii: "\t") {
      fields.append(start..<place)
      start = place + 1
    }
    fields.append(start..<line.count)
  }

  /// Returns the text of a part of a line.
  static func text(_ line: Span<UInt8>, _ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for place in range { bytes.append(line[place]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
