/// The runs of quoted words that no cue took: they carry on a quote, or stand alone.
extension QuoteFinder {

  /// Gives every run of a statement that no cue took to the quote that it carries on.
  mutating func attachRuns() {
    attributed = AttributedQuotes(quotes, reading)
    for run in reading.runs.indices where quoteOfRun[run] == nil && reading.runs[run].parent == nil
    {
      if let former = reading.runs[run].continued.flatMap({ quoteOfRun[$0] }) {
        join(run, to: former)
      } else if let former = quoteEndingBefore(run) {
        join(run, to: former)
      } else if reading.isStatement(run) {
        attach(run)
      }
    }
  }

  private mutating func join(_ run: Int, to quote: Int) {
    quoteOfRun[run] = quote
    quotes[quote].pieces.append(reading.runTokens[run])
    quotes[quote].runs.append(run)
    // Of several paragraphs the last one is signed.
    guard quotes[quote].rule == .unattributed, let clause = signature(of: run) else { return }
    quotes[quote].rule = .signed
    quotes[quote].clause = clause
  }

  /// The direct quote whose run, or whose cue clause, ends right before a run of one paragraph.
  private func quoteEndingBefore(_ run: Int) -> Int? {
    let start = reading.runOuterTokens[run].lowerBound
    guard !reading.isFragment(run), start > 0,
      let former = (0..<run).last(where: { reading.runs[$0].parent == nil }),
      let quote = quoteOfRun[former], quotes[quote].kind != .indirect, !quotes[quote].runs.isEmpty,
      reading.runs[former].block == reading.runs[run].block
    else { return nil }
    let end = reading.runOuterTokens[former].upperBound
    if end == start { return quote }
    guard let clause = quotes[quote].clause, clause.head >= end, clause.head < start,
      reading.sentence(around: clause.head).upperBound == start
        || behindCue(clause) + 1 >= start
    else { return nil }
    return quote
  }

  /// Finds the source of a statement from what stands before its paragraph or sentence.
  private mutating func attach(_ run: Int) {
    quoteOfRun[run] = quotes.count
    var quote = FoundQuote(
      rule: .unattributed, pieces: [reading.runTokens[run]], runs: [run], clause: nil, kind: .direct
    )
    if let clause = signature(of: run) {
      quote.rule = .signed
      quote.clause = clause
    } else if let (rule, clause) = clauseIntroducing(run).map({ (.marks, $0) })
      ?? unlistedCue(behind: run).map({ (.marks, $0) }) ?? unlistedCue(before: run)
      ?? clauseCarriedOn(to: run).map({ (.carriedOn, $0) })
      ?? clauseCarriedOver(to: run).map({ (.carriedOn, $0) }) as (FoundQuote.Rule, CueClause)?
    {
      quote.rule = rule
      quote.clause = clause
    }
    attributed.add(quote, number: quotes.count, reading)
    quotes.append(quote)
  }

  /// The name that signs a paragraph of quoted words, behind or below it.
  private func signature(of run: Int) -> CueClause? {
    guard reading.startsBlock(run),
      let clause = signature(behind: run) ?? signature(below: run),
      isNearEnd((clause.source ?? clause.cueTokens).upperBound - 1)
    else { return nil }
    return clause
  }

  /// Whether a paragraph ends soon behind a token, so that a name there signs it.
  private func isNearEnd(_ token: Int) -> Bool {
    let end = token + 8
    return end >= reading.tokens.count || !reading.inOneBlock(end, token)
  }

  /// "Caddell continued:" at the end of the paragraph before.
  private func clauseIntroducing(_ run: Int) -> CueClause? {
    let start = reading.runOuterTokens[run].lowerBound
    guard start > 1, reading.word(start - 1).key == .colon else { return nil }
    let sentence = reading.sentence(around: start - 1)
    let cues = sentence.filter {
      reading.isOutside($0) && reading.word($0).form != .none && reading.tag($0) == .verb
    }
    for cue in cues.reversed() {
      let clause = subjects.clause(of: cue, earlier: nil)
      if clause.source != nil, clause.frames.contains(.direct) { return clause }
    }
    return nil
  }

  /// The clause of the attribution in the sentence before, whose speaker may go on speaking.
  private func clauseCarriedOn(to run: Int) -> CueClause? {
    let start = reading.runOuterTokens[run].lowerBound
    guard start > 0 else { return nil }
    guard let sentence = reading.sentenceIndex(of: start - 1),
      let clause = attributed.last(inSentence: sentence).flatMap({ quotes[$0].clause }),
      clause.entry.kind == .speech || clause.entry.kind == .writing,
      reading.inOneBlock(start, clause.head), clause.link != .nominal
    else { return nil }
    return clause
  }

  /// The clause of the one speaker of the paragraph before, when this one is all quoted words.
  private mutating func clauseCarriedOver(to run: Int) -> CueClause? {
    let start = reading.runOuterTokens[run].lowerBound
    guard start > 0, !reading.inOneBlock(start - 1, start), fillsBlock(run) else { return nil }
    let before = reading.sentence(around: start - 1)
    guard let last = attributed.last(before: start).map({ quotes[$0] }), let clause = last.clause,
      clause.source != nil, last.kind == .direct, last.rule == .marks,
      before.contains(clause.head) || holdsRun(of: last, before),
      reading.inOneBlock(clause.head, start - 1)
    else { return nil }
    return clause
  }

  private func holdsRun(of quote: FoundQuote, _ sentence: Range<Int>) -> Bool {
    // Runs stand in order, so that those far before the sentence need no look.
    quote.runs.reversed().prefix { reading.runOuterTokens[$0].upperBound > sentence.lowerBound }
      .contains { reading.runOuterTokens[$0].overlaps(sentence) }
  }

  /// Whether nothing but a run stands in its paragraph.
  private func fillsBlock(_ run: Int) -> Bool {
    let outer = reading.runOuterTokens[run]
    return !reading.inOneBlock(outer.lowerBound, outer.lowerBound - 1)
      && (outer.upperBound >= reading.tokens.count
        || !reading.inOneBlock(outer.upperBound, outer.lowerBound))
  }
}
