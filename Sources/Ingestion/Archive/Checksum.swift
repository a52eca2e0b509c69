/// A hash of bytes by which damage is told: FNV-1a of 64 bits (Fowler, Noll and Vo 1991).
///
/// Each step is a bijection of the state, so that no change of a single byte goes unseen. It is no
/// protection against forgery.
package struct Checksum {

  /// The hash of what has been added.
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Creates the hash of nothing.
  package init() {}

  /// Adds bytes.
  package mutating func add(_ bytes: ArraySlice<UInt8>) {
    var hash = value
    for byte in bytes {
      // Wrapping is what the hash is defined by.
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    value = hash
  }

  /// Adds a number in one step.
  package mutating func mix(_ number: UInt64) {
    value = (value ^ number) &* 0x100_0000_01b3
    value ^= value >> 29
  }

  /// Adds a number.
  package mutating func add(_ number: UInt64) {
    add((0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }[...])
  }

  /// Returns the hash of `bytes`.
  package static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var checksum = Checksum()
    checksum.add(bytes)
    return checksum.value
  }
}
