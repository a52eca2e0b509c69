internal import CorpusStore
internal import QuerySemantics

/// Conditions that an index answers become sources; the rest are tested on the rows that remain.
///
/// `filter(scan(t), p, q, r)` ⇒ `filter(intersection(postings(p), postings(q)), r)`. The list with
/// the fewest rows leads; another joins it where reading its list costs less than testing rows.
struct PredicatesToPostings: Rewrite {

  let planner: Planner

  /// How many rows may be read from a list for each row that is tested otherwise.
  private static let readsPerTest = 8

  func rewrite(_ plan: Plan) -> Plan? {
    guard case .filter(let predicates) = plan.operation, let input = plan.inputs.first,
      case .scan(let table) = input.operation
    else { return nil }
    let found = predicates.map { access($0, table) }
    guard let leader = found.compactMap({ $0?.estimatedRows }).min() else { return nil }
    var sources: [Plan] = []
    var rest: [BoundPredicate] = []
    for (predicate, plan) in zip(predicates, found) {
      if let plan, isWorthReading(plan, leader: leader) {
        sources.append(plan)
      } else {
        rest.append(predicate)
      }
    }
    sources.sort { $0.estimatedRows < $1.estimatedRows }
    let source = sources.count == 1 ? sources[0] : planner.make(.intersection, sources)
    return rest.isEmpty ? source : planner.make(.filter(rest), [source])
  }

  private func isWorthReading(_ plan: Plan, leader: Int) -> Bool {
    // One list is leapt through: it costs no more than the list that leads.
    if case .postings(_, let codes) = plan.operation, codes.count == 1 { return true }
    return plan.estimatedRows / Self.readsPerTest <= leader
  }

  /// Returns the plan that reads the rows of which a predicate is true, if an index knows them.
  private func access(_ predicate: BoundPredicate, _ table: Table) -> Plan? {
    switch predicate {
    case .codes(let path, let codes):
      return lead(path) { .postings($0, codes) }
    case .dates(let path, let range):
      guard path.part == nil || path.part == .day else { return nil }
      return lead(path) { .dateRange($0, range) }
    case .phrase(let pattern):
      guard corpus.regions(of: table) != nil else { return nil }
      return planner.make(
        .regionJoin(.containing), [planner.make(.scan(table)), planner.make(.phrase(pattern))])
    case .pattern(let pattern):
      guard corpus.regions(of: table) != nil else { return nil }
      return planner.make(
        .regionJoin(.containing), [planner.make(.scan(table)), planner.make(.pattern(pattern))])
    case .or(let any):
      let plans = any.compactMap { access($0, table) }
      return plans.count == any.count ? planner.make(.union, plans) : nil
    case .constant, .and, .not, .isMissing, .integers, .decimals, .contains, .matches, .groupEquals,
      .region, .proximity, .linked:
      return nil
    }
  }

  private var corpus: Corpus { planner.corpus }

  /// Reads the rows at the end of a path, and goes back along its references.
  private func lead(_ path: BoundPath, _ operation: (Attribute) -> PlanOperation) -> Plan? {
    guard case .attribute(let attribute) = path.target, isIndexed(attribute) else { return nil }
    return path.hops.reversed().reduce(planner.make(operation(attribute))) { plan, hop in
      planner.make(.referring(hop), [plan])
    }
  }

  private func isIndexed(_ attribute: Attribute) -> Bool {
    switch corpus.column(of: attribute) {
    case .codes, .codeLists, .dates: true
    case .integers, .decimals, .texts, nil: false
    }
  }
}
