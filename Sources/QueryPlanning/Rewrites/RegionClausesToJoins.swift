internal import QuerySemantics

/// Conditions on regions become joins, so that their other side is planned and measured.
///
/// `filter(x, p, within s)` ⇒ `within(filter(x, p), s)`, and the same below `not` for `within` and
/// `outside`, which are each other's complement.
struct RegionClausesToJoins: Rewrite {

  let planner: Planner

  func rewrite(_ plan: Plan) -> Plan? {
    guard case .filter(let predicates) = plan.operation, let input = plan.inputs.first else {
      return nil
    }
    let rest = predicates.filter { join(of: $0) == nil }
    guard rest.count < predicates.count else { return nil }
    let filtered = rest.isEmpty ? input : planner.make(.filter(rest), [input])
    return predicates.compactMap(join).reduce(filtered) { plan, join in
      planner.make(.regionJoin(join.0), [plan, planner.plan(join.1)])
    }
  }

  private func join(of predicate: BoundPredicate) -> (RegionRelation, BoundSource)? {
    switch predicate {
    case .region(let relation, let source): (relation, source)
    case .not(.region(.within, let source)): (.outside, source)
    case .not(.region(.outside, let source)): (.within, source)
    case .constant, .and, .or, .not, .codes, .isMissing, .integers, .decimals, .dates, .phrase,
      .contains, .matches, .groupEquals, .pattern, .proximity, .linked:
      nil
    }
  }
}
