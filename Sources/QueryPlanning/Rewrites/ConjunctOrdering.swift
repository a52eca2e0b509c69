internal import CorpusStore
internal import QuerySemantics

/// Tests that are cheap and that few rows pass come first.
///
/// `filter(x, text contains …, kind = direct)` ⇒ `filter(x, kind = direct, text contains …)`.
/// The order is by cost for each row that is ruled out (Hellerstein and Stonebraker 1993).
struct ConjunctOrdering: Rewrite {

  let planner: Planner

  func rewrite(_ plan: Plan) -> Plan? {
    guard case .filter(let predicates) = plan.operation, predicates.count > 1,
      let input = plan.inputs.first
    else { return nil }
    let ranked = predicates.enumerated().map { index, predicate in
      (rank: rank(predicate, input.rowType), index: index, predicate: predicate)
    }
    let ordered = ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.predicate)
    return ordered == predicates ? nil : planner.make(.filter(ordered), [input])
  }

  private func rank(_ predicate: BoundPredicate, _ rowType: RowType) -> Double {
    let ruledOut = 1 - planner.estimator.fraction(of: predicate, rowType: rowType)
    return cost(of: predicate) / max(ruledOut, 0.01)
  }

  /// Returns the cost of a test of one row, in loads of a column.
  private func cost(of predicate: BoundPredicate) -> Double {
    switch predicate {
    case .constant: 0
    case .and(let parts), .or(let parts): parts.reduce(0) { $0 + cost(of: $1) }
    case .not(let inner): cost(of: inner)
    case .codes, .isMissing, .integers, .decimals, .dates: 1
    case .groupEquals: 5
    case .phrase: 20
    case .region: 30
    case .linked: 40
    case .pattern, .proximity: 100
    case .contains(let path, _): isRunningText(path) ? 200 : 1
    case .matches(let path, _): isRunningText(path) ? 300 : 1
    }
  }

  private func isRunningText(_ path: BoundPath) -> Bool { path.type == .text }
}
