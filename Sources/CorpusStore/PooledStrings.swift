/// The strings of a dictionary, or what they are folded to, where they lie in the pool.
public struct PooledStrings: Sendable {

  /// The bytes of all strings of the pool.
  public let bytes: FrozenArray<UInt8>

  @usableFromInline
  let offsets: FrozenArray<UInt32>
  @usableFromInline
  let entries: FrozenArray<UInt32>
  /// What each string of the pool is folded to; nil where strings are read as they stand.
  @usableFromInline
  let folds: FrozenArray<Symbol>?

  /// The number of strings.
  @inlinable
  public var count: Int { entries.count }

  /// Returns where the string of a code lies in `bytes`.
  @inlinable
  public func range(of code: Int) -> Range<Int> {
    let own = Int(entries[code])
    let symbol = folds.map { $0[own].index } ?? own
    return Int(offsets[symbol])..<Int(offsets[symbol + 1])
  }

  /// Lends the bytes of the string of a code.
  @_lifetime(borrow self)
  @inlinable
  public func span(of code: Int) -> Span<UInt8> { bytes.span.extracting(range(of: code)) }
}

extension StringPool {

  /// Returns the strings of a dictionary, as they stand or folded; nil where its codes stand for none.
  public func strings(of dictionary: ColumnDictionary, areFolded: Bool) -> PooledStrings? {
    guard case .symbols = dictionary.domain else { return nil }
    return PooledStrings(
      bytes: bytes, offsets: offsets, entries: dictionary.entries, folds: areFolded ? folds : nil)
  }
}
