/// Readings of quoted words beyond the rules: other cues, fewer runs.
extension QuoteFinder {

  /// Adds other readings of every quote that is made of runs of quoted words.
  mutating func readRunsWidely() {
    let clauses = sourcedClauses()
    for quote in quotes where !quote.runs.isEmpty {
      if quote.runs.count > 1, quote.clause != nil { addFewerRuns(of: quote) }
      addOtherSources(of: quote, clauses)
    }
  }

  /// The run at the cue alone, and the others as a quote that carries on.
  private mutating func addFewerRuns(of quote: FoundQuote) {
    for count in 1..<min(quote.runs.count, 4) {
      var first = quote
      first.variant = .fewer
      first.runs = Array(quote.runs[..<count])
      first.pieces = Array(quote.pieces[..<min(count, quote.pieces.count)])
      further.append(first)
      var rest = quote
      rest.variant = .fewer
      rest.rule = .carriedOn
      rest.runs = Array(quote.runs[count...])
      rest.pieces = Array(quote.pieces[min(count, quote.pieces.count)...])
      if !rest.pieces.isEmpty { further.append(rest) }
    }
  }

  /// The cue behind a run that another cue took, and the speaker before a run that no cue took.
  private mutating func addOtherSources(of quote: FoundQuote, _ clauses: [CueClause]) {
    guard let run = quote.runs.first else { return }
    if let clause = unlistedCue(behind: run), clause.head != quote.clause?.head {
      addMarks(quote, .marks, clause)
    }
    if let clause = signature(behind: quote.runs.last ?? run) {
      addMarks(quote, .introduced, clause)
    }
    if quote.clause == nil, let clause = Self.last(of: clauses, before: quote.start) {
      addMarks(quote, .carriedOn, clause)
    }
  }

  /// The name behind a dash with which a paragraph ends: “…” — Ann Lee.
  func signature(behind run: Int) -> CueClause? {
    let dash = reading.runOuterTokens[run].upperBound
    return reading.inOneBlock(dash, dash - 1) ? signature(at: dash) : nil
  }

  /// The name behind a dash that is all of the paragraph below one of quoted words, but for what stands
  /// behind a comma or in brackets.
  func signature(below run: Int) -> CueClause? {
    let dash = reading.runOuterTokens[run].upperBound
    guard reading.endsBlock(run), dash < reading.tokens.count, let clause = signature(at: dash),
      let source = clause.source
    else { return nil }
    let behind = reading.tokens.indices[source.upperBound...].prefix {
      reading.inOneBlock($0, dash)
    }
    guard let next = behind.first, let last = behind.last else { return clause }
    // “— Anna, come here!” is said to her.
    let isCompany = [.comma, .bracket].contains(reading.word(next).key)
    return isCompany && reading.word(last).key != .stop ? clause : nil
  }

  private func signature(at dash: Int) -> CueClause? {
    guard reading.word(dash).key == .dash || reading.word(dash).key == .hyphen else { return nil }
    let limit = reading.sentence(around: dash + 1).upperBound
    guard let name = reading.nounPhrase(startingAt: dash + 1, upTo: limit),
      reading.isCapitalized(name.upperBound - 1)
    else { return nil }
    return CueClause(
      head: dash, cue: CueLexicon.unlisted, cueTokens: dash..<dash + 1, frames: [.direct],
      source: name, sourceHead: name, link: .inverted, addressee: nil, start: dash)
  }

  private mutating func addMarks(
    _ quote: FoundQuote, _ rule: FoundQuote.Rule, _ clause: CueClause
  ) {
    var other = quote
    other.rule = rule
    other.variant = .marks
    other.clause = clause
    further.append(other)
  }

  /// The clauses with a source that are of a quote's own, one a cue, in the order of their cues.
  private func sourcedClauses() -> [CueClause] {
    var first: [Int: CueClause] = [:]
    for quote in quotes where quote.rule != .carriedOn && quote.rule != .introduced {
      guard let clause = quote.clause, clause.source != nil, first[clause.head] == nil else {
        continue
      }
      first[clause.head] = clause
    }
    return first.values.sorted { $0.head < $1.head }
  }

  /// The last clause whose cue stands before a token, found by halving.
  private static func last(of clauses: [CueClause], before token: Int) -> CueClause? {
    var (low, high) = (0, clauses.count)
    while low < high {
      let middle = (low + high) / 2
      if clauses[middle].head < token { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? clauses[low - 1] : nil
  }
}
