public import CorpusStore

/// Where a row of a result stands in the corpus.
public enum RowOrigin: Hashable, Sendable {
  /// A row of a table.
  case row(Table, RowID)
  /// A run of tokens.
  case match(firstToken: UInt32, endToken: UInt32)
}
