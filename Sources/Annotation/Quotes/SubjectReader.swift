/// Finds who does what a verb says, by walking left from the verb.
struct SubjectReader {
  let reading: QuoteReading

  /// What stands between subject and verb.
  private struct Chain {
    var token: Int
    var isNegated = false
    var isPassive = false
    var isPlanned = false
    var hasAuxiliary = false
  }

  /// Returns the cue clause of a verb at a token, whose source may be missing.
  func clause(of verb: Int, earlier: CueClause?) -> CueClause {
    let entry = reading.word(verb)
    let sentence = reading.sentence(around: verb)
    let chain = chain(leftOf: verb, form: entry.form, from: sentence.lowerBound)
    var clause = CueClause(
      head: verb, cue: entry.cue, cueTokens: verb..<verb + 1,
      frames: CueLexicon.cues[Int(entry.cue)].frames, source: nil, sourceHead: nil, link: .none,
      addressee: nil, start: chain.token + 1)
    clause.isNegated = chain.isNegated
    clause.isPassive = chain.isPassive
    clause.isPlanned = chain.isPlanned
    if entry.form == .gerund, !chain.hasAuxiliary {
      attachParticiple(&clause, chain: chain, earlier: earlier, in: sentence)
    } else {
      attachSubject(&clause, chain: chain, earlier: earlier, in: sentence)
    }
    clause.isHypothetical = isHypothetical(clause)
    return clause
  }

  /// "If he says that": nothing has been said.
  private func isHypothetical(_ clause: CueClause) -> Bool {
    let before = reading.word(clause.start - 1)
    return reading.isOutside(clause.start - 1) && (before.key == .if || before.key == .whether)
  }

  /// Returns the subject of the clause around a token: the first noun phrase before a verb, counted
  /// from the last coordinated clause.
  func matrixSubject(before verb: Int, in sentence: Range<Int>) -> Range<Int>? {
    var start = sentence.lowerBound
    var subject: Range<Int>?
    while start < verb {
      if let found = subjectOpening(at: start, before: verb)
        ?? subjectBehindComma(from: start, before: verb)
      {
        subject = found
      }
      guard let next = (start..<verb).first(where: { isClauseBreak($0) }) else { break }
      start = next + 2
    }
    return subject
  }

  /// "Eight years ago, he supported": what stands before the first comma was no subject.
  private func subjectBehindComma(from start: Int, before verb: Int) -> Range<Int>? {
    guard
      let comma = (start..<min(verb, start + 12)).first(where: { reading.word($0).key == .comma })
    else { return nil }
    return subjectOpening(at: comma + 1, before: verb)
  }

  // MARK: Walking left

  private func chain(leftOf verb: Int, form: CueForm, from limit: Int) -> Chain {
    var chain = Chain(token: verb - 1)
    var isNextToVerb = true
    while chain.token >= limit, reading.isOutside(chain.token) {
      let word = reading.word(chain.token)
      if word.traits.contains(.negation) {
        chain.isNegated = true
      } else if word.key == .clitic, reading.tag(chain.token) != .aux {
        break
      } else if !word.traits.isDisjoint(with: .auxiliary), reading.tag(chain.token) != .noun {
        chain.hasAuxiliary = true
        if word.traits.contains(.modal) { chain.isPlanned = true }
        if isNextToVerb, word.traits.contains(.be), form == .past || form == .participle {
          chain.isPassive = true
        }
        isNextToVerb = false
      } else if word.key == .to, let before = tokenBeforeInfinitive(chain.token, from: limit) {
        if reading.word(before).traits.contains(.refusal) { chain.isNegated = true }
        chain.isPlanned = true
        chain.hasAuxiliary = true
        chain.token = before
        isNextToVerb = false
      } else if word.key == .as, form == .gerund, reading.tag(chain.token - 1) == .verb {
        chain.hasAuxiliary = true
        chain.token -= 1
      } else if word.traits.contains(.temporal), reading.word(chain.token - 1).key == .on {
        chain.token -= 1
      } else if let opening = handle(endingAt: chain.token, from: limit) {
        chain.token = opening
      } else if !isAdverb(chain.token) {
        break
      }
      chain.token -= 1
    }
    return chain
  }

  /// "Ada Ode (@adaode) wrote": where the bracket opens around what someone is called on a network.
  private func handle(endingAt token: Int, from limit: Int) -> Int? {
    guard reading.word(token).key == .bracket, token - 2 > limit,
      reading.word(token - 2).key == .bracket, reading.isHandle(token - 1)
    else { return nil }
    return token - 2
  }

  private func isAdverb(_ token: Int) -> Bool {
    let word = reading.word(token)
    return reading.tag(token) == .adv && word.traits.isDisjoint(with: .pronoun)
      && word.traits.isDisjoint(with: .question)
      || word.traits.contains(.adverb) || word.traits.contains(.reflexive) || word.key == .there
  }

  /// "plans to", "is determined to", "went on to": the word before "to" that belongs to the verb.
  private func tokenBeforeInfinitive(_ to: Int, from limit: Int) -> Int? {
    var token = to - 1
    guard token >= limit, reading.isOutside(token) else { return nil }
    if reading.word(token).key == .on, reading.tag(token - 1) == .verb { token -= 1 }
    let isPlanning = reading.word(token).traits.contains(.planning)
    switch reading.tag(token) {
    case .verb, .adj, .aux: return token
    case .noun where isPlanning && token > limit:
      let before = reading.word(token - 1).traits
      return before.isDisjoint(with: [.determiner, .possessive]) ? token : nil
    default: return nil
    }
  }

  // MARK: Taking the subject

  private func attachSubject(
    _ clause: inout CueClause, chain: Chain, earlier: CueClause?, in sentence: Range<Int>
  ) {
    let end = chain.token
    guard end >= sentence.lowerBound, reading.isOutside(end) else { return }
    let word = reading.word(end)
    if word.key == .who || word.key == .which || (word.key == .that && reading.isHead(end - 1)) {
      let noun = reading.word(end - 1).key == .comma ? end - 1 : end
      if word.key == .who {
        take(phraseEndingAt: noun, as: .relative, into: &clause, in: sentence)
      } else if let phrase = reading.nounPhrase(endingAt: noun, from: sentence.lowerBound) {
        take(phrase, head: phrase, as: .relative, &clause)
      }
    } else if word.key == .comma || word.key == .dash {
      attachAcrossParenthesis(&clause, comma: end, in: sentence)
    } else if word.key == .and || word.key == .but || word.key == .or {
      let source = earlier?.source ?? matrixSubject(before: end, in: sentence)
      take(
        source, head: earlier?.source == nil ? nil : earlier?.sourceHead, as: .coordinated, &clause)
    } else {
      take(phraseEndingAt: end + 1, as: .beside, into: &clause, in: sentence)
    }
  }

  private func attachParticiple(
    _ clause: inout CueClause, chain: Chain, earlier: CueClause?, in sentence: Range<Int>
  ) {
    if reading.isHead(chain.token), reading.word(chain.token).nominalCue == nil,
      chain.token == clause.head - 1
    {
      take(phraseEndingAt: chain.token + 1, as: .participial, into: &clause, in: sentence)
      return
    }
    if let earlier, let source = earlier.source {
      take(source, head: earlier.sourceHead, as: .participial, &clause)
    } else {
      take(
        matrixSubject(before: clause.head, in: sentence), head: nil, as: .participial, &clause)
    }
  }

  private func attachAcrossParenthesis(
    _ clause: inout CueClause, comma: Int, in sentence: Range<Int>
  ) {
    let farthest = max(sentence.lowerBound, comma - 40)
    let mark = reading.word(comma).key
    var token = comma - 1
    while token > farthest, reading.isOutside(token) {
      if reading.word(token).key == mark,
        attachPhrase(before: token, upTo: comma, into: &clause, in: sentence)
      {
        return
      }
      token -= 1
    }
  }

  /// Takes the phrase before a mark as the subject, if what follows up to another describes it.
  private func attachPhrase(
    before mark: Int, upTo end: Int, into clause: inout CueClause, in sentence: Range<Int>
  ) -> Bool {
    guard isDescription(mark + 1..<end), !holdsMainClause(mark + 1..<end),
      let head = reading.nounPhrase(endingAt: mark, from: sentence.lowerBound)
    else { return false }
    let phrase = reading.phraseWithModifiers(head, from: sentence.lowerBound)
    guard isFreeSubject(phrase, in: sentence), !isObject(phrase, in: sentence) else { return false }
    let first = reading.word(mark + 1)
    let isAside =
      first.traits.contains(.preposition) || reading.tag(mark + 1) == .adv
      || first.traits.contains(.adverb)
    clause.source = phrase.lowerBound..<(isAside ? phrase.upperBound : end)
    clause.sourceHead = headPhrase(of: phrase)
    clause.start = phrase.lowerBound
    clause.link = .beside
    return true
  }

  /// Whether a part between commas has a verb of its own and is no relative clause.
  private func holdsMainClause(_ range: Range<Int>) -> Bool {
    var isRelative = false
    for token in range {
      let word = reading.word(token)
      if word.key == .comma { isRelative = false }
      if !word.traits.isDisjoint(with: [.relative, .question, .subordinator]) { isRelative = true }
      if reading.tag(token) == .aux, word.key != .clitic, !isRelative { return true }
    }
    return false
  }

  /// Whether a verb stands right before a phrase.
  private func isObject(_ phrase: Range<Int>, in sentence: Range<Int>) -> Bool {
    phrase.lowerBound > sentence.lowerBound && reading.tag(phrase.lowerBound - 1) == .verb
  }

  private func isDescription(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    let word = reading.word(first)
    return word.traits.contains(.determiner) || word.traits.contains(.relative)
      || word.traits.contains(.preposition) || reading.isNominal(first)
      || word.traits.contains(.possessive) || reading.tag(first) == .verb
      || reading.tag(first) == .adv
  }

  private func take(
    phraseEndingAt end: Int, as link: CueClause.Link, into clause: inout CueClause,
    in sentence: Range<Int>
  ) {
    guard let phrase = reading.nounPhrase(endingAt: end, from: sentence.lowerBound) else { return }
    var full = reading.phraseWithModifiers(phrase, from: sentence.lowerBound)
    if !isFreeSubject(full, in: sentence) {
      guard isFreeSubject(phrase, in: sentence) else {
        if link == .beside { return takeMatrixSubject(upTo: end, into: &clause, in: sentence) }
        take(phrase, head: phrase, as: link, &clause)
        return
      }
      full = phrase
    }
    guard !isObjectPronoun(full) else { return }
    clause.start = full.lowerBound
    take(full, head: headPhrase(of: full), as: link, &clause)
  }

  private func take(
    _ phrase: Range<Int>?, head: Range<Int>?, as link: CueClause.Link, _ clause: inout CueClause
  ) {
    guard let phrase else { return }
    clause.source = phrase
    clause.sourceHead = head ?? headPhrase(of: phrase)
    clause.link = link
  }

  /// Whether nothing before a phrase makes it the object of a preposition.
  private func isFreeSubject(_ phrase: Range<Int>, in sentence: Range<Int>) -> Bool {
    let before = phrase.lowerBound - 1
    guard before >= sentence.lowerBound, reading.isOutside(before) else { return true }
    let word = reading.word(before)
    return !word.traits.contains(.preposition) || word.traits.contains(.subordinator)
  }

  /// Whether a phrase is a pronoun that can only be an object.
  private func isObjectPronoun(_ phrase: Range<Int>) -> Bool {
    let traits = reading.word(phrase.lowerBound).traits
    return phrase.count == 1 && traits.contains(.objectPronoun)
      && !traits.contains(.subjectPronoun)
  }

  /// "A diplomat who listened in the hall": the subject of the sentence with all that follows it.
  private func takeMatrixSubject(
    upTo end: Int, into clause: inout CueClause, in sentence: Range<Int>
  ) {
    guard let phrase = matrixSubject(before: end, in: sentence) else { return }
    let between = phrase.upperBound..<max(phrase.upperBound, end)
    let isRelative = reading.word(phrase.upperBound).traits.contains(.relative)
    let hasClause = between.contains {
      reading.tag($0) == .aux || reading.tag($0) == .verb && !isRelative
        || reading.word($0).traits.contains(.mark)
    }
    guard !hasClause else { return }
    clause.source = phrase.lowerBound..<max(phrase.upperBound, end)
    clause.sourceHead = headPhrase(of: phrase)
    clause.start = phrase.lowerBound
    clause.link = .beside
  }

  /// Returns the plain noun phrase that heads a longer one: what stands before the first preposition.
  func headPhrase(of phrase: Range<Int>) -> Range<Int> {
    let end = phrase.dropFirst().first {
      let traits = reading.word($0).traits
      if reading.word($0).key == .and { return reading.name(at: $0) == nil }
      if reading.word($0).key == .bracket { return true }
      return traits.contains(.preposition) || reading.word($0).key == .comma
        || traits.contains(.relative) && reading.tag($0) == .pron
    }
    return phrase.lowerBound..<(end ?? phrase.upperBound)
  }

  // MARK: The subject of the sentence

  private func isClauseBreak(_ token: Int) -> Bool {
    guard reading.word(token).key == .comma || reading.word(token).key == .semicolon else {
      return false
    }
    switch reading.word(token + 1).key {
    case .and, .but, .while, .although: return true
    default: return false
    }
  }

  private func subjectOpening(at start: Int, before verb: Int) -> Range<Int>? {
    var token = start
    while token < verb, reading.isInRun(token) || reading.word(token).key == .comma {
      token += 1
    }
    if token > start, reading.word(token).form == .past || reading.word(token).form == .third {
      token += 1  // behind a quote: "said Merz, adding that"
      return reading.nounPhrase(startingAt: token, upTo: verb)
        .map { reading.phraseWithDescription($0, upTo: verb) }
    }
    if let dash = (token..<min(verb, token + 8)).first(where: { reading.word($0).key == .dash }) {
      token = dash + 1
    }
    if token < verb, reading.word(token).traits.contains(.conjunction) { token += 1 }
    if token < verb, opensAdverbial(token),
      let comma = (token..<verb).first(where: { reading.word($0).key == .comma })
    {
      token = comma + 1
    }
    guard let phrase = reading.nounPhrase(startingAt: token, upTo: verb) else { return nil }
    let full = reading.phraseWithDescription(phrase, upTo: verb)
    if reading.word(phrase.upperBound).traits.contains(.relative) { return phrase }
    if hasVerb(behind: full.upperBound, before: verb + 1) { return full }
    if hasVerb(behind: phrase.upperBound, before: verb + 1) { return phrase }
    return describedSubject(phrase, before: verb)
  }

  /// "Dan Lee, the fund’s lawyer, treasurer and strategist, has": up to the comma before the verb.
  private func describedSubject(_ phrase: Range<Int>, before verb: Int) -> Range<Int>? {
    guard reading.word(phrase.upperBound).key == .comma else { return nil }
    let reach =
      phrase.upperBound + 1..<max(phrase.upperBound + 1, min(verb, phrase.upperBound + 25))
    let comma = reach.first {
      reading.word($0).key == .comma && hasVerb(behind: $0 + 1, before: verb + 1)
    }
    return comma.map { phrase.lowerBound..<$0 }
  }

  private func opensAdverbial(_ token: Int) -> Bool {
    let word = reading.word(token)
    return !word.traits.isDisjoint(with: [.preposition, .subordinator, .temporal])
      || reading.tag(token) == .adv || reading.tag(token) == .verb
  }

  private func hasVerb(behind start: Int, before end: Int) -> Bool {
    var token = start
    if reading.word(token).key == .comma { token += 1 }
    while token < end, isAdverb(token) { token += 1 }
    return token < end
      && (reading.tag(token) == .verb || reading.tag(token) == .aux
        || !reading.word(token).traits.isDisjoint(with: .auxiliary))
  }
}
