/// The symbols of short strings that were met last, so that frequent words are found again at once.
///
/// Words are as Zipf has them: a few thousand make up nine tenths of a text. Their symbols stand here by
/// the bytes themselves in a table that stays in the processor's cache, of which the pool's own does not.
struct RecentStrings {

  /// A string that is short enough to be compared as two numbers.
  struct Key: Equatable {

    /// Its first eight bytes, those behind them, and its length: no two strings have one key.
    private let first: UInt64
    private let rest: UInt64
    private let count: UInt32

    /// No string's key.
    static let none = Key(count: .max)

    private init(count: UInt32) { (first, rest, self.count) = (0, 0, count) }

    /// Makes a key of a string of at most sixteen bytes; nil for others.
    @inline(__always)
    init?(_ string: Span<UInt8>) {
      let length = string.count
      guard length <= 16 else { return nil }
      first = length > 0 ? StringTable.word(string, 0, min(8, length)) : 0
      rest = length > 8 ? StringTable.word(string, 8, length - 8) : 0
      count = UInt32(truncatingIfNeeded: length)
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
