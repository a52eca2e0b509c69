import QueryExecution

/// Results that charts are tried with.
enum ChartSamples {

  /// Counts by outlet, one of which has a wide name, one no count.
  static let outlets = table(
    ["outlet", "count"],
    [
      ["The Harbour Post", 1204], ["The Globe", 301], ["山田新聞", 44], ["Evening Courier", 1],
      ["Daily Lantern", 0], [.missing, 7],
    ])

  /// A measure to both sides of zero.
  static let ratios = table(
    ["word", "count", "log_ratio"],
    [
      ["troops", 40, .decimal(3.2)], ["talks", 31, .decimal(1.27)], ["sky", 12, .decimal(0.04)],
      ["river", 18, .decimal(-0.6)], ["weather", 9, .decimal(-2.5)],
    ])

  /// Counts by month and speaker; nothing is known of April, and Roth has no figure in May.
  static let months = table(
    ["month", "speaker", "count"],
    [
      ["2025-01", "Ada Morel", 4], ["2025-02", "Ada Morel", 12], ["2025-03", "Ada Morel", 20],
      ["2025-05", "Ada Morel", 8], ["2025-06", "Ada Morel", 0], ["2025-01", "Ines Roth", 4],
      ["2025-02", "Ines Roth", 6], ["2025-03", "Ines Roth", 2], ["2025-06", "Ines Roth", 15],
    ])

  /// Counts by week, one series.
  static let weeks = table(
    ["week", "count"],
    (1...26).filter { $0 != 9 && $0 != 10 }.map { week in
      [.text((week < 10 ? "2025-W0" : "2025-W") + String(week)), .integer(week * week % 37)]
    })

  /// Counts by outlet and topic.
  static let topics = table(
    ["outlet", "topic", "count"],
    [
      ["The Harbour Post", "migration", 14], ["The Harbour Post", "health", 3],
      ["The Globe", "migration", 19], ["The Globe", "health", 0], ["The Globe", "trade", 6],
      ["Evening Courier", "trade", 11],
    ])

  /// Returns a result as a chart.
  static func chart(_ table: ResultTable, _ form: ResultTable.Chart) -> ResultTable {
    laid(table, .chart(form))
  }

  /// Returns a result with a layout.
  static func laid(_ table: ResultTable, _ layout: ResultTable.Layout) -> ResultTable {
    ResultTable(
      layout: layout, unit: table.unit, columns: table.columns, rows: table.rows,
      total: table.total, origins: table.origins)
  }
}
