internal import CorpusStore
internal import QuerySemantics

extension Planner {

  /// Makes an operator with the number of rows that are expected of it.
  func make(_ operation: PlanOperation, _ inputs: [Plan] = []) -> Plan {
    Plan(operation, inputs, estimatedRows: estimate(operation, inputs))
  }

  var estimator: Estimator { Estimator(corpus: corpus) }

  private func estimate(_ operation: PlanOperation, _ inputs: [Plan]) -> Int {
    let first = inputs.first?.estimatedRows ?? 0
    switch operation {
    case .scan(let table): return corpus.rowCount(of: table)
    case .empty: return 0
    case .postings(let attribute, let codes):
      return min(
        corpus.rowCount(of: attribute.table), estimator.occurrences(of: codes, at: attribute))
    case .pairedPostings(let pair):
      return min(corpus.rowCount(of: pair.first.table), estimator.occurrences(of: pair))
    case .dateRange(let attribute, let range): return estimator.dated(range, at: attribute)
    case .phrase(let pattern): return estimator.matches(of: pattern)
    case .intersection, .union: return estimateSet(operation, inputs)
    case .referring, .following, .named, .naming, .overlapping:
      return estimateLink(operation, inputs)
    case .filter(let predicates):
      guard let input = inputs.first else { return 0 }
      return estimator.rows(of: .and(predicates), rowType: input.rowType, count: first)
    case .regionJoin(let relation): return estimateJoin(relation, inputs)
    case .sort, .select, .concordance: return first
    case .limit(let count), .topRows(let count, _), .sample(let count, _):
      return min(first, count)
    case .top(let count, _, let per): return per == nil ? min(first, count) : first
    case .count(let keys): return keys.isEmpty ? 1 : min(first, keyCount(keys))
    case .pattern(let pattern): return estimator.matches(of: pattern)
    case .distinct, .similar, .chart, .rate: return first
    case .combine: return estimateSet(operation, inputs)
    case .summarize(_, let keys): return keys.isEmpty ? 1 : min(first, keyCount(keys))
    case .collocates, .keywords, .compare, .pairs: return min(1000, 10 * first)
    case .timeline(_, _, let key): return min(first, 100 * (key.map { keyCount([$0]) } ?? 1))
    }
  }

  private func estimateSet(_ operation: PlanOperation, _ inputs: [Plan]) -> Int {
    guard let first = inputs.first else { return 0 }
    let rows = max(1, estimator.rowCount(of: first.rowType))
    if operation == .union || operation == .combine(.union) {
      return min(rows, inputs.reduce(0) { $0 + $1.estimatedRows })
    }
    let share = inputs.reduce(1.0) { $0 * Double($1.estimatedRows) / Double(rows) }
    return min(rows, Int((share * Double(rows)).rounded(.up)))
  }

  private func estimateLink(_ operation: PlanOperation, _ inputs: [Plan]) -> Int {
    guard let input = inputs.first else { return 0 }
    let from = max(1, estimator.rowCount(of: input.rowType))
    let rows = estimator.rowCount(of: operation.rowType(of: inputs))
    let share = min(1, Double(input.estimatedRows) / Double(from))
    return min(rows, Int((share * Double(rows)).rounded(.up)))
  }

  private func estimateJoin(_ relation: RegionRelation, _ inputs: [Plan]) -> Int {
    guard inputs.count == 2 else { return 0 }
    let (rows, others) = (inputs[0].estimatedRows, inputs[1].estimatedRows)
    switch relation {
    case .containing, .overlapping: return min(rows, others)
    case .within, .before, .after, .near: return others == 0 ? 0 : rows
    case .outside: return rows
    }
  }

  private func keyCount(_ keys: [BoundColumn]) -> Int {
    keys.reduce(1) { product, key in
      guard case .attribute(let attribute) = key.path.target,
        let dictionary = corpus.dictionary(of: attribute)
      else { return product }
      return min(1 << 30, product * max(1, min(1 << 20, dictionary.count)))
    }
  }
}
