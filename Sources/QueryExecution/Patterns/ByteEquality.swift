/// Compares bytes with one value, eight at a time.
///
/// Source: H. S. Warren, "Hacker's Delight", second edition, section 6-1 (the zero bytes of a word).
struct ByteEquality {

  private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  private static let first: UInt64 = 0x8080_8080_8080_8080

  private let value: UInt8
  private let pattern: UInt64

  init(_ value: UInt8) {
    self.value = value
    pattern = UInt64(value) * 0x0101_0101_0101_0101
  }

  /// Returns which of sixty-four bytes equal the value, a bit each; none behind the last byte.
  @inline(__always)
  func mask(of bytes: borrowing RawSpan, from start: Int) -> UInt64 {
    guard start + 64 <= bytes.byteCount else { return slowMask(of: bytes, from: start) }
    // Of the eight bytes in each of eight words, those that differ: word k in bit k of each byte.
    var columns: UInt64 = 0
    for word in 0..<8 {
      let own = unsafe bytes.unsafeLoadUnaligned(
        fromByteOffset: start + word * 8, as: UInt64.self)
      let difference = own.littleEndian ^ pattern
      // The sum stays within each byte.
      let differing = (((difference & Self.low) &+ Self.low) | difference) & Self.first
      columns |= differing >> UInt64(7 - word)
    }
    return ~Self.transposed(columns)
  }

  private func slowMask(of bytes: borrowing RawSpan, from start: Int) -> UInt64 {
    var mask: UInt64 = 0
    for place in 0..<max(0, min(64, bytes.byteCount - start)) {
      let byte = unsafe bytes.unsafeLoad(fromByteOffset: start + place, as: UInt8.self)
      if byte == value { mask |= 1 << UInt64(place) }
    }
    return mask
  }

  /// Returns eight by eight bits with rows and columns changed for each other.
  ///
  /// Source: Warren, section 7-3.
  @inline(__always)
  private static func transposed(_ bits: UInt64) -> UInt64 {
    var bits = bits
    var moved = (bits ^ bits >> 7) & 0x00AA_00AA_00AA_00AA
    bits ^= moved ^ moved << 7
    moved = (bits ^ bits >> 14) & 0x0000_CCCC_0000_CCCC
    bits ^= moved ^ moved << 14
    moved = (bits ^ bits >> 28) & 0x0000_0000_F0F0_F0F0
    bits ^= moved ^ moved << 28
    return bits
  }
}
