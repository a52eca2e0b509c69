/// Filters below what only orders or shows rows, and two filters as one.
///
/// `filter(sort(x))` ⇒ `sort(filter(x))`; `filter(filter(x))` ⇒ `filter(x)`. How like a text a row is
/// does not depend on the others, so fewer rows need be compared.
struct FilterPushDown: Rewrite {

  let planner: Planner

  func rewrite(_ plan: Plan) -> Plan? {
    guard case .filter(let predicates) = plan.operation, let input = plan.inputs.first else {
      return nil
    }
    switch input.operation {
    case .sort, .similar, .select, .concordance:
      let below = planner.make(.filter(predicates), input.inputs)
      return planner.make(input.operation, [rewrite(below) ?? below])
    case .filter(let earlier):
      return planner.make(.filter(earlier + predicates), input.inputs)
    case .scan, .empty, .postings, .pairedPostings, .dateRange, .phrase, .pattern, .intersection,
      .union, .referring, .following, .named, .naming, .overlapping, .regionJoin, .topRows, .top,
      .limit, .sample, .count, .timeline, .distinct, .combine, .chart, .summarize, .rate,
      .collocates, .keywords, .compare, .pairs:
      return nil
    }
  }
}
