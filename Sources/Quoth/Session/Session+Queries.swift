internal import Diagnostics
internal import QueryExecution
internal import QueryPlanning
internal import QuerySemantics
internal import Rendering

extension Session {

  /// Fills `answer` with the rows of a query, and writes the files that it saves.
  func fill(
    _ answer: inout Answer, with query: BoundQuery, in source: SourceText,
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
      query, rowLimit: options.rowLimit, interruption: interruption)
    let table = try headed(found.table, of: query, interruption: interruption)
    answer.content = .table(table)
    latestResult = table
    answer.remarks += undatedRemark(found.report, knows: answer.notices)
    if table.total == 0 || table.isCountOfNothing {
      answer.remarks += try reasonsForNothing(in: query, of: source, interruption: interruption)
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
    var saved = write(table, to: path)
    saved.remarks += table.notes
    return saved
  }

  /// Writes a table to a file, in the format of its ending, and returns what is to be told.
  func write(_ table: ResultTable, to path: String) -> (failure: String?, remarks: [String]) {
    do {
      let format = try OutputFormat(forFile: path)
      try TextFile.write(Renderer.file(table, as: format), to: path)
      return (nil, ["saved \(Plural.counted(table.rows.count, table.unit)) to \(path)"])
    } catch let error as FileError {
      return ("\(path): \(error.message)", [])
    } catch {
      return ("\(path): \(error)", [])
    }
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
