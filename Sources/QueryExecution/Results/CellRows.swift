/// Rows whose cells are known.
struct CellRows: RowSource {

  let rows: [[ResultTable.Cell]]

  var count: Int { rows.count }

  func makeReader() -> any RowReader { KnownReader(rows) }

  func cells(of row: Int) -> [ResultTable.Cell] { rows[row] }
}

/// Reads rows whose cells are known.
private final class KnownReader: RowReader {

  private let rows: [[ResultTable.Cell]]
  private(set) var cells: [ResultTable.Cell] = []

  init(_ rows: [[ResultTable.Cell]]) { self.rows = rows }

  var width: Int { cells.count }

  func move(to row: Int) { cells = rows[row] }

  func cell(_ column: Int) -> ResultTable.Cell { cells[column] }

  func withText(_ column: Int, _ body: (Span<UInt8>) -> Void) -> Bool {
    cells[column].withText(body)
  }
}

/// Some of the rows of a source.
struct PickedRows: RowSource {

  let rows: any RowSource

  /// The places of the rows in the source.
  let places: [Int]

  var count: Int { places.count }

  func makeReader() -> any RowReader { PickedReader(rows.makeReader(), places) }
}

/// Reads some of the rows of a source.
private final class PickedReader: RowReader {

  private let reader: any RowReader
  private let places: [Int]

  init(_ reader: any RowReader, _ places: [Int]) {
    self.reader = reader
    self.places = places
  }

  var width: Int { reader.width }

  func move(to row: Int) { reader.move(to: places[row]) }

  func cell(_ column: Int) -> ResultTable.Cell { reader.cell(column) }

  func withText(_ column: Int, _ body: (Span<UInt8>) -> Void) -> Bool {
    reader.withText(column, body)
  }
}
