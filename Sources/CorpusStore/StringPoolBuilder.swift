/// Collects the strings of a corpus that is being built.
public struct StringPoolBuilder: ~Copyable {

  private var bytes: [UInt8] = []
  private var offsets: [UInt32] = [0]
  private var slots = [UInt32](repeating: StringTable.free, count: 1 << 12)
  /// The fold of each symbol; filled in when the string is first seen.
  private var folds: [Symbol] = []
  private var recent = RecentStrings()

  /// Creates an empty pool.
  public init() {}

  /// The number of strings so far.
  public var count: Int { offsets.count - 1 }

  /// Returns the symbol of `text`, adding it where it is new.
  public mutating func intern(_ text: String) -> Symbol {
    var text = text
    return text.withUTF8 { unsafe intern($0.span) }
  }

  /// Returns the symbol of a string given as UTF-8, adding it where it is new.
  ///
  /// - Complexity: O(*n*) in the length of the string, amortized.
  public mutating func intern(_ key: Span<UInt8>) -> Symbol {
    guard let short = RecentStrings.Key(key) else { return look(up: key) }
    if let symbol = recent.symbol(of: short) { return symbol }
    let symbol = look(up: key)
    recent.keep(symbol, of: short)
    return symbol
  }

  private mutating func look(up key: Span<UInt8>) -> Symbol {
    let hash = StringTable.hash(key)
    let known = StringTable.find(
      key, hash: hash, slots: slots.span, offsets: offsets.span, bytes: bytes.span)
    if let known { return Symbol(known) }
    let symbol = append(key, hash: hash)
    let fold = foldSymbol(of: symbol)
    folds[symbol.index] = fold
    return symbol
  }

  /// Returns the symbol of the folded form of a symbol's string.
  public func fold(of symbol: Symbol) -> Symbol { folds[symbol.index] }

  /// Returns the UTF-8 bytes of a symbol's string.
  func bytes(of symbol: Symbol) -> ArraySlice<UInt8> {
    bytes[Int(offsets[symbol.index])..<Int(offsets[symbol.index + 1])]
  }

  /// Returns the number of bytes of a symbol's string.
  func length(of symbol: Symbol) -> UInt32 { offsets[symbol.index + 1] - offsets[symbol.index] }

  /// Ends the building.
  public consuming func finish() -> StringPool {
    let folded = PostingIndex(grouping: folds.map(\.rawValue), codes: count)
    return StringPool(
      bytes: FrozenArray(bytes), offsets: FrozenArray(offsets), folds: FrozenArray(folds),
      slots: FrozenArray(slots), folded: folded)
  }

  private mutating func append(_ key: Span<UInt8>, hash: UInt64) -> Symbol {
    let symbol = Symbol(UInt32(count))
    for i in key.indices { bytes.append(key[i]) }
    offsets.append(UInt32(bytes.count))
    folds.append(symbol)
    if count * 2 > slots.count { grow() } else { place(symbol.rawValue, hash: hash) }
    return symbol
  }

  private mutating func foldSymbol(of symbol: Symbol) -> Symbol {
    let start = Int(offsets[symbol.index])
    let own = Array(bytes[start..<Int(offsets[symbol.index + 1])])
    let folded = TextFolding.fold(bytes: own)
    return folded == own ? symbol : intern(folded.span)
  }

  private mutating func place(_ index: UInt32, hash: UInt64) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != StringTable.free { slot = (slot + 1) & mask }
    slots[slot] = index
  }

  private mutating func grow() {
    slots = [UInt32](repeating: StringTable.free, count: slots.count * 2)
    for index in 0..<count {
      let own = Array(bytes[Int(offsets[index])..<Int(offsets[index + 1])])
      place(UInt32(index), hash: StringTable.hash(own.span))
    }
  }
}
