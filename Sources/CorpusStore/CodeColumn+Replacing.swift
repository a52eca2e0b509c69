extension CodeColumn {

  /// Returns the column with other codes at some rows; `missing` stands for none.
  ///
  /// The dictionary keeps its entries, also such as no row has any more: every code means what it
  /// meant. Only the postings are made anew. A code that the dictionary has not changes nothing.
  ///
  /// - Complexity: O(*n*) in the number of rows.
  public func replacing(_ changes: [RowID: UInt32]) -> CodeColumn {
    var codes = values
    for (row, code) in changes where codes.indices.contains(row.index) {
      guard code == Self.missing || Int(code) < dictionary.count else { continue }
      codes[row.index] = code
    }
    return CodeColumn(
      codes: codes,
      dictionary: ColumnDictionary(
        domain: dictionary.domain, entries: dictionary.entries,
        postings: PostingIndex(grouping: codes, codes: dictionary.count)))
  }

  private init(codes: [UInt32], dictionary: ColumnDictionary) {
    values = codes
    self.dictionary = dictionary
  }
}
