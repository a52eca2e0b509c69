internal import CorpusStore
internal import QueryPlanning
internal import QuerySemantics

extension Execution {

  /// Returns a cursor over the matches of an operator.
  func matches(_ plan: Plan, _ index: Int) throws(Interrupted) -> any MatchCursor {
    try interruption.check()
    let start = recorder.now
    let cursor = try unmeasuredMatches(plan, index)
    recorder.add(index, rows: 0, since: start)
    return MeasuredMatches(
      cursor, operator: index, recorder: recorder, interruption: interruption)
  }

  private func unmeasuredMatches(
    _ plan: Plan, _ index: Int
  ) throws(Interrupted) -> any MatchCursor {
    switch plan.operation {
    case .phrase(let phrase):
      return SequenceMatches(TokenSequence(phrase, corpus), corpus, interruption)
    case .pattern(let pattern):
      if let sequence = try TokenSequence(pattern, corpus, interruption) {
        return SequenceMatches(sequence, corpus, interruption)
      }
      return try PatternMatches(pattern, corpus, interruption)
    case .filter(let predicates):
      let tests = try TestCompiler(self, kind: .matches).tests(of: predicates)
      return FilteredMatches(
        try matches(plan.inputs[0], index + 1), tests, blockSize: blockSize)
    case .regionJoin(let relation):
      let test = try joinTest(plan, index, relation, kind: .matches)
      return FilteredMatches(
        try matches(plan.inputs[0], index + 1), [test], blockSize: blockSize)
    case .limit(let count):
      return LimitedMatches(try matches(plan.inputs[0], index + 1), count: count)
    case .scan, .empty, .postings, .dateRange, .intersection, .union, .referring, .following,
      .named, .naming, .overlapping, .sort, .topRows, .top, .sample, .count, .timeline, .select,
      .concordance, .distinct, .similar, .combine, .chart, .summarize, .rate, .collocates,
      .keywords, .compare, .pairs:
      return FoundMatches(try rows(plan, index))
    }
  }
}
