/// Goes through the lines of a text whose columns stand between tabs.
struct ColumnLines {

  private let bytes: [UInt8]
  private var position = 0

  /// The number of the line in its file, from one.
  private(set) var number: Int
  /// Where the line starts.
  private(set) var start = 0
  /// Where it ends, its line end left out.
  private(set) var end = 0

  /// Creates a view of lines, at none of them yet.
  init(_ bytes: [UInt8], firstLine: Int) {
    self.bytes = bytes
    number = firstLine - 1
  }

  /// Where it stands.
  var line: Range<Int> { start..<end }

  /// Whether the line holds nothing.
  var isEmpty: Bool { start == end }

  /// Goes to the next line.
  ///
  /// - Returns: Whether there is one.
  @inline(__always)
  mutating func next() -> Bool {
    guard position < bytes.count else { return false }
    number += 1
    start = position
    let index = lineEnd(from: position)
    position = index &+ 1
    end = index > start && bytes[index - 1] == 0x0D ? index - 1 : index
    return true
  }

  /// Returns where the next line feed stands, or the end of the text.
  @inline(__always)
  private func lineEnd(from start: Int) -> Int {
    let span = bytes.span
    let raw = unsafe span.bytes
    var index = start
    while span.count &- index >= 8 {
      let word = UInt64(
        littleEndian: unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      let marks = word.marks(of: 0x0A)
      if marks != 0 { return index &+ marks.trailingZeroBitCount &>> 3 }
      index &+= 8
    }
    while index < span.count, span[index] != 0x0A { index += 1 }
    return index
  }
}

extension [UInt8] {

  /// Returns where the last line starts that begins in one of some ways and is not the first.
  func lastLine(beginningWithOneOf beginnings: [[UInt8]]) -> Int? {
    var index = count - 1
    while index > 0 {
      if self[index - 1] == 0x0A, beginnings.contains(where: { self[index...].starts(with: $0) }) {
        return index
      }
      index -= 1
    }
    return nil
  }

  /// Whether a part of the bytes holds others.
  func holds(_ other: [UInt8], in range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while start + other.count <= range.upperBound {
      if holds(other, at: start) { return true }
      start += 1
    }
    return false
  }

  /// Whether others stand at a place.
  @inline(__always)
  func holds(_ other: [UInt8], at start: Int) -> Bool {
    guard start + other.count <= count else { return false }
    let (own, other) = (span, other.span)
    for index in other.indices where own[start + index] != other[index] { return false }
    return true
  }
}
