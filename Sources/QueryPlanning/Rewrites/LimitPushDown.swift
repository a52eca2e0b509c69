/// Limits reach down to where rows can be spared.
///
/// `limit n (sort(x))` ⇒ `topRows n (x)`; `limit n (limit m (x))` ⇒ `limit min(n, m) (x)`;
/// `limit n (select(x))` ⇒ `select(limit n (x))`, and the same for concordances in the order of the
/// text and for drawings. Over cursors a limit ends their reading.
struct LimitPushDown: Rewrite {

  let planner: Planner

  func rewrite(_ plan: Plan) -> Plan? {
    guard case .limit(let count) = plan.operation, let input = plan.inputs.first else {
      return nil
    }
    switch input.operation {
    case .sort(let keys): return planner.make(.topRows(count, keys), input.inputs)
    case .topRows(let earlier, let keys):
      return planner.make(.topRows(min(count, earlier), keys), input.inputs)
    case .limit(let earlier): return planner.make(.limit(min(count, earlier)), input.inputs)
    case .select, .concordance(_, []), .chart:
      let below = planner.make(.limit(count), input.inputs)
      return planner.make(input.operation, [rewrite(below) ?? below])
    case .scan, .empty, .postings, .pairedPostings, .dateRange, .phrase, .pattern, .intersection,
      .union, .referring, .following, .named, .naming, .overlapping, .filter, .regionJoin, .top,
      .sample, .count, .timeline, .concordance, .distinct, .similar, .combine, .summarize, .rate,
      .collocates, .keywords, .compare, .pairs:
      return nil
    }
  }
}
