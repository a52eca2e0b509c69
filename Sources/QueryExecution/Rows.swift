package import CorpusStore
internal import QuerySemantics

/// The rows between two operators.
package struct Rows: Sendable {

  /// What a row is.
  package enum Kind: Sendable {
    /// A row of a table.
    case table(Table)
    /// A run of tokens, given by its first and the one behind its last.
    case matches
    /// A counted group, given by its index.
    case groups(GroupTable)
  }

  /// What the rows are.
  package let kind: Kind

  /// The rows in order.
  ///
  /// A match is known by its first token.
  package var ids: [RowID]

  /// For matches, the token behind the last; otherwise empty.
  package var ends: [UInt32]

  /// Creates rows.
  package init(_ kind: Kind, _ ids: [RowID], ends: [UInt32] = []) {
    self.kind = kind
    self.ids = ids
    self.ends = ends
  }

  /// The number of rows.
  package var count: Int { ids.count }

  /// The table that attributes of a row are looked up in: for a match, that of its first token.
  var table: Table? {
    switch kind {
    case .table(let table): table
    case .matches: .tokens
    case .groups: nil
    }
  }

  /// Returns the rows at some places, in the order given.
  func picking(_ places: [Int]) -> Rows {
    Rows(kind, places.map { ids[$0] }, ends: ends.isEmpty ? [] : places.map { ends[$0] })
  }

  /// Returns the first rows.
  func prefix(_ count: Int) -> Rows {
    Rows(kind, Array(ids.prefix(count)), ends: Array(ends.prefix(count)))
  }

  /// Whether the rows ascend strictly.
  var isAscending: Bool {
    var previous: RowID?
    for id in ids {
      if let previous, previous >= id { return false }
      previous = id
    }
    return true
  }
}
