/// Readings of quoted words beyond the rules: other cues, fewer runs.
extension QuoteFinder {

  /// Adds other readings of every quote that is made of runs of quoted words.
  mutating func readRunsWidely() {
    for quote in quotes where !quote.runs.isEmpty {
      if quote.runs.count > 1, quote.clause != nil { addFewerRuns(of: quote) }
      addOtherSources(of: quote)
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
  private mutating func addOtherSources(of quote: FoundQuote) {
    guard let run = quote.runs.first else { return }
    if let clause = unlistedCue(behind: run), clause.head != quote.clause?.head {
      addMarks(quote, .marks, clause)
    }
    if let clause = signature(behind: quote.runs.last ?? run) {
      addMarks(quote, .introduced, clause)
    }
    if quote.clause == nil, let clause = clauseBefore(quote.start) {
      addMarks(quote, .carriedOn, clause)
    }
  }

  /// The name behind a dash with which a paragraph ends: “…” — Ann Lee.
  func signature(behind run: Int) -> CueClause? {
    let dash = reading.runOuterTokens[run].upperBound
    guard reading.inOneBlock(dash, dash - 1),
      reading.word(dash).key == .dash || reading.word(dash).key == .hyphen
    else { return nil }
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

  /// The last clause with a source that stands before a token, at most two paragraphs away.
  private func clauseBefore(_ token: Int) -> CueClause? {
    var best: CueClause?
    for quote in quotes where quote.rule != .carriedOn && quote.rule != .introduced {
      guard let clause = quote.clause, clause.source != nil, token > clause.head,
        clause.head > (best?.head ?? -1)
      else { continue }
      best = clause
    }
    return best
  }
}
