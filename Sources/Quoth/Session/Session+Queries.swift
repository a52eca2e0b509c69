internal import Diagnostics
internal import QueryExecution
internal import QueryPlanning
internal import QuerySemantics
internal import Rendering

extension Session {

  /// Fills `answer` with the rows of a query, and writes the files that it saves.
  func fill(
    _ answer: inout Answer, with query: BoundQuery, of entry: Reading.Entry,
    interruption: Interruption
  ) throws(Interrupted) {
    for (index, step) in query.steps.enumerated() {
      guard case .save(let path) = step else { continue }
      let upToHere = BoundQuery(source: query.source, steps: Array(query.steps[..<index]))
      let saved = try save(upToHere, to: path, interruption: interruption)
      answer.failure = saved.failure ?? answer.failure
      answer.remarks += saved.remarks
    }
    if case .save = query.steps.last { return }
    let found = try evaluator.answer(
      query, rowLimit: rowLimit(of: query), interruption: interruption)
    answer.hiddenRows = found.table.total - found.table.rows.count
    var table = try headed(found, of: query, interruption: interruption)
    latestGroups = table.layout == .count ? nil : GroupedRows(query)
    table.leadsToRows = latestGroups != nil
    answer.content = .table(table)
    latestResult = table
    answer.remarks += undatedRemark(found.report, knows: answer.notices)
    if table.total == 0 || table.isCountOfNothing {
      answer.remarks += try reasonsForNothing(
        in: query, of: entry.source, entry.range, interruption: interruption)
    }
  }

  /// Returns the number of rows of a query, or the one number that it counts.
  func count(of query: BoundQuery, interruption: Interruption) throws(Interrupted) -> Int {
    let (table, _) = try evaluator.run(
      planner.plan(query), rowLimit: 1, interruption: interruption)
    if table.layout == .count, case .integer(let count) = table.rows.first?.last { return count }
    return table.total
  }

  private func save(
    _ query: BoundQuery, to path: String, interruption: Interruption
  ) throws(Interrupted) -> (failure: String?, remarks: [String]) {
    do {
      _ = try OutputFormat(forFile: path)
    } catch {
      return ("\(path): \(error)", [])
    }
    let (table, _) = try evaluator.run(
      planner.plan(query), rowLimit: nil, interruption: interruption)
    return try write(table, to: path, interruption: interruption)
  }

  /// Writes a table to a file, in the format of its ending, and returns what is to be told.
  ///
  /// - Throws: `Interrupted` where it was stopped; then there is no file, or the one that was there.
  func write(
    _ table: ResultTable, to path: String, interruption: Interruption
  ) throws(Interrupted) -> (failure: String?, remarks: [String]) {
    let format: OutputFormat
    do {
      format = try OutputFormat(forFile: path)
      try Renderer.check(table, as: format)
    } catch {
      return ("\(path): \(error)", [])
    }
    var options = RenderingOptions()
    options.isStopped = { interruption.isRequested }
    let isWritten: Bool
    do {
      isWritten = try TextFile.write(to: path) { sink in
        Renderer.write(table, as: format, options: options, to: sink)
      }
    } catch {
      return ("\(path): it cannot be written: \(error.message); \(error.writingMend)", [])
    }
    guard isWritten else { throw Interrupted() }
    let saved = "saved \(Plural.counted(table.rows.count, table.unit)) to \(path)"
    return (nil, [saved] + table.notes)
  }

  /// Returns what is to be said of rows that fell out because they have no date.
  private func undatedRemark(_ report: ExecutionReport, knows notices: [Notice]) -> [String] {
    guard report.undatedRows > 0, !notices.contains(where: { $0.kind == .undatedRows }) else {
      return []
    }
    return ["left out, because they have no date: \(Numerals.grouped(report.undatedRows))"]
  }
}

extension ResultTable {

  /// Whether this is one count, and it is zero.
  fileprivate var isCountOfNothing: Bool {
    layout == .count && rows.first?.last == .integer(0)
  }
}
