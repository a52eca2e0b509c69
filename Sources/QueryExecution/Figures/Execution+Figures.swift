internal import CorpusStore
internal import QueryPlanning
internal import QuerySemantics

extension Execution {

  /// Returns the groups of an operator that works out figures.
  func figures(_ plan: Plan, _ index: Int) throws(Interrupted) -> Rows {
    switch plan.operation {
    case .summarize(let figures, let keys):
      return try summarized(try input(plan, index), figures, by: keys)
    case .rate(let rate): return try rated(plan, index, rate)
    case .collocates(let search): return try collocates(of: try input(plan, index), search)
    case .keywords(let search):
      let (rows, others) = try bothInputs(plan, index)
      return try keywords(of: rows, against: others, search)
    case .compare(let contrast):
      let (rows, others) = try bothInputs(plan, index)
      return try compared(rows, others, by: contrast)
    case .pairs(let key, let group):
      return try pairs(of: key, per: group, try input(plan, index))
    default: return empty(plan.rowType)
    }
  }
}
