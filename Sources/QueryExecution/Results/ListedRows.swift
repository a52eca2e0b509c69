internal import CorpusStore
internal import QuerySemantics

/// Rows that show values of theirs.
struct ListedRows: RowSource {

  let rows: Rows

  /// What they show.
  let columns: [BoundPath]

  let corpus: Corpus

  var count: Int { rows.count }

  func makeReader() -> any RowReader { ListedReader(self) }
}

/// Reads rows that show values of theirs.
private final class ListedReader: RowReader {

  private let rows: Rows
  private let columns: [CellReader]
  private var place = 0
  /// The rows that the columns have read.
  private var block = 0..<0

  /// Rows that follow one another are read in blocks of up to so many.
  private static let mostRows = 256

  init(_ listed: ListedRows) {
    rows = listed.rows
    columns = listed.columns.map {
      CellReader($0, kind: listed.rows.kind, corpus: listed.corpus)
    }
  }

  var width: Int { columns.count + rows.figures.count }

  func move(to row: Int) {
    place = row
    if block.contains(row) { return }
    let count = row == block.upperBound ? min(2 * block.count + 8, Self.mostRows) : 1
    block = row..<min(row + count, rows.count)
    let part = Rows(
      rows.kind, Array(rows.ids[block]), ends: rows.ends.isEmpty ? [] : Array(rows.ends[block]))
    for column in columns { column.read(part) }
  }

  func cell(_ column: Int) -> ResultTable.Cell {
    column < columns.count
      ? columns[column].cell(at: place - block.lowerBound)
      : rows.figures[column - columns.count].cell(at: place)
  }

  func withText(_ column: Int, _ body: (Span<UInt8>) -> Void) -> Bool {
    column < columns.count && columns[column].withText(at: place - block.lowerBound, body)
  }
}

/// Groups with what they were counted by and their figures.
struct GroupRows: RowSource {

  let groups: GroupTable

  /// The groups that are shown.
  let ids: [RowID]

  var count: Int { ids.count }

  func makeReader() -> any RowReader { GroupReader(self) }
}

/// Reads groups.
private final class GroupReader: RowReader {

  private let keys: [[Int64]]
  private let readings: [KeyReading]
  private let ids: [RowID]
  private var group = 0

  init(_ rows: GroupRows) {
    keys = rows.groups.columns.map(\.keys)
    readings = rows.groups.columns.map(\.reading)
    ids = rows.ids
  }

  var width: Int { keys.count }

  func move(to row: Int) { group = ids[row].index }

  func cell(_ column: Int) -> ResultTable.Cell {
    readings[column].shownCell(of: keys[column][group])
  }

  func withText(_ column: Int, _ body: (Span<UInt8>) -> Void) -> Bool {
    let key = keys[column][group]
    return key != GroupValues.missing && readings[column].withText(of: key, body)
  }
}

extension KeyReading {

  /// Returns the value of a key for a result, where it is not the mark of a missing one.
  @inline(__always)
  func shownCell(of key: Int64) -> ResultTable.Cell {
    key == GroupValues.missing ? .missing : cell(of: key)
  }
}
