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
  func picking(_ places: [Int], _ interruption: Interruption) throws(Interrupted) -> Rows {
    let (ids, ends) = (ids, ends)
    var rows = Rows(kind, try interruption.list(places.count) { ids[places[$0]] })
    if !ends.isEmpty { rows.ends = try interruption.list(places.count) { ends[places[$0]] } }
    for figures in figures {
      let values = try interruption.list(places.count) { figures.values[places[$0]] }
      rows.figures.append(
        RowFigures(name: figures.name, decimals: figures.decimals, values: values))
    }
    return rows
  }

  /// Returns the first rows.
  func prefix(_ count: Int) -> Rows {
    if count >= self.count { return self }
    var rows = Rows(kind, Array(ids.prefix(count)), ends: Array(ends.prefix(count)))
    rows.figures = figures.map {
      RowFigures(
        name: $0.name, decimals: $0.decimals, values: Array($0.values.prefix(rows.count)))
    }
    return rows
  }

  /// Whether the rows ascend strictly.
  var isAscending: Bool {
    let ids = ids.span
    for place in ids.indices.dropFirst() where ids[place - 1] >= ids[place] { return false }
    return true
  }
}

/// A number for each row that no column of the corpus has, such as how like a text it is.
struct RowFigures: Sendable {

  /// The heading.
  let name: String

  /// How many decimals are shown.
  let decimals: Int

  /// The number of each row, in the order of the rows; not a number where a row has none.
  let values: [Double]

  /// What tells likenesses from other figures.
  static let similarity = "similarity"

  /// Returns the number of the row at a place, as it is shown.
  func cell(at place: Int) -> ResultTable.Cell {
    if values[place].isNaN { return .missing }
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    return .decimal((values[place] * scale).rounded() / scale)
  }
}
