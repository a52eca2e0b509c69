extension CodeColumn {

  /// Returns the column with other codes at some rows; `missing` stands for none.
  ///
  /// The dictionary keeps its entries, also such as no row has any more: every code means what it
  /// meant. Only the postings are made anew. A code that the dictionary has not changes nothing.
  ///
  /// - Complexity: O(*n*) in the number of rows.
  public func replacing(_ changes: [RowID: UInt32]) -> CodeColumn {
    var codes = Array(values)
    for (row, code) in changes where codes.indices.contains(row.index) {
      guard code == Self.missing || Int(code) < dictionary.count else { continue }
      codes[row.index] = code
    }
    return CodeColumn(
      codes: codes, domain: dictionary.domain, entries: dictionary.entries,
      ownCount: dictionary.ownCount)
  }

  /// Returns the column with a code for every row below `count` of the table that it refers to.
  ///
  /// Every code means what it meant; the new ones stand behind them, the lower row first, so they
  /// are the same whenever they are added.
  func reaching(rows count: Int) -> CodeColumn {
    guard dictionary.ownCount == dictionary.count else { return self }
    var isKnown = [Bool](repeating: false, count: count)
    for entry in dictionary.entries where isKnown.indices.contains(Int(entry)) {
      isKnown[Int(entry)] = true
    }
    let others = isKnown.indices.filter { !isKnown[$0] }.map { UInt32($0) }
    return CodeColumn(
      values: values,
      dictionary: ColumnDictionary(
        domain: dictionary.domain, entries: FrozenArray(dictionary.entries + others),
        ownCount: dictionary.ownCount,
        postings: dictionary.postings.adding(emptyCodes: others.count)))
  }
}
