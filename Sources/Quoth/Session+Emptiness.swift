internal import CorpusStore
internal import Diagnostics
internal import QueryExecution
internal import QueryPlanning
internal import QuerySemantics
internal import Rendering

extension Session {

  /// Returns, for a query without a result, how many rows are left behind each clause.
  ///
  /// The list ends at the clause that leaves none, with the rows of which that clause alone holds.
  func reasonsForNothing(
    in query: BoundQuery, of source: SourceText, interruption: Interruption
  ) throws(Interrupted) -> [String] {
    var prefix = BoundQuery(source: query.source)
    var left = try evaluator.count(planner.plan(prefix), interruption: interruption)
    let unit = prefix.rowType.unit
    var lines = [Plural.counted(left, unit)]
    for step in query.steps {
      guard case .filter(let clauses) = step else {
        if !step.keepsRows { break }
        prefix.steps.append(step)
        continue
      }
      for clause in clauses where left > 0 {
        prefix.steps.append(.filter([clause]))
        left = try evaluator.count(planner.plan(prefix), interruption: interruption)
        let text = source.substring(clause.range)
        lines.append("  " + (left == 0 ? "none" : Numerals.grouped(left)) + " with `\(text)`")
        if left == 0 {
          lines += try alone(clause, in: query.source, unit, interruption: interruption)
        }
      }
    }
    return lines.count > 1 ? lines : []
  }

  private func alone(
    _ clause: BoundClause, in source: BoundSource, _ unit: String, interruption: Interruption
  ) throws(Interrupted) -> [String] {
    let query = BoundQuery(source: source, steps: [.filter([clause])])
    let count = try evaluator.count(planner.plan(query), interruption: interruption)
    guard count > 0 else { return ["  no \(unit) at all are so"] }
    return ["  without the clauses before it, that holds of " + Plural.counted(count, unit)]
  }
}

extension BoundStep {

  /// Whether the step leaves rows what they are, so that a clause behind it still fits.
  fileprivate var keepsRows: Bool {
    switch self {
    case .filter, .order, .to: true
    default: false
    }
  }
}

extension RowType {

  /// What rows are called, in the plural.
  var unit: String {
    switch self {
    case .table(let table): table.name
    case .matches: "matches"
    case .groups: "groups"
    }
  }
}
