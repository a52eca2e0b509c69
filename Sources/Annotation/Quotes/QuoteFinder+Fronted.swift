/// Cues behind or inside of their content: "…, Macron said", "A truce, he argued, would fail".
extension QuoteFinder {

  /// Returns the run of quoted words right before a cue clause, if the cue may belong to it.
  func runBefore(_ clause: inout CueClause) -> Int? {
    if let run = runBehind(clause.start, clause) { return run }
    guard let (start, end) = stretchBehindRun(clause), let run = runBehind(start, clause) else {
      return nil
    }
    clause.source = start..<end
    clause.sourceHead = subjects.headPhrase(of: start..<end)
    clause.start = start
    clause.link = .beside
    return run
  }

  /// The words between a run and a cue, if they can be one long subject: "Ann Lee (D), now 81".
  private func stretchBehindRun(_ clause: CueClause) -> (start: Int, end: Int)? {
    let limit = max(0, clause.head - 25)
    var start = clause.head
    while start > limit, reading.isOutside(start - 1), reading.inOneBlock(start - 1, clause.head) {
      let word = reading.word(start - 1)
      if word.key == .stop || word.key == .semicolon || word.key == .colon { return nil }
      if word.form == .past || word.form == .third, reading.tag(start - 1) == .verb { return nil }
      start -= 1
    }
    guard start < clause.head, start > limit || limit == 0 else { return nil }
    if reading.word(start).key == .comma { start += 1 }
    var end = clause.head
    while end - 1 > start,
      reading.word(end - 1).traits.contains(.adverb)
        || reading.word(end - 1).key == .comma || reading.tag(end - 1) == .aux
    {
      end -= 1
    }
    let first = reading.word(start).traits
    let isPhrase =
      reading.isCapitalized(start) || first.contains(.determiner) || first.contains(.possessive)
      || reading.isNominal(start)
    let holdsNoun = (start..<end).contains { reading.isHead($0) || reading.isCapitalized($0) }
    return isPhrase && holdsNoun && first.isDisjoint(with: [.subordinator, .preposition])
      ? (start, end) : nil
  }

  private func runBehind(_ start: Int, _ clause: CueClause) -> Int? {
    var token = start - 1
    if reading.isOutside(token), reading.word(token).key == .comma { token -= 1 }
    guard let run = reading.run(at: token), reading.inOneBlock(token, clause.head),
      reading.runs[run].mayBeFollowed, reading.mayBeFollowedByCue(run),
      clause.frames.contains(.direct)
    else { return nil }
    return run
  }

  /// Reads a cue clause behind a run; false if the clause does not belong to the run.
  mutating func readBehindRun(_ run: Int, _ clause: inout CueClause) -> Bool {
    if clause.source == nil {
      guard clause.frames.contains(.inverted), clause.head == clause.start,
        takeInvertedSubject(&clause)
      else { return false }
    }
    earlier = clause
    let outer = reading.runOuterTokens[run]
    let sentence = reading.sentence(around: outer.lowerBound)
    let tail = behindCue(clause)
    var quote = FoundQuote(
      rule: .marks, pieces: [reading.runTokens[run]], runs: [run], clause: clause, kind: .direct)
    let lead = extents.trimmed(sentence.lowerBound..<outer.lowerBound)
    if startsMidSentence(lead, run) {
      quote.pieces = [lead.lowerBound..<outer.upperBound]
      quote.runs = []
      quote.kind = .mixed
      quote.rule = .fronted
    }
    quoteOfRun[run] = quotes.count
    continueBehindCue(&quote, tail: tail)
    quotes.append(quote)
    return true
  }

  /// Whether words before a run belong to its sentence, so that the run is only its end.
  private func startsMidSentence(_ lead: Range<Int>, _ run: Int) -> Bool {
    guard !lead.isEmpty, reading.runs[run].hasOpening, reading.isFragment(run) else { return false }
    let before = reading.word(reading.runOuterTokens[run].lowerBound - 1)
    return lead.count > 1 && before.key != .colon
  }

  /// Adds what the source says behind the cue clause: a further run, or the rest of the sentence.
  private mutating func continueBehindCue(_ quote: inout FoundQuote, tail: Int) {
    var token = tail
    if reading.isOutside(token), isJoint(reading.word(token).key) { token += 1 }
    guard let next = reading.run(at: token), reading.inOneBlock(token, quote.start),
      reading.runOuterTokens[next].lowerBound == token, quoteOfRun[next] == nil
    else { return }
    quoteOfRun[next] = quotes.count
    quote.pieces.append(reading.runTokens[next])
    quote.runs.append(next)
  }

  private func isJoint(_ key: WordKey) -> Bool {
    key == .comma || key == .dash || key == .colon || key == .ellipsis
  }

  /// Returns the token behind a cue clause with its adverbials.
  func behindCue(_ clause: CueClause) -> Int {
    let sentence = reading.sentence(around: clause.head)
    var token = max(clause.cueTokens.upperBound, clause.source?.upperBound ?? 0)
    while token < sentence.upperBound, reading.isOutside(token),
      !isJoint(reading.word(token).key), reading.word(token).key != .stop,
      reading.word(token).key != .semicolon
    {
      token += 1
    }
    return token
  }

  /// Takes the noun phrase behind the cue as the subject: "said Merz".
  func takeInvertedSubject(_ clause: inout CueClause) -> Bool {
    let limit = reading.sentence(around: clause.head).upperBound
    var token = clause.cueTokens.upperBound
    if reading.tag(token) == .adv { token += 1 }
    guard let phrase = reading.nounPhrase(startingAt: token, upTo: limit) else { return false }
    clause.source = reading.phraseWithDescription(phrase, upTo: limit)
    clause.sourceHead = phrase
    clause.link = .inverted
    return true
  }

  /// Reads "A ceasefire is near, said Merz".
  mutating func readInvertedFront(_ clause: CueClause) {
    var inverted = clause
    inverted.start = clause.head
    guard clause.frames.contains(.inverted), !clause.frames.contains(.object),
      reading.isOutside(clause.head - 1),
      reading.word(clause.head).form == .past || reading.word(clause.head).form == .third,
      takeInvertedSubject(&inverted), let source = inverted.source,
      !reading.word(source.lowerBound).traits.contains(.objectPronoun),
      endsClause(behind: source.upperBound)
    else { return }
    readFronted(inverted)
  }

  /// Whether no verb follows, so that the phrase behind a cue is its subject: "…, said Merz on Monday".
  private func endsClause(behind token: Int) -> Bool {
    let word = reading.word(token)
    return !reading.inOneSentence(token, token - 1) || word.traits.contains(.mark)
      || word.traits.contains(.preposition)
      || word.traits.contains(.temporal)
  }

  /// Adds the content that stands before a clause without a complement of its own.
  mutating func readFronted(_ clause: CueClause) {
    guard clause.frames.contains(.that) || clause.frames.contains(.bare),
      clause.link == .beside || clause.link == .inverted
    else { return }
    let comma = clause.start - 1
    let sentence = reading.sentence(around: clause.head)
    if reading.word(comma).key == .as { return readAsClause(clause, as: comma, in: sentence) }
    guard comma > sentence.lowerBound, reading.isOutside(comma),
      reading.word(comma).key == .comma || reading.word(comma).key == .dash
    else { return }
    earlier = clause
    addAround(comma: comma, behind: behindCue(clause), in: sentence, .fronted, clause)
  }

  /// "As Lee noted, the bridge is closed", "The bridge, as Lee noted, is closed".
  private mutating func readAsClause(_ clause: CueClause, as token: Int, in sentence: Range<Int>) {
    let behind = behindCue(clause)
    let isFirst = token <= sentence.lowerBound + 1
    guard reading.word(behind).key == .comma || !isFirst,
      isFirst || reading.word(token - 1).key == .comma
    else { return }
    earlier = clause
    if isFirst {
      add(extents.clause(from: behind + 1, hasThat: true), .fronted, of: clause)
    } else {
      addAround(comma: token - 1, behind: behind, in: sentence, .fronted, clause)
    }
  }

  /// Adds the words of a sentence before and behind a clause that stands between commas or last.
  mutating func addAround(
    comma: Int, behind: Int, in sentence: Range<Int>, _ rule: FoundQuote.Rule, _ clause: CueClause
  ) {
    var pieces: [Range<Int>] = []
    let before = reading.word(comma - 1)
    let isOpen =
      comma - 1 > sentence.lowerBound
      && (before.traits.contains(.subordinator) || before.key == .that)
    let front = extents.trimmed(sentence.lowerBound..<comma)
    let isWhole = holdsClause(front)
    if !isOpen { pieces.append(front) }
    if isOpen || goesOn(behind, in: sentence) && !describesSource(behind, clause),
      behind + 1 < sentence.upperBound
    {
      let rest = extents.clause(from: behind + 1, hasThat: true)
      guard isWhole || rest.contains(where: isVerb) else { return }
      pieces.append(rest)
    } else if !isWhole {
      return
    }
    add(pieces, rule, of: clause)
  }

  /// Whether words hold a clause, and not only where or when something is said.
  private func holdsClause(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    let opensAside =
      reading.word(first).traits.contains(.preposition)
      && !reading.word(first).traits.contains(.subordinator)
    guard opensAside else { return range.contains { reading.isInRun($0) || isVerb($0) } }
    return range.contains { reading.tag($0) == .aux }
  }

  /// Whether what stands behind the comma describes the subject before it: "said Lee, a lawyer".
  private func describesSource(_ comma: Int, _ clause: CueClause) -> Bool {
    guard clause.link == .inverted, clause.source?.upperBound == comma else { return false }
    return reading.word(comma + 1).traits.contains(.determiner)
  }

  private func isVerb(_ token: Int) -> Bool {
    reading.tag(token) == .verb || reading.tag(token) == .aux
  }

  /// Whether the content goes on behind the comma that closes a cue clause.
  private func goesOn(_ comma: Int, in sentence: Range<Int>) -> Bool {
    guard comma + 1 < sentence.upperBound, reading.word(comma).key == .comma else { return false }
    let next = reading.word(comma + 1)
    if next.key == .who || next.key == .which { return false }
    if next.traits.contains(.subordinator), next.key != .if { return false }
    if next.form == .gerund, reading.tag(comma + 1) == .verb { return false }
    let isParticiple =
      reading.tag(comma + 1) == .verb && next.form == .none && reading.endsInIng(comma + 1)
    return !isParticiple
  }
}
