internal import CorpusStore

/// The rows that are counted: some, or all of a table, which need not be listed.
enum CountedRows {
  case all(Table, count: Int)
  case some(Rows)

  /// The number of rows.
  var count: Int {
    switch self {
    case .all(_, let count): count
    case .some(let rows): rows.count
    }
  }

  /// What a row is.
  var kind: Rows.Kind {
    switch self {
    case .all(let table, _): .table(table)
    case .some(let rows): rows.kind
    }
  }

  /// What rows are called in the plural.
  var unit: String {
    switch self {
    case .all(let table, _): table.name
    case .some(let rows): rows.unit
    }
  }

  /// What people are told of how the rows came about.
  var notes: [String] {
    switch self {
    case .all: []
    case .some(let rows): rows.notes
    }
  }

  /// Returns the rows, listed.
  func listed(_ interruption: Interruption) throws(Interrupted) -> Rows {
    switch self {
    case .all(let table, let count):
      Rows(.table(table), try interruption.list(count) { RowID(UInt32(truncatingIfNeeded: $0)) })
    case .some(let rows): rows
    }
  }
}

extension Rows {

  /// Whether no row stands before the one in front of it.
  func isSorted(_ interruption: Interruption) throws(Interrupted) -> Bool {
    let ids = ids
    return try interruption.isTrueOfNeighbours(count: ids.count) {
      ids[$0 - 1].rawValue <= ids[$0].rawValue
    }
  }
}
