/// The distinct strings of a corpus, each known by its symbol.
///
/// Strings that differ only in case or accents share a *fold*: a symbol of their folded form, which
/// is in the pool too. So a look-up that ignores case is one look-up of the folded form.
public struct StringPool: Sendable {

  let bytes: FrozenArray<UInt8>
  let offsets: FrozenArray<UInt32>
  let folds: FrozenArray<Symbol>
  /// Open addressing over the strings, by hash; `UInt32.max` is a free slot.
  let slots: FrozenArray<UInt32>
  /// For each symbol that is a fold, the symbols that fold to it, by the fold's index.
  let folded: PostingIndex

  /// The number of strings.
  public var count: Int { offsets.count - 1 }

  /// Returns the string of a symbol.
  public subscript(symbol: Symbol) -> String {
    String(decoding: bytes(of: symbol), as: UTF8.self)
  }

  /// Returns the UTF-8 bytes of a symbol's string.
  public func bytes(of symbol: Symbol) -> FrozenArray<UInt8> {
    bytes.extracting(Int(offsets[symbol.index])..<Int(offsets[symbol.index + 1]))
  }

  /// Lends the UTF-8 bytes of a symbol's string.
  @_lifetime(borrow self)
  public func span(of symbol: Symbol) -> Span<UInt8> {
    bytes.span.extracting(Int(offsets[symbol.index])..<Int(offsets[symbol.index + 1]))
  }

  /// Returns the number of bytes of a symbol's string.
  func length(of symbol: Symbol) -> UInt32 { offsets[symbol.index + 1] - offsets[symbol.index] }

  /// Returns the symbol of the folded form of a symbol's string.
  public func fold(of symbol: Symbol) -> Symbol { folds[symbol.index] }

  /// Returns the symbol of exactly `text`, if the pool holds it.
  public func symbol(of text: String) -> Symbol? {
    let key = Array(text.utf8)
    return StringTable.find(
      key.span, hash: StringTable.hash(key.span), slots: slots.span, offsets: offsets.span,
      bytes: bytes.span
    ).map(Symbol.init)
  }

  /// Returns all symbols that equal `text` when case and accents do not count, in pool order.
  public func symbols(folding text: String) -> [Symbol] {
    guard let fold = symbol(of: TextFolding.fold(text)) else { return [] }
    return symbols(foldingTo: fold)
  }

  /// Returns all symbols whose folded form is `fold`, in pool order.
  public func symbols(foldingTo fold: Symbol) -> [Symbol] {
    folded.rows(of: fold.index).map { Symbol($0.rawValue) }
  }
}

/// Strings by hash: open addressing with linear probing over a shared run of bytes.
enum StringTable {

  /// The mark of a free slot.
  static let free = UInt32.max

  /// Returns a hash of `key`: its words of eight bytes, each multiplied in.
  ///
  /// Words of a language are short, so that two or three steps make the hash of one; the multiplier
  /// is that of multiplicative hashing (Knuth 1973).
  @inline(__always)
  static func hash(_ key: Span<UInt8>) -> UInt64 {
    var hash = UInt64(key.count)
    var place = 0
    while place < key.count {
      let count = min(8, key.count - place)
      // Wrapping is what the hash is defined by.
      hash = (hash ^ word(key, place, count)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      place += count
    }
    return hash
  }

  /// Returns one to eight bytes as a number, which is another for other bytes.
  @inline(__always)
  static func word(_ bytes: Span<UInt8>, _ place: Int, _ count: Int) -> UInt64 {
    let raw = unsafe bytes.bytes
    if count == 8 { return unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self) }
    guard count < 4 else {
      // The two halves may overlap.
      let low = unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt32.self)
      let high = unsafe raw.unsafeLoadUnaligned(fromByteOffset: place + count - 4, as: UInt32.self)
      return UInt64(low) | UInt64(high) << 32
    }
    let (first, middle) = (UInt64(bytes[place]), UInt64(bytes[place + count / 2]))
    return first | middle << 8 | UInt64(bytes[place + count - 1]) << 16
  }

  /// Returns the index of `key`, or nil where no slot holds it.
  static func find(
    _ key: Span<UInt8>, hash: UInt64, slots: Span<UInt32>, offsets: Span<UInt32>,
    bytes: Span<UInt8>
  ) -> UInt32? {
    guard !slots.isEmpty else { return nil }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != free {
      if equals(key, slots[slot], offsets: offsets, bytes: bytes) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  @inline(__always)
  static func equals(
    _ key: Span<UInt8>, _ index: UInt32, offsets: Span<UInt32>, bytes: Span<UInt8>
  ) -> Bool {
    let start = Int(offsets[Int(index)])
    guard Int(offsets[Int(index) + 1]) - start == key.count else { return false }
    var place = 0
    while place < key.count {
      let count = min(8, key.count - place)
      guard word(key, place, count) == word(bytes, start + place, count) else { return false }
      place += count
    }
    return true
  }
}
