public import Diagnostics
public import QueryExecution
internal import QueryPlanning
internal import QuerySemantics

/// A query that was read and planned once, to be asked again and again.
///
///     let query = try session.prepare(SourceText("quotes where topic = China | count by speaker"))
///     let table = try query.run()
///
/// It keeps to the corpus, the corrections and the definitions as they were when it was prepared, and
/// can be run by several threads at a time.
public struct PreparedQuery: Sendable {

  private let evaluator: Evaluator
  private let plan: Plan
  private let rowLimit: Int?

  init(_ query: BoundQuery, _ evaluator: Evaluator, rowLimit: Int?) {
    self.evaluator = evaluator
    self.rowLimit = rowLimit
    plan = Planner(evaluator.corpus).plan(query)
  }

  /// Carries out the query.
  ///
  /// - Parameter interruption: A wish to stop, which is heeded within 50 ms.
  /// - Returns: The rows.
  /// - Throws: `Interrupted` when it is asked to stop.
  public func run(interruption: Interruption = Interruption()) throws(Interrupted) -> ResultTable {
    try evaluator.run(plan, rowLimit: rowLimit, interruption: interruption).table
  }
}

/// Why a text cannot be prepared.
public enum PreparationError: Error, Hashable, Sendable {
  /// It has mistakes.
  case mistakes([SourceMistakes])
  /// It is not one query that shows its rows: it is none, several, or a statement of another kind.
  case notOneQuery
}

extension Session {

  /// Reads and plans a text that is one query, and runs nothing.
  ///
  /// - Throws: `PreparationError` where the text has a mistake, or is no such query.
  public func prepare(_ source: SourceText) throws(PreparationError) -> PreparedQuery {
    let reading = read(source)
    if reading.hasErrors { throw .mistakes(reading.mistakes) }
    guard reading.segments.count == 1, reading.analyses.count == 1,
      case .query(let query)? = reading.analyses[0].statement,
      !query.steps.contains(where: { if case .save = $0 { true } else { false } })
    else { throw .notOneQuery }
    return PreparedQuery(query, evaluator, rowLimit: rowLimit(of: query))
  }
}
