/// Cues that are no verbs: "according to", "her warning that", "his message is clear".
extension QuoteFinder {

  /// Reads "according to" with what stands behind it.
  mutating func readAccordingTo(_ token: Int) {
    let sentence = reading.sentence(around: token)
    guard reading.word(token + 1).key == .to, token + 1 < sentence.upperBound,
      let phrase = reading.nounPhrase(startingAt: token + 2, upTo: sentence.upperBound)
    else { return }
    let source = reading.phraseWithDescription(phrase, upTo: sentence.upperBound)
    var clause = CueClause(
      head: token, cue: CueLexicon.accordingTo, cueTokens: token..<token + 2,
      frames: [.direct, .that], source: source, sourceHead: phrase, link: .nominal, addressee: nil,
      start: token)
    clause.link = .nominal
    earlier = clause
    if token == sentence.lowerBound {
      readBehindAccordingTo(source, sentence, clause)
    } else if let run = runBefore(&clause), quoteOfRun[run] == nil {
      _ = readBehindRun(run, &clause)
    } else {
      let comma = reading.word(token - 1).key == .comma ? token - 1 : token
      addAround(comma: comma, behind: source.upperBound, in: sentence, .accordingTo, clause)
    }
  }

  private mutating func readBehindAccordingTo(
    _ source: Range<Int>, _ sentence: Range<Int>, _ clause: CueClause
  ) {
    let tokens = source.upperBound..<max(source.upperBound, sentence.upperBound)
    guard let comma = tokens.first(where: { reading.word($0).key == .comma }),
      comma + 1 < sentence.upperBound
    else { return }
    if let run = reading.run(at: comma + 1) {
      add(.quote(run: run), of: clause)
    } else {
      add(extents.clause(from: comma + 1, hasThat: true), .accordingTo, of: clause)
    }
  }

  /// Reads a noun that carries a clause, if the text says whose it is.
  mutating func readNoun(_ token: Int, cue: UInt16) {
    let sentence = reading.sentence(around: token)
    if isPredicate(token) { return readAdjective(token, cue: cue, in: sentence) }
    guard token + 2 < sentence.upperBound,
      let start = nominalContent(behind: token, in: sentence)
    else { return }
    guard let (source, head) = owner(of: token, in: sentence) else {
      return readIssued(token, cue: cue, content: start, in: sentence)
    }
    let clause = CueClause(
      head: token, cue: cue, cueTokens: token..<token + 1,
      frames: [.that], source: source, sourceHead: head, link: .nominal, addressee: nil,
      start: source.lowerBound)
    addNominal(clause, content: start)
  }

  private mutating func addNominal(_ clause: CueClause, content start: Int) {
    earlier = clause
    if let run = reading.run(at: start) {
      add(.quote(run: run), of: clause)
    } else {
      add(extents.clause(from: start, hasThat: true), .nominal, of: clause)
    }
  }

  /// "He is confident that", "she made it clear that".
  private mutating func readAdjective(_ token: Int, cue: UInt16, in sentence: Range<Int>) {
    guard reading.word(token + 1).key == .that, token + 2 < sentence.upperBound else { return }
    var verb = token
    if reading.word(verb - 1).key == .it { verb -= 1 }
    if reading.word(verb - 1).traits.contains(.issuing) { verb -= 1 }
    addNominal(verb: verb, head: token, cue: cue, content: token + 2)
  }

  /// "He made the case that", "she issued a warning that".
  private mutating func readIssued(
    _ token: Int, cue: UInt16, content start: Int, in sentence: Range<Int>
  ) {
    guard reading.word(token + 1).key == .that else { return }
    var verb = token - 1
    while verb > sentence.lowerBound,
      reading.tag(verb) == .adj || reading.word(verb).traits.contains(.determiner)
    {
      verb -= 1
    }
    guard reading.word(verb).traits.contains(.issuing), reading.tag(verb) == .verb else { return }
    addNominal(verb: verb, head: token, cue: cue, content: start)
  }

  /// Takes back what was read as the object of a verb and turns out to be the content of a noun.
  private mutating func dropQuote(of verb: Int) {
    guard let last = quotes.indices.last, quotes[last].clause?.head == verb else { return }
    quotes.removeLast()
    for run in quoteOfRun.indices where quoteOfRun[run] == last { quoteOfRun[run] = nil }
  }

  private mutating func addNominal(verb: Int, head: Int, cue: UInt16, content start: Int) {
    var clause = subjects.clause(of: verb, earlier: earlier)
    guard let source = clause.source, reading.word(source.lowerBound).key != .it,
      !clause.isNegated, !clause.isPassive
    else { return }
    dropQuote(of: verb)
    clause.head = head
    clause.cue = cue
    clause.cueTokens = verb..<head + 1
    clause.frames = [.that]
    addNominal(clause, content: start)
  }

  /// Whether a word is said of the subject, as in "remains firm that", whatever its tag.
  private func isPredicate(_ token: Int) -> Bool {
    if reading.tag(token) == .adj { return true }
    let before = reading.word(token - 1)
    return before.traits.contains(.be) && before.key != .clitic
      && reading.word(token + 1).key == .that
  }

  /// "that …" behind the noun, or "is clear: …", "is that …".
  private func nominalContent(behind token: Int, in sentence: Range<Int>) -> Int? {
    var next = token + 1
    if reading.word(next).key == .that {
      let isRelative = reading.tag(next + 1) == .verb || reading.tag(next + 1) == .aux
      return isRelative ? nil : next + 1
    }
    guard reading.word(next).traits.contains(.be) else { return nil }
    next += 1
    while next < sentence.upperBound, reading.tag(next) == .adv || reading.tag(next) == .adj {
      next += 1
    }
    guard next + 1 < sentence.upperBound,
      reading.word(next).key == .colon || reading.word(next).key == .that
    else { return nil }
    return next + 1
  }

  /// Whose the noun is: "Macron’s message", "her warning".
  func owner(of token: Int, in sentence: Range<Int>) -> (Range<Int>, head: Range<Int>)? {
    var before = token - 1
    while before > sentence.lowerBound,
      reading.tag(before) == .adj || reading.word(before).key == .hyphen
        || reading.word(before - 1).key == .hyphen
    { before -= 1 }
    guard before >= sentence.lowerBound, reading.isOutside(before) else { return nil }
    if reading.word(before).key == .clitic {
      guard let phrase = reading.nounPhrase(endingAt: before, from: sentence.lowerBound) else {
        return nil
      }
      return (phrase, phrase)
    }
    guard reading.word(before).traits.contains(.possessive) else { return nil }
    return (before..<before + 1, before..<before + 1)
  }
}
