/// Quotes in the words of a quote: “I will tell him: ‘Give up.’”
extension QuoteFinder {

  /// Adds every statement in marks inside of an attributed run whose cue stands right before it.
  mutating func readNestedRuns() {
    for run in reading.runs.indices {
      guard let outer = reading.runs[run].parent, quoteOfRun[outermost(of: outer)] != nil,
        let first = reading.runTokens[run].first, reading.isCapitalized(first),
        reading.runTokens[run].count >= 2, let clause = clauseLeading(to: run)
      else { continue }
      quoteOfRun[run] = quotes.count
      quotes.append(
        FoundQuote(
          rule: .marks, pieces: [reading.runTokens[run]], runs: [run], clause: clause,
          kind: .direct))
    }
  }

  private func outermost(of run: Int) -> Int {
    var run = run
    while let parent = reading.runs[run].parent { run = parent }
    return run
  }

  /// The cue before a nested run with the one word before it that can be its subject.
  private func clauseLeading(to run: Int) -> CueClause? {
    let start = reading.runOuterTokens[run].lowerBound
    let limit = max(reading.runTokens[outermost(of: run)].lowerBound, start - 6)
    guard limit < start,
      let cue = (limit..<start).last(where: { reading.word($0).form != .none && isDirectCue($0) })
    else { return nil }
    var subject = cue - 1
    while subject > limit, reading.tag(subject) == .aux || reading.tag(subject) == .adv {
      subject -= 1
    }
    let isSubject =
      subject >= limit
      && (reading.word(subject).traits.contains(.subjectPronoun)
        || reading.name(at: subject) != nil)
    guard isSubject else { return nil }
    let word = reading.word(cue)
    return CueClause(
      head: cue, cue: word.cue, cueTokens: cue..<cue + 1, frames: [.direct],
      source: subject..<subject + 1, sourceHead: subject..<subject + 1, link: .beside,
      addressee: nil, start: subject)
  }

  private func isDirectCue(_ token: Int) -> Bool {
    let cue = CueLexicon.cues[Int(reading.word(token).cue)]
    return reading.tag(token) == .verb && cue.frames.contains(.direct)
      && (cue.kind == .speech || cue.kind == .writing)
  }
}
