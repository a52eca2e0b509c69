public import CorpusStore
public import QuerySemantics

/// Turns a bound query into a plan: first word for word, then rewrite by rewrite.
public struct Planner: Sendable {

  let corpus: Corpus

  /// Creates a planner of queries over a corpus.
  public init(_ corpus: Corpus) { self.corpus = corpus }

  /// Returns the plan of a query.
  ///
  /// A step that saves does nothing here: what is saved is the result.
  public func plan(_ query: BoundQuery) -> Plan { rewritten(logicalPlan(of: query)) }

  /// Returns the plan of a source.
  public func plan(_ source: BoundSource) -> Plan { rewritten(logicalPlan(of: source)) }

  /// Returns the plan that does word for word what a query says.
  package func logicalPlan(of query: BoundQuery) -> Plan {
    query.steps.reduce(logicalPlan(of: query.source)) { plan(step: $1, on: $0) }
  }

  /// Returns `plan` after all rewrites.
  package func rewritten(_ plan: Plan) -> Plan {
    guard plan.canBeRewritten else { return plan }
    return rewrites.reduce(plan) { plan, rewrite in transform(plan, by: rewrite) ?? plan }
  }

  private var rewrites: [any Rewrite] {
    [
      FilterPushDown(planner: self), ConstantFolding(planner: self),
      RegionClausesToJoins(planner: self), PredicatesToPostings(planner: self),
      PostingsToPairs(planner: self),
      ConjunctOrdering(planner: self), OrderElimination(planner: self),
      LimitPushDown(planner: self),
    ]
  }

  private func logicalPlan(of source: BoundSource) -> Plan {
    switch source {
    case .table(let table): make(.scan(table))
    case .phrase(let pattern): make(.phrase(pattern))
    case .query(let query): logicalPlan(of: query)
    case .region(let rows, let relation, let others):
      make(.regionJoin(relation), [logicalPlan(of: rows), logicalPlan(of: others)])
    case .pattern(let pattern): make(.pattern(pattern))
    case .compare(let contrast):
      make(
        .compare(contrast), [logicalPlan(of: contrast.first), logicalPlan(of: contrast.second)])
    }
  }

  private func plan(step: BoundStep, on input: Plan) -> Plan {
    switch step {
    case .filter(let clauses): make(.filter(clauses.map(\.predicate)), [input])
    case .select(let columns): make(.select(columns), [input])
    case .order(let keys): make(.sort(keys), [input])
    case .limit(let count): make(.limit(count), [input])
    case .top(let count, by: nil, per: nil): make(.limit(count), [input])
    case .top(let count, let by, let per): make(.top(count, by: by, per: per), [input])
    case .sample(let count, let seed): make(.sample(count, seed: seed), [input])
    case .count(let keys): make(.count(keys), [input])
    case .timeline(let part, let date, let key):
      make(.timeline(part, date: date, by: key), [input])
    case .to(let table, let type): move(input, to: table, entityType: type)
    case .kwic(let width, let order): make(.concordance(width: width, order), [input])
    case .save: input
    case .distinct(let columns): make(.distinct(columns), [input])
    case .similar(let text): make(.similar(text), [input])
    case .chart(let kind): make(.chart(kind), [input])
    case .combine(let operation, let query):
      make(.combine(operation), [input, logicalPlan(of: query)])
    case .summarize, .rate, .collocates, .keywords, .pairs: planFigures(step, on: input)
    }
  }

  private func planFigures(_ step: BoundStep, on input: Plan) -> Plan {
    switch step {
    case .summarize(let figures, let keys): make(.summarize(figures, keys), [input])
    case .rate(let rate):
      if case .query(let query, _) = rate.denominator {
        make(.rate(rate), [input, logicalPlan(of: query)])
      } else {
        make(.rate(rate), [input])
      }
    case .collocates(let collocates): make(.collocates(collocates), [input])
    case .keywords(let keywords):
      make(.keywords(keywords), [input, logicalPlan(of: keywords.reference)])
    case .pairs(let key, let group): make(.pairs(of: key, per: group), [input])
    case .filter, .select, .order, .limit, .top, .sample, .count, .timeline, .to, .kwic, .save,
      .distinct, .similar, .chart, .combine:
      input
    }
  }

  /// Rewrites the operators of a tree, those below first; nil where nothing changes.
  ///
  /// What stays is not made anew, for its rows need not be estimated again.
  private func transform(_ plan: Plan, by rewrite: any Rewrite) -> Plan? {
    var inputs: [Plan]?
    for (index, input) in plan.inputs.enumerated() {
      guard let changed = transform(input, by: rewrite) else { continue }
      inputs = inputs ?? plan.inputs
      inputs?[index] = changed
    }
    guard let inputs else { return rewrite.rewrite(plan) }
    let plan = make(plan.operation, inputs)
    return rewrite.rewrite(plan) ?? plan
  }
}

extension Plan {

  /// Whether there is something in the tree that a rewrite looks for: each moves, changes or drops a
  /// filter, a sort or a limit.
  fileprivate var canBeRewritten: Bool {
    switch operation {
    case .filter, .sort, .limit: true
    case .scan, .empty, .postings, .pairedPostings, .dateRange, .phrase, .pattern, .intersection,
      .union, .referring, .following, .named, .naming, .overlapping, .regionJoin, .topRows, .top,
      .sample, .count, .timeline, .select, .concordance, .distinct, .similar, .combine, .chart,
      .summarize, .rate, .collocates, .keywords, .compare, .pairs:
      inputs.contains(where: \.canBeRewritten)
    }
  }
}
