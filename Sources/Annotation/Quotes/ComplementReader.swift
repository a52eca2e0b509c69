/// Finds what a cue takes as its content, by walking right from the cue.
struct ComplementReader {
  let reading: QuoteReading

  /// Returns the complement of a clause, and notes its addressee and particle in it.
  func complement(of clause: inout CueClause) -> Complement {
    let limit = reading.sentence(around: clause.head).upperBound
    var token = clause.cueTokens.upperBound
    var particle: (end: Int, frames: Cue.Frames)?
    if clause.cueTokens.count == 1,
      let match = clause.entry.particles.first(where: { $0.particle == reading.word(token).key })
    {
      particle = (token + 1, match.frames)
      if match.particle == .out {
        clause.cueTokens = clause.head..<token + 1
        clause.frames = match.frames
        token += 1
        particle = nil
      }
    }
    for _ in 0..<8 {
      if let found = opening(at: token, limit: limit, &clause) {
        if case .none = found, particle != nil { break }
        return found
      }
      guard let next = skippingModifier(at: token, limit: limit, &clause) else { break }
      token = next
    }
    if particle == nil || token == clause.cueTokens.upperBound,
      let found = phraseComplement(at: token, limit: limit, &clause)
    {
      return found
    }
    guard let particle, particle.end < limit, !reading.word(particle.end).traits.contains(.mark)
    else { return .none }
    return particleComplement(particle, limit: limit, &clause)
  }

  private func particleComplement(
    _ particle: (end: Int, frames: Cue.Frames), limit: Int, _ clause: inout CueClause
  ) -> Complement {
    clause.cueTokens = clause.head..<particle.end
    clause.frames = particle.frames
    if particle.frames.contains(.order) {
      return orderStart(at: particle.end, limit: limit) ?? .none
    }
    if reading.isInRun(particle.end) { return .none }
    return .object(start: particle.end)
  }

  // MARK: What opens the content

  private func opening(at token: Int, limit: Int, _ clause: inout CueClause) -> Complement? {
    guard token < limit else { return Complement.none }
    if reading.isInRun(token) { return runOpening(at: token, clause) }
    let frames = clause.frames
    switch reading.word(token).key {
    case .comma:
      if reading.isInRun(token + 1) { return runOpening(at: token + 1, clause) }
      return behindAside(from: token, limit: limit, &clause)
    case .colon:
      if token + 1 < limit, reading.isInRun(token + 1) {
        return runOpening(at: token + 1, clause)
      }
      return token + 1 < limit && frames.contains(.that)
        ? .clause(start: token + 1, hasThat: true) : Complement.none
    case .stop, .semicolon, .dash, .bracket, .ellipsis: return Complement.none
    case .that where frames.contains(.that) || clause.isPassive && frames.contains(.bare):
      return thatClause(at: token, limit: limit)
    case .what, .how, .why, .whether, .if, .when, .where, .who, .which:
      guard frames.contains(.question), isQuestion(token, clause) else { return nil }
      return .question(start: token)
    case .to where reading.tag(token + 1) == .verb || reading.tag(token + 1) == .aux:
      return frames.contains(.infinitive) ? .infinitive(start: token) : Complement.none
    default: return nil
    }
  }

  /// "said, without evidence, that": what stands between two commas is skipped.
  private func behindAside(
    from comma: Int, limit: Int, _ clause: inout CueClause
  ) -> Complement {
    let first = reading.word(comma + 1)
    guard first.traits.contains(.preposition) || reading.tag(comma + 1) == .adv,
      let end = (comma + 2..<max(comma + 2, min(limit, comma + 14))).first(where: {
        reading.word($0).key == .comma
      }), end + 1 < limit
    else { return .none }
    if reading.isInRun(end + 1) { return runOpening(at: end + 1, clause) }
    return reading.word(end + 1).key == .that && clause.frames.contains(.that)
      ? thatClause(at: end + 1, limit: limit) : .none
  }

  private func runOpening(at token: Int, _ clause: CueClause) -> Complement {
    guard let run = reading.run(at: token), reading.runOuterTokens[run].lowerBound == token else {
      return .none
    }
    return .quote(run: run)
  }

  private func thatClause(at token: Int, limit: Int) -> Complement {
    var start = token + 1
    if reading.word(start).key == .comma { start += 1 }
    guard start < limit else { return .none }
    if let run = reading.run(at: start), reading.runOuterTokens[run].lowerBound == start {
      return .quote(run: run)
    }
    return .clause(start: start, hasThat: true)
  }

  private func isQuestion(_ token: Int, _ clause: CueClause) -> Bool {
    switch reading.word(token).key {
    case .whether, .what, .how, .why: true
    default: clause.entry.frames.contains(.order)
    }
  }

  // MARK: What stands between

  private func skippingModifier(at token: Int, limit: Int, _ clause: inout CueClause) -> Int? {
    let word = reading.word(token)
    if word.key == .to, let person = reading.nounPhrase(startingAt: token + 1, upTo: limit) {
      clause.addressee = clause.addressee ?? person
      return reading.phraseWithDescription(person, upTo: limit).upperBound
    }
    if clause.frames.contains(.person), clause.addressee == nil,
      let person = person(at: token, limit: limit, clause)
    {
      clause.addressee = person
      return person.upperBound
    }
    if isTime(token) { return token + 1 }
    if reading.word(token + 1).traits.contains(.temporal), !reading.isHead(token + 2),
      word.traits.contains(.determiner) || reading.tag(token) == .adj
    {
      return token + 2
    }
    if word.traits.contains(.adverb) || word.traits.contains(.reflexive)
      || reading.tag(token) == .adv && !word.traits.contains(.question)
    {
      return token + 1
    }
    guard word.traits.contains(.preposition), !word.traits.contains(.subordinator),
      !isQuantifier(token), let phrase = reading.nounPhrase(startingAt: token + 1, upTo: limit)
    else { return nil }
    return afterPrepositionalPhrase(phrase, limit: limit)
  }

  /// Whether a word is of days and months: "May" is, "may" before a verb is not.
  private func isTime(_ token: Int) -> Bool {
    reading.word(token).traits.contains(.temporal) && reading.tag(token) != .aux
  }

  /// "about half of it": the preposition belongs to the number.
  private func isQuantifier(_ token: Int) -> Bool {
    reading.word(token).key == .about
      && (reading.tag(token + 1) == .num || reading.word(token + 1).traits.contains(.indefinite))
  }

  private func afterPrepositionalPhrase(_ phrase: Range<Int>, limit: Int) -> Int {
    var end = phrase.upperBound
    while reading.word(end).key == .of || reading.word(end).key == .clitic,
      let next = reading.nounPhrase(startingAt: end + 1, upTo: limit)
    {
      end = next.upperBound
    }
    return end
  }

  /// The one spoken to, if the words behind show that it is not the subject of the content.
  private func person(at token: Int, limit: Int, _ clause: CueClause) -> Range<Int>? {
    guard let phrase = reading.nounPhrase(startingAt: token, upTo: limit) else { return nil }
    var end = phrase.upperBound
    while reading.word(end).key == .of || reading.word(end).key == .and
      || reading.word(end).key == .for || reading.word(end).key == .in,
      let next = reading.nounPhrase(startingAt: end + 1, upTo: limit)
    {
      end = next.upperBound
    }
    let full = phrase.lowerBound..<end
    if clause.entry.lemma == "tell" || clause.frames.isDisjoint(with: [.order, .object]) {
      return full
    }
    let behind = reading.word(end)
    let isFollowed =
      end >= limit || behind.key == .that || behind.traits.contains(.question)
      || behind.key == .comma || behind.key == .colon || reading.isInRun(end)
      || (isTime(end) || behind.key == .on || behind.key == .in)
    if clause.entry.lemma == "ask" { return isFollowed ? full : nil }
    return isFollowed && behind.key != .comma ? full : nil
  }

  // MARK: Phrases and clauses without a marker

  private func phraseComplement(
    at token: Int, limit: Int, _ clause: inout CueClause
  ) -> Complement? {
    guard token < limit, reading.isOutside(token), !reading.word(token).traits.contains(.mark)
    else { return nil }
    if clause.frames.contains(.naming), let naming = naming(at: token, limit: limit) {
      return naming
    }
    if clause.frames.contains(.order) {
      let person = clause.addressee?.lowerBound ?? token
      if let order = orderStart(at: person, limit: limit) { return order }
    }
    if clause.frames.contains(.bare) || clause.frames.contains(.that),
      opensClause(at: token, limit: limit, clause)
    {
      return .clause(start: token, hasThat: false)
    }
    if clause.frames.contains(.charge),
      let person = reading.nounPhrase(startingAt: token, upTo: limit)
    {
      let end = reading.phraseWithDescription(person, upTo: limit).upperBound
      return (person.upperBound..<max(end, person.upperBound) + 1)
        .contains { reading.word($0).key == .of } ? .object(start: token) : nil
    }
    guard clause.frames.contains(.object) || clause.frames.contains(.stance),
      !isNothing(token)
    else { return nil }
    return reading.nounPhrase(startingAt: token, upTo: limit) != nil
      || reading.tag(token) == .verb ? .object(start: token) : nil
  }

  /// Whether an object says that there is none: "mentioned no figure".
  private func isNothing(_ token: Int) -> Bool {
    reading.word(token).traits.contains(.negative)
  }

  /// Something and what it is called, one behind the other: "the plan a mistake".
  ///
  /// A thing alone is a telephone call, or a name: "a group called Example".
  private func naming(at token: Int, limit: Int) -> Complement? {
    guard let thing = reading.nounPhrase(startingAt: token, upTo: limit) else { return nil }
    let full = reading.phraseWithDescription(thing, upTo: limit)
    let isNamed = [thing.upperBound, full.upperBound].contains { namesThing($0, limit: limit) }
    return isNamed ? .naming(start: thing.lowerBound) : nil
  }

  private func namesThing(_ token: Int, limit: Int) -> Bool {
    guard token < limit else { return false }
    if reading.isInRun(token) || reading.word(token).key == .as { return true }
    if reading.word(token).traits.contains(.determiner) { return true }
    return reading.isNominal(token) || reading.tag(token) == .adv && reading.isNominal(token + 1)
  }

  private func orderStart(at token: Int, limit: Int) -> Complement? {
    guard let person = reading.nounPhrase(startingAt: token, upTo: limit) else { return nil }
    var end = reading.phraseWithDescription(person, upTo: limit).upperBound
    if reading.word(end).key == .comma { end += 1 }
    if reading.word(end).traits.contains(.negation) { end += 1 }
    return reading.word(end).key == .to && end < limit ? .order(start: token) : nil
  }

  /// Whether a subject and a verb follow.
  private func opensClause(at token: Int, limit: Int, _ clause: CueClause) -> Bool {
    let word = reading.word(token)
    let mayBeBare = clause.frames.contains(.bare)
    let isPersonal = word.traits.isDisjoint(with: [.determiner, .indefinite])
    if word.traits.contains(.subjectPronoun), isPersonal {
      if mayBeBare, !clause.frames.contains(.object), token + 1 < limit {
        return !reading.word(token + 1).traits.contains(.mark)
          && !reading.word(token + 1).traits.contains(.preposition)
      }
      return hasFiniteVerb(behind: token + 1, within: 3, limit: limit)
    }
    if word.key == .there { return true }
    if word.traits.contains(.subordinator) {
      return mayBeBare && word.key != .as && word.key != .because
        && (token..<limit).contains { reading.word($0).key == .comma }
    }
    let start = isQuantifier(token) ? token + 1 : token
    guard let phrase = reading.nounPhrase(startingAt: start, upTo: limit) else {
      return mayBeBare && reading.tag(token) == .verb && !clause.frames.contains(.object)
    }
    let full = reading.phraseWithDescription(phrase, upTo: limit)
    guard mayBeBare else {
      return hasAuxiliary(behind: phrase.upperBound, limit: limit)
        || hasAuxiliary(behind: full.upperBound, limit: limit)
    }
    if hasFiniteVerb(behind: phrase.upperBound, within: 2, limit: limit) { return true }
    if hasFiniteVerb(behind: full.upperBound, within: 4, limit: limit) { return true }
    guard mayBeBare, !clause.frames.contains(.object) else { return false }
    return clause.entry.lemma == "say" && limit - phrase.upperBound > 2
      || hasFiniteVerb(behind: full.upperBound, within: 40, limit: limit)
  }

  private func hasAuxiliary(behind start: Int, limit: Int) -> Bool {
    (start..<max(start, min(limit, start + 2))).contains { reading.tag($0) == .aux }
  }

  private func hasFiniteVerb(behind start: Int, within reach: Int, limit: Int) -> Bool {
    guard start < limit else { return false }
    for token in start..<min(limit, start + reach) {
      if let run = reading.run(at: token) { return reading.isMidSentence(run) }
      let word = reading.word(token)
      if word.key == .stop || word.key == .semicolon { return false }
      if reading.tag(token) == .aux || reading.tag(token) == .verb
        || !word.traits.isDisjoint(with: .auxiliary)
      {
        if reading.word(token - 1).key != .to { return true }
      }
    }
    return false
  }
}
