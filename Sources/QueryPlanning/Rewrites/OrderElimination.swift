/// A sort whose order nobody sees is left out.
///
/// `count(sort(x))` ⇒ `count(x)`, and the same for timelines, moves, sets and the other side of a
/// join.
struct OrderElimination: Rewrite {

  let planner: Planner

  func rewrite(_ plan: Plan) -> Plan? {
    switch plan.operation {
    case .count, .timeline, .referring, .following, .named, .naming, .overlapping, .union,
      .intersection:
      return dropped(from: plan, at: plan.inputs.indices)
    case .regionJoin: return dropped(from: plan, at: 1..<plan.inputs.count)
    default: return nil
    }
  }

  private func dropped(from plan: Plan, at places: Range<Int>) -> Plan? {
    var inputs = plan.inputs
    for place in places {
      while case .sort = inputs[place].operation, let below = inputs[place].inputs.first {
        inputs[place] = below
      }
    }
    return inputs == plan.inputs ? nil : planner.make(plan.operation, inputs)
  }
}
