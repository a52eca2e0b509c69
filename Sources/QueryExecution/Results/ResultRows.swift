/// The rows of a result, each with one cell a column.
///
/// What a query finds is held as numbers, a few bytes a row, and a row is read from the corpus when it
/// is asked for: a result of millions of rows costs little until it is written, and whoever writes it
/// holds one row at a time. Rows are the same however often they are read, since a corpus never
/// changes.
public struct ResultRows: RandomAccessCollection, Sendable {

  let source: any RowSource

  init(_ source: any RowSource) { self.source = source }

  /// Creates rows of cells that are known.
  public init(_ rows: [[ResultTable.Cell]]) { self.init(CellRows(rows: rows)) }

  /// Zero.
  public var startIndex: Int { 0 }

  /// The number of rows.
  public var endIndex: Int { source.count }

  /// Returns the cells of a row.
  ///
  /// - Precondition: `index` is one of the rows.
  public subscript(index: Int) -> [ResultTable.Cell] {
    precondition(indices.contains(index), "an index is one of the rows")
    return source.cells(of: index)
  }

  /// Returns an iterator over the cells of each row, which is quicker than one index after the other.
  public func makeIterator() -> Iterator { Iterator(self) }

  /// Goes through rows from the first to the last.
  public struct Iterator: IteratorProtocol {

    private let reader: any RowReader
    private var rows: Range<Int>

    init(_ rows: ResultRows) {
      reader = rows.makeReader()
      self.rows = rows.indices
    }

    /// Returns the cells of the next row; nil behind the last.
    public mutating func next() -> [ResultTable.Cell]? {
      guard let row = rows.popFirst() else { return nil }
      reader.move(to: row)
      return reader.cells
    }
  }

  /// Returns what reads the rows cell by cell.
  package func makeReader() -> any RowReader { source.makeReader() }

  /// Returns the rows at some places, in the order given.
  func picking(_ places: [Int]) -> ResultRows {
    ResultRows(PickedRows(rows: source, places: places))
  }
}

extension ResultRows: Equatable, ExpressibleByArrayLiteral {

  /// Creates rows of the cells listed.
  public init(arrayLiteral rows: [ResultTable.Cell]...) { self.init(rows) }

  /// Whether two have the same cells, row by row.
  public static func == (a: ResultRows, b: ResultRows) -> Bool {
    a.elementsEqual(b)
  }
}

/// Where rows come from.
protocol RowSource: Sendable {

  /// The number of rows.
  var count: Int { get }

  /// Returns what reads the rows.
  func makeReader() -> any RowReader

  /// Returns the cells of a row that is asked for alone.
  func cells(of row: Int) -> [ResultTable.Cell]
}

extension RowSource {

  func cells(of row: Int) -> [ResultTable.Cell] {
    let reader = makeReader()
    reader.move(to: row)
    return reader.cells
  }
}

/// Reads one row after the other, cell by cell.
package protocol RowReader: AnyObject {

  /// The number of cells of the row.
  var width: Int { get }

  /// Goes to a row.
  ///
  /// - Precondition: there is such a row.
  func move(to row: Int)

  /// Returns the cell of a column of the row.
  func cell(_ column: Int) -> ResultTable.Cell

  /// Lends the text of a cell, where it is one, without making a string of it.
  ///
  /// - Returns: Whether it is a text; otherwise `body` has not been called.
  func withText(_ column: Int, _ body: (Span<UInt8>) -> Void) -> Bool
}

extension RowReader {

  /// All cells of the row.
  package var cells: [ResultTable.Cell] { (0..<width).map(cell) }
}

extension ResultTable.Cell {

  /// Lends the text of the cell, where it is one.
  ///
  /// - Returns: Whether it is a text.
  func withText(_ body: (Span<UInt8>) -> Void) -> Bool {
    guard case .text(let text) = self else { return false }
    body(text.utf8.span)
    return true
  }
}
