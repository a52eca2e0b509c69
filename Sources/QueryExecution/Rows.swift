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

    /// Whether both are rows of one table.
    func isSameTable(as other: Kind) -> Bool {
      if case (.table(let own), .table(let table)) = (self, other) { own == table } else { false }
    }
  }

  /// What the rows are.
  package let kind: Kind

  /// The rows in order.
  ///
  /// A match is known by its first token.
  package var ids: [RowID]

  /// For matches, the token behind the last; otherwise empty.
  package var ends: [UInt32]

  /// Numbers that were worked out for each row and are shown with it.
  var figures: [RowFigures] = []

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
    var rows = Rows(
      kind, places.map { ids[$0] }, ends: ends.isEmpty ? [] : places.map { ends[$0] })
    rows.figures = figures.map { $0.picking(places) }
    return rows
  }

  /// Returns the first rows.
  func prefix(_ count: Int) -> Rows {
    var rows = Rows(kind, Array(ids.prefix(count)), ends: Array(ends.prefix(count)))
    rows.figures = figures.map { $0.picking(0..<rows.count) }
    return rows
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

/// A number for each row that no column of the corpus has, such as how like a text it is.
struct RowFigures: Sendable {

  /// The heading.
  let name: String

  /// How many decimals are shown.
  let decimals: Int

  /// The number of each row, in the order of the rows.
  let values: [Double]

  /// Returns the numbers of the rows at some places.
  func picking(_ places: some Sequence<Int>) -> RowFigures {
    RowFigures(name: name, decimals: decimals, values: places.map { values[$0] })
  }

  /// Returns the number of the row at a place, as it is shown.
  func cell(at place: Int) -> ResultTable.Cell {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    return .decimal((values[place] * scale).rounded() / scale)
  }
}
