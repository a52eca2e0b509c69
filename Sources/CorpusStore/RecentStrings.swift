/// The symbols of short strings that were met last, so that frequent words are found again at once.
///
/// Words are as Zipf has them: a few thousand make up nine tenths of a text. Their symbols stand here by
/// the bytes themselves in a table that stays in the processor's cache, of which the pool's own does not.
struct RecentStrings {

  /// A string that is short enough to stand in two numbers.
  struct Key: Equatable {

    /// Its first eight bytes, from the lowest on.
    private let first: UInt64
    /// The bytes behind them, and its length in the highest: no two strings have one key.
    private let rest: UInt64

    /// No string's key.
    static let none = Key(first: .max, rest: .max)

    private init(first: UInt64, rest: UInt64) { (self.first, self.rest) = (first, rest) }

    /// Makes a key of a string of at most fifteen bytes; nil for others.
    @inline(__always)
    init?(_ string: Span<UInt8>) {
      let count = string.count
      guard count <= 15 else { return nil }
      let length = UInt64(truncatingIfNeeded: count) &<< 56
      let raw = unsafe string.bytes
      // The two halves may overlap.
      if count >= 8 {
        let low = unsafe raw.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self)
        let high = unsafe raw.unsafeLoadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
        first = UInt64(littleEndian: low)
        rest = length | (UInt64(littleEndian: high) >> UInt64(8 * (16 - count)))
      } else if count >= 4 {
        let low = unsafe raw.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self)
        let high = unsafe raw.unsafeLoadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
        first =
          UInt64(UInt32(littleEndian: low))
          | UInt64(UInt32(littleEndian: high)) << UInt64(8 * (count - 4))
        rest = length
      } else {
        var bits: UInt64 = 0
        for index in string.indices { bits |= UInt64(string[index]) << UInt64(8 * index) }
        (first, rest) = (bits, length)
      }
    }

    /// Its place in the table (multiplicative hashing, Knuth 1973, which wraps).
    @inline(__always)
    fileprivate var place: Int {
      let mixed = (first ^ (rest &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
      return Int(truncatingIfNeeded: mixed &>> (64 - RecentStrings.bits))
    }
  }

  private static let bits: UInt64 = 12

  private struct Entry {
    var key: Key
    var symbol: Symbol
  }

  private var entries = [Entry](
    repeating: Entry(key: .none, symbol: Symbol(0)), count: 1 << Int(bits))

  /// Returns the symbol of a string, if it is here.
  @inline(__always)
  func symbol(of key: Key) -> Symbol? {
    let entry = entries[key.place]
    return entry.key == key ? entry.symbol : nil
  }

  /// Keeps the symbol of a string, in place of another's.
  mutating func keep(_ symbol: Symbol, of key: Key) {
    entries[key.place] = Entry(key: key, symbol: symbol)
  }
}
