internal import Annotation

/// How much of a text around some words it takes to find them nowhere else in it.
///
/// Eight bytes that stand once in the text make a place the only one. How often eight bytes stand there
/// is counted by a hash of them, so that a place may get more context than it needs, but never less
/// below the limit.
struct DistinctContext {

  /// The bytes of context on each side that are tried first, and those that are enough at any rate.
  private static let (least, most) = (24, 1536)
  private static let gramLength = 8

  private let bytes: [UInt8]
  /// For each hash, whether there are none, one, or more places.
  private var counts: [UInt8]
  private let bits: UInt64

  /// Creates the context of places in a text.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var bits: UInt64 = 8
    while bits < 24, 1 << Int(bits) < bytes.count * 8 { bits += 1 }
    self.bits = bits
    counts = [UInt8](repeating: 0, count: 1 << Int(bits))
    for place in 0..<max(0, bytes.count - Self.gramLength + 1) {
      let hash = hash(at: place)
      counts[hash] = min(counts[hash] + 1, 2)
    }
  }

  private func hash(at place: Int) -> Int {
    var gram: UInt64 = 0
    for offset in 0..<Self.gramLength { gram = gram << 8 | UInt64(bytes[place + offset]) }
    // Multiplicative hashing (Knuth 1973), which wraps.
    return Int((gram &* 0x9E37_79B9_7F4A_7C15) >> (64 - bits))
  }

  /// Returns the runs of bytes before and behind a place that tell it from all others.
  func around(_ range: ByteRange) -> (before: ByteRange, behind: ByteRange) {
    let (start, end) = (Int(range.start), Int(range.end))
    var length = Self.least
    while true {
      let (first, last) = (boundary(max(0, start - length), -1), boundary(end + length, 1))
      let isWhole = first == 0 && last == bytes.count
      if length >= Self.most || isWhole || isDistinct(first..<last) {
        return (
          ByteRange(UInt32(first), range.start), ByteRange(range.end, UInt32(last))
        )
      }
      length *= 2
    }
  }

  private func isDistinct(_ range: Range<Int>) -> Bool {
    guard range.count >= Self.gramLength else { return false }
    return (range.lowerBound...range.upperBound - Self.gramLength).contains {
      counts[hash(at: $0)] == 1
    }
  }

  /// The next place between two characters in a direction.
  private func boundary(_ place: Int, _ direction: Int) -> Int {
    var place = min(place, bytes.count)
    while place > 0, place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += direction }
    return place
  }
}
