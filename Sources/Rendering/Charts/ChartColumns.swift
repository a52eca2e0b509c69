internal import QueryExecution

/// Which columns of a result are keys, and which is the figure.
struct ChartColumns {

  let figure: Int
  let key: Int
  let series: [Int]

  /// Finds the columns.
  init(_ table: ResultTable) throws(Undrawable) {
    let unit = VisibleText.line(table.unit)
    guard !table.rows.isEmpty else {
      throw Undrawable(reason: "there are no \(unit) to draw", mend: "ask for more")
    }
    let columns = table.columns
    let drawn = columns.lastIndex { $0.isDrawn && $0.isNumeric }
    guard let figure = drawn ?? columns.lastIndex(where: \.isNumeric) else {
      throw Undrawable(
        reason: "\(unit) have no figure to draw", mend: "count them first, as in '| count by date'")
    }
    guard columns.count > 1 else {
      throw Undrawable(
        reason: "one column of figures has nothing to be drawn by",
        mend: "count by something, as in '| count by date'")
    }
    // A year is a number too: the first column is a key whatever it holds.
    let others = columns.indices.filter { $0 != figure }
    let key = others[0]
    let named = others.dropFirst().filter { !columns[$0].isNumeric }
    self.figure = figure
    self.key = key
    series = named.isEmpty ? Self.numericSeries(table, key: key, figure: figure) : Array(named)
  }

  /// Creates columns where the key tells all rows apart.
  private init(figure: Int, key: Int) { (self.figure, self.key, series) = (figure, key, []) }

  /// The columns without those of the series.
  var withoutSeries: Self { Self(figure: figure, key: key) }

  /// Whether no two rows have the same key.
  func tellsApart(_ rows: ResultRows) -> Bool {
    Set(rows.map { labels(of: $0).key }).count == rows.count
  }

  /// Returns the labels of a row.
  func labels(of row: [ResultTable.Cell]) -> (key: String, series: String?) {
    func label(_ column: Int) -> String {
      column < row.count ? row[column].shown() ?? "–" : "–"
    }
    return (label(key), series.isEmpty ? nil : series.map(label).joined(separator: ", "))
  }

  /// Whether a row has no value in a column.
  static func isMissing(_ column: Int, in row: [ResultTable.Cell]) -> Bool {
    column >= row.count || row[column].shown() == nil
  }

  /// A second column of whole numbers is a key where the first does not tell the rows apart.
  private static func numericSeries(_ table: ResultTable, key: Int, figure: Int) -> [Int] {
    guard figure > key + 1, table.columns[key + 1].isNumeric else { return [] }
    let keys = table.rows.map { key < $0.count ? $0[key] : .missing }
    return Set(keys).count < keys.count ? [key + 1] : []
  }
}
