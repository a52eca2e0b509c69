internal import QuerySemantics

/// Conditions that are true of every row are left out; one that is true of none empties the plan.
///
/// `filter(x, true and p)` ⇒ `filter(x, p)`; `filter(x, false)` ⇒ `empty`. Nested conjunctions
/// become clauses of the filter: `filter(x, (p and q))` ⇒ `filter(x, p, q)`.
struct ConstantFolding: Rewrite {

  let planner: Planner

  func rewrite(_ plan: Plan) -> Plan? {
    guard case .filter(let predicates) = plan.operation, let input = plan.inputs.first else {
      return nil
    }
    let conjuncts = predicates.flatMap(conjuncts).filter { $0 != .constant(true) }
    if conjuncts.contains(.constant(false)) { return planner.make(.empty(plan.rowType)) }
    return conjuncts.isEmpty ? input : planner.make(.filter(conjuncts), [input])
  }

  private func conjuncts(of predicate: BoundPredicate) -> [BoundPredicate] {
    switch predicate {
    case .and(let all): all.flatMap(conjuncts)
    case .not(.constant(let isTrue)): [.constant(!isTrue)]
    case .not(.not(let inner)): conjuncts(of: inner)
    case .constant, .or, .not, .codes, .isMissing, .integers, .decimals, .dates, .phrase, .contains,
      .matches, .groupEquals, .region, .pattern, .proximity, .linked:
      [predicate]
    }
  }
}
