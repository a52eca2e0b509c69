internal import CorpusStore
internal import QuerySemantics

/// Counted groups: one row a group, columns of keys and of figures.
package struct GroupTable: Sendable {

  /// The columns.
  let columns: [GroupValues]

  /// The number of groups.
  let count: Int

  /// What was counted, in the plural.
  let countedUnit: String

  /// What the groups are, in the plural.
  let unit: String

  /// What people are told of how the figures came about, one line each.
  let notes: [String]

  init(
    columns: [GroupValues], count: Int, countedUnit: String, unit: String = "groups",
    notes: [String] = []
  ) {
    self.columns = columns
    self.count = count
    self.countedUnit = countedUnit
    self.unit = unit
    self.notes = notes
  }

  /// Creates a table without groups.
  init(empty columns: [GroupColumn], unit: String = "groups", notes: [String] = []) {
    self.init(
      columns: columns.map { GroupValues(column: $0, keys: [], reading: Self.reading($0.type)) },
      count: 0, countedUnit: "rows", unit: unit, notes: notes)
  }

  private static func reading(_ type: AttributeType) -> KeyReading {
    switch type {
    case .integer: .integers
    case .decimal: .figures
    case .flag: .flags
    case .date: .days
    case .name, .category, .text, .reference: .texts(TextList())
    }
  }

  /// Returns the groups with more columns and notes.
  func adding(_ columns: [GroupValues], note: String) -> GroupTable {
    GroupTable(
      columns: self.columns + columns, count: count, countedUnit: countedUnit, unit: unit,
      notes: notes + [note])
  }
}

/// The values of one column of groups.
struct GroupValues: Sendable {

  /// The mark of a group without a value.
  static let missing = Int64.min

  /// The heading and type.
  let column: GroupColumn

  /// The value of each group, as a key that `reading` understands.
  let keys: [Int64]

  /// What keys stand for.
  let reading: KeyReading

  init(column: GroupColumn, keys: [Int64], reading: KeyReading) {
    self.column = column
    self.keys = keys
    self.reading = reading
  }

  /// Creates a column of whole numbers.
  init(_ column: GroupColumn, _ numbers: [Int]) {
    self.init(column: column, keys: numbers.map { Int64($0) }, reading: .integers)
  }

  /// Creates a column of numbers with a fraction; those that are missing or not finite are none.
  init(_ column: GroupColumn, _ figures: [Double?]) {
    self.init(column: column, keys: figures.map { KeyReading.key(of: $0) }, reading: .figures)
  }
}

extension Rows {

  /// Creates the rows of all groups of a table, in the order of the table.
  init(all groups: GroupTable) {
    self.init(.groups(groups), (0..<UInt32(clamping: groups.count)).map { RowID($0) })
  }

  /// What rows are called in the plural.
  var unit: String {
    switch kind {
    case .table(let table): table.name
    case .matches: "matches"
    case .groups(let groups): groups.unit
    }
  }

  /// What people are told of how the rows came about.
  var notes: [String] {
    if case .groups(let groups) = kind { return groups.notes }
    return closenessNote.map { [$0] } ?? []
  }
}
