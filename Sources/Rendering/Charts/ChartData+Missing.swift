internal import QueryExecution

extension ChartData {

  /// Returns the rows that have a place along an axis with an order, and what to tell of others.
  ///
  /// What has no month stands neither before nor behind those that have one, and would keep them
  /// from being drawn in their order.
  static func placed(
    _ table: ResultTable, by columns: ChartColumns, as form: ResultTable.Chart?
  ) -> (rows: [[ResultTable.Cell]], omissions: [String]) {
    var rows = Array(table.rows)
    guard form != .bars, form != .dots else { return (rows, []) }
    var omissions: [String] = []
    // A line has one order, that of its keys; a grid has two.
    let axes =
      form == .heat && columns.series.count == 1
      ? [columns.key, columns.series[0]] : [columns.key]
    for column in axes {
      let kept = rows.filter { !ChartColumns.isMissing(column, in: $0) }
      guard kept.count < rows.count else { continue }
      let scale = KeyScale(kept.map { $0[column].shown() ?? "" })
      guard form == nil ? scale.isTime : scale.isOrdered else { continue }
      let name = VisibleText.line(table.columns[column].name)
      omissions.append(
        "left out: \(Plural.counted(rows.count - kept.count, "rows")) without \(name)")
      rows = kept
    }
    return (rows, omissions)
  }
}
