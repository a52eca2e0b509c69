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

  /// Returns the search for a phrase or pattern, where it is one of brackets one behind the other.
  func sequenceSearch(_ plan: Plan) throws(Interrupted) -> SequenceSearch? {
    let sequence =
      switch plan.operation {
      case .phrase(let phrase): TokenSequence(phrase, corpus)
      case .pattern(let pattern): try TokenSequence(pattern, corpus, interruption)
      default: TokenSequence?.none
      }
    return sequence.map { SequenceSearch($0, evaluator, interruption) }
  }

  /// Returns the places of a phrase of very many words.
  private func longPhrase(_ phrase: PhrasePattern) throws(Interrupted) -> Rows {
    let words = PhraseWords(phrase, corpus)
    let sets = phrase.places.map { FormSet(folds: $0, corpus.tokens.formTable) }
    let rarest = sets.indices.min { sets[$0].tokenCount < sets[$1].tokenCount } ?? 0
    let paragraphs = corpus.regions(of: .paragraphs) ?? .none
    let tokens = try SetTokens(sets[rarest], corpus.tokens, interruption).tokens(
      in: 0..<corpus.tokens.count, interruption)
    var rows = Rows(.matches, [])
    try interruption.forEachStretch(of: tokens.indices) { stretch in
      for token in tokens.extracting(stretch) {
        let start = token.index - rarest
        guard words.stand(at: start) else { continue }
        let paragraph = paragraphs.firstRow(endingBehind: UInt32(truncatingIfNeeded: start))
        let end = UInt32(truncatingIfNeeded: start + words.count)
        guard paragraph < paragraphs.count, Int(paragraphs.start(of: paragraph)) <= start,
          paragraphs.end(of: paragraph) >= end
        else { continue }
        rows.ids.append(RowID(UInt32(truncatingIfNeeded: start)))
        rows.ends.append(end)
      }
    }
    return rows
  }

  private func unmeasuredMatches(
    _ plan: Plan, _ index: Int
  ) throws(Interrupted) -> any MatchCursor {
    switch plan.operation {
    case .phrase(let phrase):
      if let search = try sequenceSearch(plan) { return SequenceMatches(search) }
      return FoundMatches(try longPhrase(phrase))
    case .pattern(let pattern):
      if let search = try sequenceSearch(plan) { return SequenceMatches(search) }
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
    case .scan, .empty, .postings, .pairedPostings, .dateRange, .intersection, .union, .referring,
      .following, .named, .naming, .overlapping, .sort, .topRows, .top, .sample, .count, .timeline,
      .select, .concordance, .distinct, .similar, .combine, .chart, .summarize, .rate, .collocates,
      .keywords, .compare, .pairs:
      return FoundMatches(try rows(plan, index))
    }
  }
}
