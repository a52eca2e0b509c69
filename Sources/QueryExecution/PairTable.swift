/// Pairs of small keys, each with a number.
///
/// Open addressing with linear probing; a pair is one word, so that nothing is allocated a row.
struct PairTable {

  private var pairs: [UInt64] = Array(repeating: 0, count: 1 << 10)
  /// The number of each pair, plus one; 0 is a free slot.
  private var numbers: [UInt32] = Array(repeating: 0, count: 1 << 10)
  private var count = 0

  /// Whether a key fits into a pair: into 32 bits, or it is missing.
  @inline(__always)
  static func holds(_ key: Int64) -> Bool {
    key == GroupValues.missing || (key > Int64(Int32.min) && key <= Int64(Int32.max))
  }

  /// Returns the number of a pair, which is `new` for one that was not met yet.
  ///
  /// - Precondition: the table holds both keys.
  mutating func number(
    of first: Int64, _ second: Int64, new: Int
  ) -> (number: Int, isNew: Bool) {
    let pair = Self.half(first) << 32 | Self.half(second)
    let slot = self.slot(of: pair)
    if numbers[slot] != 0 { return (Int(numbers[slot]) - 1, false) }
    pairs[slot] = pair
    numbers[slot] = UInt32(truncatingIfNeeded: new + 1)
    count += 1
    if count * 2 > pairs.count { grow() }
    return (new, true)
  }

  @inline(__always)
  private static func half(_ key: Int64) -> UInt64 {
    key == GroupValues.missing ? 0x8000_0000 : UInt64(UInt32(truncatingIfNeeded: key))
  }

  @inline(__always)
  private func slot(of pair: UInt64) -> Int {
    let mask = pairs.count - 1
    // Wrapping multiplication by the golden ratio spreads pairs that lie close (Knuth 1973).
    var slot = Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while numbers[slot] != 0, pairs[slot] != pair { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldPairs, oldNumbers) = (pairs, numbers)
    pairs = Array(repeating: 0, count: oldPairs.count * 2)
    numbers = Array(repeating: 0, count: oldPairs.count * 2)
    for old in oldNumbers.indices where oldNumbers[old] != 0 {
      let slot = slot(of: oldPairs[old])
      pairs[slot] = oldPairs[old]
      numbers[slot] = oldNumbers[old]
    }
  }
}
