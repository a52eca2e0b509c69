/// Pairs of small keys, each with a number.
///
/// Open addressing with linear probing; a pair is one word, so that nothing is allocated a row. The
/// table is made of small ones that grow by themselves, so that no growth takes long.
struct PairTable {

  /// Some of the pairs.
  fileprivate struct Shard {
    var pairs: [UInt64] = []
    /// The number of each pair, plus one; 0 is a free slot.
    var numbers: [UInt32] = []
    var count = 0
  }

  private static let shardBits: UInt64 = 8

  private var shards = Array(repeating: Shard(), count: 1 << Int(shardBits))

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
    // Wrapping multiplication by the golden ratio spreads pairs that lie close (Knuth 1973).
    let hash = pair &* 0x9E37_79B9_7F4A_7C15
    return shards[Int(truncatingIfNeeded: hash >> (64 - Self.shardBits))].number(
      of: pair, hash, new: new)
  }

  @inline(__always)
  private static func half(_ key: Int64) -> UInt64 {
    key == GroupValues.missing ? 0x8000_0000 : UInt64(UInt32(truncatingIfNeeded: key))
  }
}

extension PairTable.Shard {

  mutating func number(
    of pair: UInt64, _ hash: UInt64, new: Int
  ) -> (number: Int, isNew: Bool) {
    if count * 2 >= pairs.count { grow() }
    let slot = slot(of: pair, hash)
    if numbers[slot] != 0 { return (Int(numbers[slot]) - 1, false) }
    pairs[slot] = pair
    numbers[slot] = UInt32(truncatingIfNeeded: new + 1)
    count += 1
    return (new, true)
  }

  @inline(__always)
  private func slot(of pair: UInt64, _ hash: UInt64) -> Int {
    let mask = pairs.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while numbers[slot] != 0, pairs[slot] != pair { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldPairs, oldNumbers) = (pairs, numbers)
    pairs = Array(repeating: 0, count: max(8, oldPairs.count * 2))
    numbers = Array(repeating: 0, count: pairs.count)
    for old in oldNumbers.indices where oldNumbers[old] != 0 {
      let slot = slot(of: oldPairs[old], oldPairs[old] &* 0x9E37_79B9_7F4A_7C15)
      pairs[slot] = oldPairs[old]
      numbers[slot] = oldNumbers[old]
    }
  }
}
