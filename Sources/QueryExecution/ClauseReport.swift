internal import CorpusStore
internal import QueryPlanning
public import QuerySemantics

/// How many rows survive each condition of a query: what explains an empty result.
public struct ClauseReport: Hashable, Sendable {

  /// One condition.
  public struct Entry: Hashable, Sendable {

    /// The condition, with its place in the source.
    public let clause: BoundClause

    /// How many rows it is true of, taken alone.
    public let alone: Int

    /// How many rows it and all conditions before it are true of.
    public let cumulative: Int
  }

  /// How many rows there are before the first condition.
  public let rows: Int

  /// The conditions of the step, in order.
  public let entries: [Entry]

  /// The condition that ends the rows: the first behind which none is left.
  public var endingClause: BoundClause? { entries.first { $0.cumulative == 0 }?.clause }
}

extension Evaluator {

  /// Returns what survives the conditions of each `where` of a query.
  public func clauseReports(
    of query: BoundQuery, interruption: Interruption = Interruption()
  ) throws(Interrupted) -> [ClauseReport] {
    var reports: [ClauseReport] = []
    for (index, step) in query.steps.enumerated() {
      guard case .filter(let clauses) = step else { continue }
      let base = BoundQuery(source: query.source, steps: Array(query.steps[..<index]))
      var entries: [ClauseReport.Entry] = []
      for last in clauses.indices {
        entries.append(
          ClauseReport.Entry(
            clause: clauses[last],
            alone: try count(base, [clauses[last]], interruption),
            cumulative: try count(base, Array(clauses[...last]), interruption)))
      }
      reports.append(
        ClauseReport(rows: try count(base, [], interruption), entries: entries))
    }
    return reports
  }

  /// Returns how many rows of a query fall out only because they have no date.
  public func undatedRowCount(
    of query: BoundQuery, interruption: Interruption = Interruption()
  ) throws(Interrupted) -> Int {
    var sum = 0
    for plan in Planner(corpus).undatedRows(of: query) {
      sum += try count(plan, interruption: interruption)
    }
    return sum
  }

  private func count(
    _ base: BoundQuery, _ clauses: [BoundClause], _ interruption: Interruption
  ) throws(Interrupted) -> Int {
    var query = base
    if !clauses.isEmpty { query.steps.append(.filter(clauses)) }
    return try count(Planner(corpus).plan(query), interruption: interruption)
  }
}
