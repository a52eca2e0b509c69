internal import CorpusStore
public import QueryPlanning
internal import QuerySemantics

extension Evaluator {

  /// Carries out a plan.
  ///
  /// - Parameters:
  ///   - plan: The plan, made for this corpus.
  ///   - rowLimit: How many rows at most the table is to show; its total counts all the same.
  ///   - recordsOperators: Whether the report is to tell what each operator did; looking at the clock
  ///     takes longer than a short operator does.
  ///   - interruption: The wish to stop, looked at once a block of rows.
  /// - Returns: The table, and what the operators of the plan did.
  /// - Throws: `Interrupted` when it is asked to stop; nothing is left half done.
  public func run(
    _ plan: Plan, rowLimit: Int? = nil, recordsOperators: Bool = false,
    interruption: Interruption = Interruption()
  ) throws(Interrupted) -> (table: ResultTable, report: ExecutionReport) {
    let execution = Execution(
      evaluator: self,
      recorder: ExecutionRecorder(operators: recordsOperators ? plan.size : 0),
      interruption: interruption)
    let rows = try execution.rows(plan, 0)
    execution.recorder.report.uncutRows = execution.recorder.uncutRows[plan.lastCut]
    let table = ResultBuilder(execution, plan).table(of: rows, limit: rowLimit)
    return (table, execution.recorder.report)
  }

  /// Returns the number of rows of a plan, without making a table of them.
  public func count(
    _ plan: Plan, interruption: Interruption = Interruption()
  ) throws(Interrupted) -> Int {
    let execution = Execution(
      evaluator: self, recorder: ExecutionRecorder(), interruption: interruption)
    return try execution.rowCount(plan, 0)
  }

  /// Carries out a plan and returns its rows, for tests.
  package func rows(_ plan: Plan) throws(Interrupted) -> Rows {
    let execution = Execution(
      evaluator: self, recorder: ExecutionRecorder(), interruption: Interruption())
    return try execution.rows(plan, 0)
  }
}

extension Plan {

  /// The number of the last operator that may cut the rows: below those that only order or show them.
  fileprivate var lastCut: Int {
    var (plan, index) = (self, 0)
    while true {
      switch plan.operation {
      case .select, .concordance, .chart, .sort:
        guard let input = plan.inputs.first else { return index }
        (plan, index) = (input, index + 1)
      case .scan, .empty, .postings, .pairedPostings, .dateRange, .phrase, .pattern, .intersection,
        .union, .referring, .following, .named, .naming, .overlapping, .filter, .regionJoin,
        .topRows, .top, .limit, .sample, .count, .timeline, .distinct, .similar, .combine,
        .summarize, .rate, .collocates, .keywords, .compare, .pairs:
        return index
      }
    }
  }
}

/// Durations in whole nanoseconds.
enum Nanoseconds {
  /// Returns a duration as a count of nanoseconds.
  static func count(_ duration: Duration) -> Int {
    let parts = duration.components
    return Int(parts.seconds) * 1_000_000_000 + Int(parts.attoseconds / 1_000_000_000)
  }
}
