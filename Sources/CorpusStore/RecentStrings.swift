/// The symbols of short strings that were met last, so that frequent words are found again at once.
///
/// Words are as Zipf has them: a few thousand make up nine tenths of a text. Their symbols stand here by
/// the bytes themselves in a table that stays in the processor's cache, of which the pool's own does not.
struct RecentStrings {

  /// A string that is short enough to stand in a number.
  struct Key {

    /// Its bytes from the lowest on, and its length in the highest byte: no two strings have one.
    let bits: UInt64

    /// Makes a key of a string of at most seven bytes; nil for others.
    @inline(__always)
    init?(_ string: Span<UInt8>) {
      let count = string.count
      guard count <= 7 else { return nil }
      var bits = UInt64(count) << 56
      if count >= 4 {
        let raw = unsafe string.bytes
        let low = UInt32(
          littleEndian: unsafe raw.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self))
        let high = UInt32(
          littleEndian: unsafe raw.unsafeLoadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
        // The two halves may overlap.
        bits |= UInt64(low) | UInt64(high) << UInt64(8 * (count - 4))
      } else {
        for index in string.indices { bits |= UInt64(string[index]) << UInt64(8 * index) }
      }
      self.bits = bits
    }

    /// Its place in the table (multiplicative hashing, Knuth 1973, which wraps).
    @inline(__always)
    fileprivate var place: Int {
      Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> (64 - RecentStrings.bits))
    }
  }

  private static let bits: UInt64 = 12

  private struct Entry {
    var key: UInt64
    var symbol: Symbol
  }

  /// No string has the key of the free entries.
  private var entries = [Entry](
    repeating: Entry(key: .max, symbol: Symbol(0)), count: 1 << Int(bits))

  /// Returns the symbol of a string, if it is here.
  @inline(__always)
  func symbol(of key: Key) -> Symbol? {
    let entry = entries[key.place]
    return entry.key == key.bits ? entry.symbol : nil
  }

  /// Keeps the symbol of a string, in place of another's.
  mutating func keep(_ symbol: Symbol, of key: Key) {
    entries[key.place] = Entry(key: key.bits, symbol: symbol)
  }
}
