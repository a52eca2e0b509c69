internal import QuerySemantics

/// A sort whose order nobody sees is left out.
///
/// `count(sort(x))` ⇒ `count(x)`, and the same for timelines, moves, sets, words and pairs that are
/// counted, for figures that do not depend on the order, and for the other side of a join, of a rate
/// and of `except` and `intersect`.
struct OrderElimination: Rewrite {

  let planner: Planner

  func rewrite(_ plan: Plan) -> Plan? {
    switch plan.operation {
    case .count, .timeline, .referring, .following, .named, .naming, .overlapping, .union,
      .intersection, .collocates, .keywords, .compare, .pairs:
      return dropped(from: plan, at: plan.inputs.indices)
    case .summarize(let figures, _) where !figures.contains(where: \.dependsOnOrder):
      return dropped(from: plan, at: plan.inputs.indices)
    case .regionJoin, .combine(.except), .combine(.intersect), .rate:
      return dropped(from: plan, at: 1..<max(1, plan.inputs.count))
    case .scan, .empty, .postings, .pairedPostings, .dateRange, .phrase, .pattern, .filter, .sort,
      .topRows, .top, .limit, .sample, .select, .concordance, .distinct, .similar, .combine, .chart,
      .summarize:
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

extension BoundAggregate {

  /// Whether the order of the rows makes a difference: to which of one day is first or last, and to
  /// how squares are rounded.
  fileprivate var dependsOnOrder: Bool {
    switch function {
    case .first, .last, .deviation: true
    case .count, .share, .sum, .mean, .median, .min, .max, .distinct: false
    }
  }
}
