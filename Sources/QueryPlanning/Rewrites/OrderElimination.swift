internal import QuerySemantics

/// A sort whose order nobody sees is left out.
///
/// `count(sort(x))` ⇒ `count(x)`, and the same for timelines, moves, sets, words and pairs that are
/// counted, and the other side of a join or of `except` and `intersect`.
struct OrderElimination: Rewrite {

  let planner: Planner

  func rewrite(_ plan: Plan) -> Plan? {
    switch plan.operation {
    case .count, .timeline, .referring, .following, .named, .naming, .overlapping, .union,
      .intersection, .collocates, .keywords, .compare, .pairs:
      return dropped(from: plan, at: plan.inputs.indices)
    case .regionJoin, .combine(.except), .combine(.intersect):
      return dropped(from: plan, at: 1..<max(1, plan.inputs.count))
    case .scan, .empty, .postings, .dateRange, .phrase, .pattern, .filter, .sort, .topRows, .top,
      .limit, .sample, .select, .concordance, .distinct, .similar, .combine, .chart, .summarize,
      .rate:
      return nil
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
