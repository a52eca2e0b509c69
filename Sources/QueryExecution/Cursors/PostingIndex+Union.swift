internal import CorpusStore

extension PostingIndex {

  /// Returns the rows at which any of some codes stands, ascending, each once.
  func rows(
    ofAny codes: [UInt32], count rowCount: Int, _ interruption: Interruption
  ) throws(Interrupted) -> FrozenArray<RowID> {
    if codes.count == 1 { return rows(of: Int(codes[0])) }
    let total = codes.reduce(0) { $0 + count(of: Int($1)) }
    // To read the bits of all rows costs less than to sort, once one row in a thousand is there.
    guard total > rowCount / 1024 else {
      var rows: [RowID] = []
      rows.reserveCapacity(total)
      for code in codes { rows += self.rows(of: Int(code)) }
      rows.sort()
      return FrozenArray(rows.withoutRepeats())
    }
    var found = Bitmap(count: rowCount)
    for code in codes {
      let rows = rows(of: Int(code))
      try interruption.forEachStretch(of: rows.indices) { stretch in
        let rows = rows.span
        for place in stretch { found.insert(rows[place].index) }
      }
    }
    return FrozenArray(try found.rows(interruption))
  }
}

extension [RowID] {

  /// Returns the rows of an ascending list, each once.
  func withoutRepeats() -> [RowID] {
    var result: [RowID] = []
    result.reserveCapacity(count)
    for row in self where result.last != row { result.append(row) }
    return result
  }
}
