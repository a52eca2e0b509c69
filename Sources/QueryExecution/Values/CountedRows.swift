internal import CorpusStore

/// The rows that are counted.
enum CountedRows {
  /// All rows of a table, which need not be listed.
  case all(Table, count: Int)
  /// Ascending rows, each once, of a list that is part of the corpus or was found in that order; matches
  /// are of one token each. They may be all that have one code at an attribute.
  case listed(Rows.Kind, FrozenArray<RowID>, of: Code?)
  /// Rows that were found.
  case some(Rows)

  /// A code of an attribute.
  struct Code {
    let attribute: Attribute
    let code: UInt32
  }

  /// The number of rows.
  var count: Int {
    switch self {
    case .all(_, let count): count
    case .listed(_, let ids, _): ids.count
    case .some(let rows): rows.count
    }
  }

  /// What a row is.
  var kind: Rows.Kind {
    switch self {
    case .all(let table, _): .table(table)
    case .listed(let kind, _, _): kind
    case .some(let rows): rows.kind
    }
  }

  /// What rows are called in the plural.
  var unit: String {
    switch self {
    case .all(let table, _): table.name
    case .listed(let kind, _, _): Rows(kind, []).unit
    case .some(let rows): rows.unit
    }
  }

  /// What people are told of how the rows came about.
  var notes: [String] {
    switch self {
    case .all, .listed: []
    case .some(let rows): rows.notes
    }
  }

  /// Returns the rows at some places, in the order given.
  func picking(_ places: [Int], _ interruption: Interruption) throws(Interrupted) -> Rows {
    switch self {
    case .all(let table, _):
      return Rows(.table(table), places.map { RowID(UInt32(truncatingIfNeeded: $0)) })
    case .listed(let kind, let ids, _):
      let picked = try interruption.list(places.count) { ids[places[$0]] }
      guard case .matches = kind else { return Rows(kind, picked) }
      return Rows(kind, picked, ends: picked.map { $0.rawValue + 1 })
    case .some(let rows): return try rows.picking(places, interruption)
    }
  }

  /// Whether no row stands before the one in front of it.
  func isAscending(_ interruption: Interruption) throws(Interrupted) -> Bool {
    switch self {
    case .all, .listed: true
    case .some(let rows): try rows.isSorted(interruption)
    }
  }

  /// Returns the rows at some places that follow one another, listed.
  func part(_ places: Range<Int>) -> Rows {
    switch self {
    case .all(let table, _):
      return Rows(.table(table), places.map { RowID(UInt32(truncatingIfNeeded: $0)) })
    case .listed(let kind, let ids, _):
      let part = places.map { ids[$0] }
      guard case .matches = kind else { return Rows(kind, part) }
      return Rows(kind, part, ends: part.map { $0.rawValue + 1 })
    case .some(let rows):
      return Rows(
        rows.kind, Array(rows.ids[places]), ends: rows.ends.isEmpty ? [] : Array(rows.ends[places]))
    }
  }

  /// Returns the rows, listed.
  func listed(_ interruption: Interruption) throws(Interrupted) -> Rows {
    switch self {
    case .all(let table, let count):
      Rows(.table(table), try interruption.list(count) { RowID(UInt32(truncatingIfNeeded: $0)) })
    case .listed(.matches, let ids, _):
      Rows(
        .matches, Array(ids), ends: try interruption.list(ids.count) { ids[$0].rawValue + 1 })
    case .listed(let kind, let ids, _): Rows(kind, Array(ids))
    case .some(let rows): rows
    }
  }
}

/// A list of rows in one run of memory.
protocol RowList: RandomAccessCollection<RowID> where Index == Int {}

extension Array: RowList where Element == RowID {}

extension FrozenArray: RowList where Element == RowID {}

extension Rows {

  /// Whether no row stands before the one in front of it.
  func isSorted(_ interruption: Interruption) throws(Interrupted) -> Bool {
    let ids = ids
    return try interruption.isTrueOfNeighbours(count: ids.count) {
      ids[$0 - 1].rawValue <= ids[$0].rawValue
    }
  }
}
