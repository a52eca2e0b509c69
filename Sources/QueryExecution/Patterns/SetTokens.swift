internal import CorpusStore

/// The tokens that a bracket takes, for any part of the text: as a list, or sixty-four as one word
/// of bits.
struct SetTokens: Sendable {

  private enum Source {
    /// All of them, ascending.
    case list(FrozenArray<RowID>)
    /// The tokens with one of some tags.
    case tags([UInt8], of: FrozenArray<UInt8>)
    /// The tokens with one of some forms.
    case forms(FormSet, of: FrozenArray<UInt32>)
  }

  private let source: Source

  /// The tokens of a set that takes more than one token in so many are not listed.
  private static let density = 8

  /// To read the bits of all tokens costs less than to sort, once one in so many is there.
  private static let sparseness = 1024

  init(
    _ set: FormSet, _ store: TokenStore, _ interruption: Interruption
  ) throws(Interrupted) {
    if let tags = set.tags, case .narrow(let values) = store.partsOfSpeech.values {
      source = .tags(tags.rows.map { UInt8(truncatingIfNeeded: $0.rawValue) }, of: values)
      return
    }
    let lists = set.lists(store)
    if lists.count == 1, let list = lists.first, list.count == set.tokenCount {
      source = .list(list)
    } else if lists.reduce(0, { $0 + $1.count }) > store.count / Self.density {
      source = .forms(set, of: store.forms)
    } else {
      source = .list(try Self.merged(lists, set, store, interruption))
    }
  }

  /// Returns the tokens of some lists whose forms are in a set, ascending.
  private static func merged(
    _ lists: [FrozenArray<RowID>], _ set: FormSet, _ store: TokenStore,
    _ interruption: Interruption
  ) throws(Interrupted) -> FrozenArray<RowID> {
    let sorts = lists.count > 1 && set.tokenCount <= store.count / Self.sparseness
    var bits = Bitmap(count: lists.count > 1 && !sorts ? store.count : 0)
    var rows: [RowID] = []
    rows.reserveCapacity(bits.count > 0 ? 0 : set.tokenCount)
    for list in lists {
      try interruption.forEachStretch(of: list.indices) { stretch in
        let (list, forms) = (list.span, store.forms.span)
        for place in stretch where set.contains(forms[list[place].index]) {
          if bits.count > 0 { bits.insert(list[place].index) } else { rows.append(list[place]) }
        }
      }
    }
    if sorts { rows.sort() }
    return FrozenArray(bits.count > 0 ? try bits.rows(interruption) : rows)
  }

  /// Returns the tokens within bounds, ascending.
  ///
  /// - Complexity: O(log *n*) where they are listed, otherwise O(*n*) in the number of all tokens there.
  func tokens(
    in range: Range<Int>, _ interruption: Interruption
  ) throws(Interrupted) -> FrozenArray<RowID> {
    if case .list(let list) = source { return list.within(range) }
    var rows: [RowID] = []
    try interruption.forEachStretch(of: range) { stretch in
      forEachWord(in: stretch.lowerBound >> 6..<(stretch.upperBound + 63) >> 6) { word, bits in
        var rest = bits
        while rest != 0 {
          let token = word * 64 + rest.trailingZeroBitCount
          rest &= rest - 1
          if stretch.contains(token) { rows.append(RowID(UInt32(truncatingIfNeeded: token))) }
        }
      }
    }
    return FrozenArray(rows)
  }

  /// Puts the bits of the tokens of some words of sixty-four into `bits`, from its beginning on; in a
  /// list they are looked for from a place on, which is moved on.
  func read(_ words: Range<Int>, into bits: inout [UInt64], near hint: inout Int) {
    guard case .list(let list) = source else {
      forEachWord(in: words) { bits[$0 - words.lowerBound] = $1 }
      return
    }
    for place in 0..<words.count { bits[place] = 0 }
    let rows = list.span
    let (first, end) = (words.lowerBound * 64, words.upperBound * 64)
    hint = Gallop.lowerBound(from: hint, to: rows.count) { rows[$0].index < first }
    var place = hint
    while place < rows.count, rows[place].index < end {
      let token = rows[place].index - first
      bits[token >> 6] |= 1 << UInt64(token & 63)
      place += 1
    }
  }

  /// Calls `body` with each of some words of bits, where tokens are not listed.
  @inline(__always)
  private func forEachWord(in words: Range<Int>, _ body: (Int, UInt64) -> Void) {
    switch source {
    case .tags(let tags, let values):
      let wanted = tags.map { ByteEquality($0) }
      let bytes = unsafe values.span.bytes
      for word in words {
        var mask: UInt64 = 0
        for tag in wanted { mask |= tag.mask(of: bytes, from: word * 64) }
        body(word, mask)
      }
    case .forms(let set, let forms):
      let forms = forms.span
      for word in words {
        var mask: UInt64 = 0
        for token in word * 64..<max(word * 64, min(word * 64 + 64, forms.count))
        where set.contains(forms[token]) {
          mask |= 1 << UInt64(token & 63)
        }
        body(word, mask)
      }
    case .list: break
    }
  }
}

extension FrozenArray<RowID> {

  /// Returns the part of an ascending list that lies within bounds.
  func within(_ bounds: Range<Int>) -> FrozenArray {
    if bounds.lowerBound <= 0, last.map({ $0.index < bounds.upperBound }) ?? true { return self }
    let first = firstIndex(notBelow: RowID(UInt32(clamping: bounds.lowerBound)))
    let end = firstIndex(notBelow: RowID(UInt32(clamping: bounds.upperBound)))
    return extracting(first..<Swift.max(first, end))
  }
}
