internal import QueryExecution

/// What a result has to draw: keys, series and a figure for each pair of them.
///
/// The figure is the last column of numbers. The first other column is the key; further columns
/// that tell rows apart, and are no figures, tell the series apart.
struct ChartData {

  /// A row of the result.
  struct Point {
    /// The place of its key in `keys`.
    var key: Int
    /// The place of its series in `series`.
    var series: Int
    /// The figure; nil where it is missing or no finite number.
    var value: Double?
    /// The figure as it is written, filled up with blanks to line up with others at the point.
    var aligned: String

    /// The figure as it is written.
    var text: String {
      var end = aligned.endIndex
      while end > aligned.startIndex, aligned[aligned.index(before: end)] == " " {
        end = aligned.index(before: end)
      }
      return String(aligned[..<end])
    }
  }

  let form: ResultTable.Chart
  /// The heading of the keys.
  let keyName: String
  /// The heading of the series; nil where there is one series.
  let seriesName: String?
  /// The heading of the figures.
  let figureName: String
  private(set) var keys: KeyScale
  private(set) var series: KeyScale
  private(set) var points: [Point]
  /// What is to be told of what is not drawn.
  private(set) var omissions: [String]
  private var isTransposed = false

  /// Whether the series have names.
  var hasSeries: Bool { seriesName != nil }

  /// Finds what there is to draw.
  ///
  /// - Parameters:
  ///   - table: The result.
  ///   - form: How it is to be drawn; nil chooses by the keys.
  /// - Throws: `Undrawable` where there is no figure, or no one figure for a pair of keys.
  init(_ table: ResultTable, as form: ResultTable.Chart? = nil) throws(Undrawable) {
    let columns = try Self.columns(of: table, as: form)
    let numberForm = NumberForm(column: columns.figure, of: table, isAligned: true)
    let (rows, omissions) = Self.placed(table, by: columns, as: form)
    let labels = rows.map { row in columns.labels(of: row) }
    var keys = LabelList()
    var series = LabelList()
    points = []
    for (row, label) in zip(rows, labels) {
      let cell = columns.figure < row.count ? row[columns.figure] : .missing
      points.append(
        Point(
          key: keys.place(of: label.key), series: series.place(of: label.series ?? ""),
          value: cell.figure, aligned: cell.shown(as: numberForm) ?? "–"))
    }
    guard points.contains(where: { $0.value != nil }) else {
      throw Undrawable(
        reason: "no row has a figure in the column \(table.columns[columns.figure].title)",
        mend: "choose another figure, or leave the drawing out")
    }
    self.omissions = omissions
    func name(_ column: Int) -> String { VisibleText.line(table.columns[column].title) }
    figureName = name(columns.figure)
    keyName = name(columns.key)
    seriesName = columns.series.isEmpty ? nil : columns.series.map(name).joined(separator: ", ")
    self.keys = KeyScale(keys.labels)
    self.series = KeyScale(series.labels)
    self.form = form ?? Self.form(for: self.keys, hasSeries: !columns.series.isEmpty)
    if self.form == .line || self.form == .heat { try arrange() }
    if self.form == .heat { try checkSize() }
  }

  /// The further keys of marks that stand alone say nothing where the first tells rows apart.
  private static func columns(
    of table: ResultTable, as form: ResultTable.Chart?
  ) throws(Undrawable) -> ChartColumns {
    let columns = try ChartColumns(table)
    if form == .line || form == .heat || columns.series.isEmpty { return columns }
    let keys = KeyScale(table.rows.map { columns.labels(of: $0).key })
    if form == nil, keys.isTime { return columns }
    return columns.tellsApart(table.rows) ? columns.withoutSeries : columns
  }

  /// Time is drawn as a line, two keys as a grid, all else as bars.
  private static func form(for keys: KeyScale, hasSeries: Bool) -> ResultTable.Chart {
    if keys.isTime, keys.labels.count > 1 { return .line }
    return hasSeries ? .heat : .bars
  }

  /// A grid holds a cell for each pair of keys, also for those without a figure.
  private func checkSize() throws(Undrawable) {
    let (cells, overflows) = keys.labels.count.multipliedReportingOverflow(by: series.labels.count)
    guard overflows || cells > 100_000 else { return }
    throw Undrawable(
      reason: "a grid of \(Numerals.grouped(keys.labels.count)) by "
        + "\(Numerals.grouped(series.labels.count)) is too great to be read",
      mend: "keep the first with '| top 40 by \(figureName)', or draw 'chart bars'")
  }

  /// Puts keys and series that have an order of their own into it.
  private mutating func arrange() throws(Undrawable) {
    var seen: Set<[Int]> = []
    for point in points where !seen.insert([point.key, point.series]).inserted {
      let label = VisibleText.line(keys.labels[point.key])
      throw Undrawable(
        reason: "several rows have the same key, '\(label)', so it has no one figure",
        mend: "count by it first, or draw 'chart bars'")
    }
    let keyPlaces = keys.sort()
    let seriesPlaces = series.sort()
    for i in points.indices {
      points[i].key = keyPlaces[points[i].key]
      points[i].series = seriesPlaces[points[i].series]
    }
  }

  /// The figures by series and key; nil where there is none.
  var grid: [[Point?]] {
    var grid = Array(
      repeating: [Point?](repeating: nil, count: keys.labels.count), count: series.labels.count)
    for point in points { grid[point.series][point.key] = point }
    return grid
  }

  /// The points that stand on one line of dots: those of a key, or each alone without series.
  var pointsByLine: [[Point]] {
    guard hasSeries else { return points.map { [$0] } }
    var lines = [[Point]](repeating: [], count: keys.labels.count)
    for point in points { lines[point.key].append(point) }
    return lines.filter { !$0.isEmpty }
  }

  /// Whether no figure has a fraction.
  var isWhole: Bool { points.allSatisfy { $0.value.map { $0 == $0.rounded() } ?? true } }

  /// The least and the greatest figure.
  var range: (low: Double, high: Double) {
    let values = points.compactMap(\.value)
    return (values.min() ?? 0, values.max() ?? 0)
  }

  /// The label of a row with all of its keys.
  func label(of point: Point) -> String {
    let key = keys.labels[point.key]
    return hasSeries ? key + ", " + series.labels[point.series] : key
  }

  /// What is drawn, in one line: `count by month and speaker`.
  var caption: String {
    figureName + " by " + keyName + (seriesName.map { " and " + $0 } ?? "")
  }

  /// Keeps the series with the greatest sums of figures, and remembers the others' names.
  mutating func keepSeries(atMost limit: Int) {
    guard series.labels.count > limit else { return }
    var sums = [Double](repeating: 0, count: series.labels.count)
    for point in points { sums[point.series] += point.value?.magnitude ?? 0 }
    let ranked = sums.indices.sorted { (-sums[$0], $0) < (-sums[$1], $1) }
    let kept = ranked.prefix(limit).sorted()
    let dropped = ranked.dropFirst(limit).sorted().map { series.labels[$0] }
    let rest = dropped.count > 6 ? ", and \(Numerals.grouped(dropped.count - 5)) more" : ""
    let named = rest.isEmpty ? dropped : Array(dropped.prefix(5))
    omissions.append(
      "left out: the \(Plural.counted(dropped.count, "series")) with the least figures ("
        + named.joined(separator: ", ") + rest + ")")
    points = points.compactMap { point in
      guard let place = kept.firstIndex(of: point.series) else { return nil }
      var point = point
      point.series = place
      return point
    }
    series = KeyScale(kept.map { series.labels[$0] })
  }

  /// The heading of what goes across a grid, and of what goes down; empty where that is nothing.
  var columnName: String { isTransposed ? seriesName ?? "" : keyName }
  var rowName: String { isTransposed ? keyName : seriesName ?? "" }

  /// Swaps what tells rows apart for what tells series apart.
  mutating func transpose() {
    isTransposed.toggle()
    swap(&keys, &series)
    for i in points.indices {
      (points[i].key, points[i].series) = (points[i].series, points[i].key)
    }
  }
}

/// Labels by the order in which they are met.
private struct LabelList {

  private(set) var labels: [String] = []
  private var places: [String: Int] = [:]

  mutating func place(of label: String) -> Int {
    if let place = places[label] { return place }
    places[label] = labels.count
    labels.append(label)
    return labels.count - 1
  }
}

extension ResultTable.Cell {

  /// The number that can be drawn, if it is one.
  ///
  /// Numbers near the end of what a `Double` holds would leave no room for differences.
  fileprivate var figure: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .decimal(let value): value.magnitude < 1e300 ? value : nil
    case .missing, .text, .flag, .list: nil
    }
  }
}
