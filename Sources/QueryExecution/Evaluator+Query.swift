internal import CorpusStore
public import QueryPlanning
public import QuerySemantics

/// The answer to a query, with how it was found.
public struct QueryAnswer: Sendable {

  /// The rows.
  public let table: ResultTable

  /// What was done.
  public let plan: Plan

  /// What the operators of the plan did.
  public let report: ExecutionReport
}

extension Evaluator {

  /// Plans and carries out a query; rows that it drops for want of a date are counted.
  ///
  /// - Parameters:
  ///   - query: The query, bound to this corpus.
  ///   - rowLimit: How many rows at most the table is to show; its total counts all the same.
  ///   - recordsOperators: Whether the report is to tell what each operator did.
  ///   - interruption: The wish to stop, looked at once a block of rows.
  /// - Returns: The answer.
  /// - Throws: `Interrupted` when it is asked to stop; nothing is left half done.
  public func answer(
    _ query: BoundQuery, rowLimit: Int? = nil, recordsOperators: Bool = false,
    interruption: Interruption = Interruption()
  ) throws(Interrupted) -> QueryAnswer {
    let plan = Planner(corpus).plan(query)
    var (table, report) = try run(
      plan, rowLimit: rowLimit, recordsOperators: recordsOperators, interruption: interruption)
    report.undatedRows += try undatedRowCount(of: query, interruption: interruption)
    return QueryAnswer(table: table, plan: plan, report: report)
  }

  /// Returns the print of a plan with what its operators did.
  public func print(_ plan: Plan, _ report: ExecutionReport) -> String {
    PlanPrinter(corpus).print(
      plan,
      measures: report.operators.map {
        $0.wasRun ? PlanPrinter.Measure(rows: $0.rows, nanoseconds: $0.nanoseconds) : nil
      })
  }
}
