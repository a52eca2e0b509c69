/// A hash of a feature: the number of its template, and the numbers that fill it.
///
/// Each number is mixed by a multiplication (Knuth's multiplicative hash) and the sum is finished
/// as in SplitMix64 (Steele, Lea and Flood 2014), so that every bit of a row counts.
@frozen
package struct FeatureHash: Sendable {

  @usableFromInline var bits: UInt64

  /// Starts the feature of a template.
  @inlinable @inline(__always)
  package init(_ template: Int) {
    bits = UInt64(truncatingIfNeeded: template &+ 1) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Goes on with one more number.
  @inlinable @inline(__always)
  package mutating func mix(_ value: UInt64) {
    bits = ((bits << 23 | bits >> 41) ^ value) &* 0xD6E8_FEB8_6659_FD93
  }

  /// The hash with one more number.
  @inlinable @inline(__always)
  package func with(_ value: UInt64) -> FeatureHash {
    var next = self
    next.mix(value)
    return next
  }

  /// The row of a table of 2^`bits` rows.
  @inlinable @inline(__always)
  package func row(bits count: Int) -> UInt32 {
    var mixed = bits
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return UInt32(truncatingIfNeeded: (mixed ^ (mixed >> 31)) >> (64 &- UInt64(count)))
  }
}
