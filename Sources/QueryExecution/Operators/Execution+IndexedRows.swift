internal import CorpusStore
internal import QueryPlanning

/// Rows that an index lists.
extension Execution {

  /// Whether an operator reads its rows from an index of codes.
  func isIndexed(_ operation: PlanOperation) -> Bool {
    if case .postings = operation { return true }
    if case .pairedPostings = operation { return true }
    return false
  }

  /// Returns the rows of an operator that reads them from an index of codes, ascending, each once.
  func indexedRows(_ operation: PlanOperation) throws(Interrupted) -> FrozenArray<RowID> {
    if case .postings(let attribute, let codes) = operation {
      return try rowList(attribute, codes)
    }
    if case .pairedPostings(let pair) = operation { return rowList(pair) }
    return []
  }

  /// Returns the rows at which some code of an attribute stands.
  private func rowList(
    _ attribute: Attribute, _ codes: [UInt32]
  ) throws(Interrupted) -> FrozenArray<RowID> {
    guard let postings = corpus.dictionary(of: attribute)?.postings else { return [] }
    let codes = codes.filter { Int($0) < postings.codeCount }
    return try postings.rows(
      ofAny: codes, count: corpus.rowCount(of: attribute.table), interruption)
  }

  private func rowList(_ pair: CodePair) -> FrozenArray<RowID> {
    guard let index = corpus.pairs(of: pair.first, with: pair.second) else { return [] }
    if pair.codes.count == 1, pair.partners.count == 1 {
      return index.rows(of: pair.codes[0], with: pair.partners[0])
    }
    var rows: [RowID] = []
    for code in pair.codes {
      for partner in pair.partners { rows += index.rows(of: code, with: partner) }
    }
    rows.sort()
    return FrozenArray(rows.withoutRepeats())
  }
}
