/// Filters below sorts, and two filters as one.
///
/// `filter(sort(x))` ⇒ `sort(filter(x))`; `filter(filter(x))` ⇒ `filter(x)`.
struct FilterPushDown: Rewrite {

  let planner: Planner

  func rewrite(_ plan: Plan) -> Plan? {
    guard case .filter(let predicates) = plan.operation, let input = plan.inputs.first else {
      return nil
    }
    switch input.operation {
    case .sort:
      let below = planner.make(.filter(predicates), input.inputs)
      return planner.make(input.operation, [rewrite(below) ?? below])
    case .filter(let earlier):
      return planner.make(.filter(earlier + predicates), input.inputs)
    default: return nil
    }
  }
}
