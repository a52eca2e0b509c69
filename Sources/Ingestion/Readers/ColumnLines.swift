/// Goes through the lines of a text whose columns stand between tabs.
struct ColumnLines {

  /// The most columns that are told apart.
  private static let mostColumns = 10

  private let bytes: [UInt8]
  private var position = 0
  private var tabs = InlineArray<10, Int>(repeating: 0)
  private var tabCount = 0

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

  /// Whether the line holds nothing.
  var isEmpty: Bool { start == end }

  /// The number of its columns, as far as they are told apart.
  var columnCount: Int { tabCount + 1 }

  /// Goes to the next line.
  ///
  /// - Returns: Whether there is one.
  @inline(__always)
  mutating func next() -> Bool {
    let count = bytes.count
    guard position < count else { return false }
    number += 1
    start = position
    tabCount = 0
    // A copy of the reference, so that the array can be lent while the rest changes.
    let bytes = bytes
    let span = bytes.span
    let raw = unsafe span.bytes
    var index = position
    search: while index < count {
      if index + 8 <= count {
        let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
        var found = Self.controls(UInt64(littleEndian: word))
        let first = index
        while found != 0 {
          index = first + found.trailingZeroBitCount / 8
          if span[index] == 0x0A { break search }
          addTab(at: index, span[index])
          found &= found - 1
        }
        index = first + 8
      } else {
        if span[index] == 0x0A { break }
        addTab(at: index, span[index])
        index += 1
      }
    }
    position = index + 1
    end = index > start && span[index - 1] == 0x0D ? index - 1 : index
    return true
  }

  @inline(__always)
  private mutating func addTab(at place: Int, _ byte: UInt8) {
    guard byte == 0x09, tabCount < Self.mostColumns else { return }
    tabs[tabCount] = place
    tabCount += 1
  }

  /// Returns the upper bit of each of eight bytes that is a tab, a line end or less; perhaps others
  /// behind the first of them, too.
  @inline(__always)
  private static func controls(_ word: UInt64) -> UInt64 {
    // A byte below n borrows from its upper bit (Warren, Hacker's Delight 6-1); it wraps.
    (word &- 0x0B0B_0B0B_0B0B_0B0B) & ~word & 0x8080_8080_8080_8080
  }

  /// Returns where a column stands; an empty place where the line has fewer.
  @inline(__always)
  func column(_ index: Int) -> Range<Int> {
    guard index <= tabCount else { return end..<end }
    let first = index == 0 ? start : tabs[index - 1] + 1
    let last = index < tabCount ? tabs[index] : end
    return first..<max(first, last)
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
