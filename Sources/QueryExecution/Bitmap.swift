package import CorpusStore

/// A set of small whole numbers, one bit each.
package struct Bitmap: Hashable, Sendable {

  private var words: [UInt64]

  /// The number of bits.
  package let count: Int

  /// Creates a set of numbers below `count`, empty or full.
  package init(count: Int, isFull: Bool = false) {
    self.count = count
    words = Array(repeating: isFull ? UInt64.max : 0, count: (count + 63) / 64)
    if isFull, count % 64 != 0 { words[words.count - 1] = (1 << UInt64(count % 64)) - 1 }
  }

  /// Whether `index` is in the set; false for what is out of bounds.
  @inline(__always)
  package func contains(_ index: Int) -> Bool {
    index < count && words[index >> 6] & (1 << UInt64(index & 63)) != 0
  }

  /// Puts `index` into the set.
  @inline(__always)
  package mutating func insert(_ index: Int) { words[index >> 6] |= 1 << UInt64(index & 63) }

  /// Puts `index` into the set if something holds, without a branch.
  @inline(__always)
  mutating func insert(_ index: Int, if holds: Bool) {
    words[index >> 6] |= (holds ? 1 : 0) << UInt64(index & 63)
  }

  /// The number of words of sixty-four bits.
  var wordCount: Int { words.count }

  /// Returns sixty-four bits; zeros behind the last.
  @inline(__always)
  func word(_ index: Int) -> UInt64 { index < words.count ? words[index] : 0 }

  /// Sets sixty-four bits.
  @inline(__always)
  mutating func setWord(_ index: Int, _ bits: UInt64) { words[index] = bits }

  /// Returns the sixty-four bits from a member on; zeros behind the last.
  @inline(__always)
  func bits(from first: Int) -> UInt64 {
    let (index, shift) = (first >> 6, UInt64(first & 63))
    // Shifts of Swift by all bits give zero, so the second word counts only where it is reached.
    return word(index) >> shift | word(index + 1) << (64 - shift)
  }

  /// Returns the sixty-four bits before a number; zeros before the first.
  @inline(__always)
  func bits(before end: Int) -> UInt64 {
    end >= 64 ? bits(from: end - 64) : end > 0 ? word(0) << UInt64(64 - end) : 0
  }

  /// Returns how many numbers from one on, up to so many, are no members.
  ///
  /// One word tells it where few are asked for, without a branch on bits that nothing foretells.
  @inline(__always)
  func gap(from first: Int, atMost limit: Int) -> Int {
    var (gap, known) = (bits(from: first).trailingZeroBitCount, 64)
    while known < limit, gap == known {
      gap += bits(from: first + known).trailingZeroBitCount
      known += 64
    }
    return min(gap, limit, max(0, count - first))
  }

  /// Returns how many numbers just before one, up to so many, are no members.
  @inline(__always)
  func gap(before end: Int, atMost limit: Int) -> Int {
    var (gap, known) = (bits(before: end).leadingZeroBitCount, 64)
    while known < limit, gap == known {
      gap += bits(before: end - known).leadingZeroBitCount
      known += 64
    }
    return min(gap, limit, end)
  }

  /// Calls `body` with the members, ascending.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) { forEach(inWords: words.indices, body) }

  /// Calls `body` with the members in some words of sixty-four bits, ascending.
  @inline(__always)
  func forEach(inWords range: Range<Int>, _ body: (Int) -> Void) {
    for index in range {
      var rest = words[index]
      while rest != 0 {
        body(index * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }

  /// Keeps what another set of the same size holds.
  mutating func formIntersection(_ other: Bitmap) {
    for index in words.indices { words[index] &= other.word(index) }
  }

  /// Adds what another set of the same size holds.
  mutating func formUnion(_ other: Bitmap) {
    for index in words.indices { words[index] |= other.word(index) }
  }

  /// What is not in the set.
  var complement: Bitmap {
    var result = Bitmap(count: count, isFull: true)
    for index in words.indices { result.words[index] &= ~words[index] }
    return result
  }

  /// The number of members.
  package var population: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The members, ascending, as rows.
  package var rows: [RowID] {
    var rows: [RowID] = []
    rows.reserveCapacity(population)
    append(words.indices, to: &rows)
    return rows
  }

  /// Returns the members, ascending, as rows; it can be stopped.
  func rows(_ interruption: Interruption) throws(Interrupted) -> [RowID] {
    var rows: [RowID] = []
    rows.reserveCapacity(population)
    try interruption.forEachStretch(of: words.indices) { append($0, to: &rows) }
    return rows
  }

  /// Appends the members that stand in some words.
  private func append(_ range: Range<Int>, to rows: inout [RowID]) {
    for index in range {
      var rest = words[index]
      while rest != 0 {
        rows.append(RowID(UInt32(index * 64 + rest.trailingZeroBitCount)))
        rest &= rest - 1
      }
    }
  }
}
