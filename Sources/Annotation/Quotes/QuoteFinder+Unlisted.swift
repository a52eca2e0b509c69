/// Verbs that no list holds, in places where only a cue can stand.
extension QuoteFinder {

  /// The clause of a verb right behind a run that leaves its sentence open: "…,” he deadpanned".
  func unlistedCue(behind run: Int) -> CueClause? {
    guard reading.mayBeFollowedByCue(run), reading.runs[run].mayBeFollowed else { return nil }
    var start = reading.runOuterTokens[run].upperBound
    if reading.word(start).key == .comma { start += 1 }
    guard reading.inOneBlock(start, start - 1) else { return nil }
    let limit = reading.sentence(around: start).upperBound
    if isFiniteVerb(start), let phrase = reading.nounPhrase(startingAt: start + 1, upTo: limit),
      closesClause(phrase.upperBound)
    {
      return clause(of: start, source: phrase, link: .inverted)
    }
    guard let phrase = reading.nounPhrase(startingAt: start, upTo: limit) else { return nil }
    let full = reading.phraseWithDescription(phrase, upTo: limit)
    for source in [phrase, full] {
      var verb = source.upperBound
      while verb < limit, reading.tag(verb) == .adv || reading.word(verb).key == .comma {
        verb += 1
      }
      if isFiniteVerb(verb), closesClause(verb + 1) {
        return clause(of: verb, source: source, link: .beside)
      }
    }
    return nil
  }

  /// The clause whose verb stands right before a colon or comma and a run, or whose sentence ends
  /// with a colon.
  func unlistedCue(before run: Int) -> (FoundQuote.Rule, CueClause)? {
    let mark = reading.runOuterTokens[run].lowerBound - 1
    guard mark > 0, reading.isOutside(mark) else { return nil }
    let isColon = reading.word(mark).key == .colon
    guard isColon || reading.word(mark).key == .comma else { return nil }
    let sentence = reading.sentence(around: mark)
    if let verb = (max(sentence.lowerBound, mark - 3)..<mark).last(where: isFiniteVerb) {
      var found = subjects.clause(of: verb, earlier: nil)
      found.cue = CueLexicon.unlisted
      if let source = found.source, source.upperBound <= verb { return (.marks, found) }
    }
    guard isColon, let source = introducedSubject(in: sentence, before: mark) else { return nil }
    return (.introduced, clause(of: mark, source: source, link: .beside))
  }

  /// "Clinton:" alone, or the subject of the sentence that ends with a colon.
  private func introducedSubject(in sentence: Range<Int>, before mark: Int) -> Range<Int>? {
    if reading.isHandle(mark - 1), mark - 1 == sentence.lowerBound { return mark - 1..<mark }
    if let phrase = reading.nounPhrase(startingAt: sentence.lowerBound, upTo: mark),
      phrase.upperBound == mark
    {
      return reading.isCapitalized(phrase.upperBound - 1) ? phrase : nil
    }
    if let name = labelledName(in: sentence, before: mark) { return name }
    return subjects.matrixSubject(before: mark, in: sentence)
  }

  /// "Ada Ode, head of the harbour board, Otterburg:": the name that all the rest describes.
  private func labelledName(in sentence: Range<Int>, before mark: Int) -> Range<Int>? {
    guard let phrase = reading.nounPhrase(startingAt: sentence.lowerBound, upTo: mark),
      reading.name(at: phrase.upperBound - 1) != nil,
      reading.word(phrase.upperBound).key == .comma,
      !(phrase.upperBound..<mark).contains(where: isFiniteVerb)
    else { return nil }
    return phrase
  }

  private func isFiniteVerb(_ token: Int) -> Bool {
    guard token < reading.tokens.count, reading.isOutside(token), reading.tag(token) == .verb else {
      return false
    }
    return reading.word(token).form != .gerund && reading.word(token).form != .base
      && !reading.endsInIng(token)
  }

  private func closesClause(_ token: Int) -> Bool {
    let word = reading.word(token)
    return reading.isInRun(token) || word.traits.contains(.mark)
      || word.traits.contains(.preposition) || word.traits.contains(.temporal)
      || reading.tag(token) == .adv || reading.tag(token) == .adp
  }

  private func clause(of head: Int, source: Range<Int>, link: CueClause.Link) -> CueClause {
    let word = reading.word(head)
    return CueClause(
      head: head, cue: word.form == .none ? CueLexicon.unlisted : word.cue,
      cueTokens: head..<head + 1, frames: [.direct],
      source: source, sourceHead: subjects.headPhrase(of: source), link: link, addressee: nil,
      start: source.lowerBound)
  }
}
