/// Readings beyond the rules: verbs, nouns and adjectives that may be cues, for the judge to weigh.
extension QuoteFinder {

  /// Adds what a token may be the cue of, beside the quotes that the rules found from `first` on.
  mutating func readWidely(_ token: Int, since first: Int) {
    for index in quotes.indices[min(first, quotes.count)...] { addVariants(of: quotes[index]) }
    guard reading.isOutside(token), reading.word(token).key != .according else { return }
    switch reading.tag(token) {
    case .verb: readAnyVerb(token)
    case .noun: readAnyNoun(token)
    case .adj: readAnyAdjective(token)
    default: break
    }
  }

  private mutating func readAnyVerb(_ token: Int) {
    var clause = subjects.clause(of: token, earlier: earlier)
    if reading.word(token).form == .none { clause.cue = CueLexicon.unlisted }
    if clause.isPassive {
      clause.source = nil
      clause.sourceHead = nil
      clause.link = .none
    }
    addContents(behind: token + 1, clause, .verb)
  }

  private mutating func readAnyAdjective(_ token: Int) {
    var clause = subjects.clause(of: token, earlier: earlier)
    clause.cue = CueLexicon.unlisted
    addContents(behind: token + 1, clause, .nominal)
  }

  private mutating func readAnyNoun(_ token: Int) {
    let sentence = reading.sentence(around: token)
    guard let (source, head) = owner(of: token, in: sentence) else { return }
    let clause = CueClause(
      head: token, cue: reading.word(token).nominalCue ?? CueLexicon.unlisted,
      cueTokens: token..<token + 1, frames: [.that], source: source, sourceHead: head,
      link: .nominal, addressee: nil, start: source.lowerBound)
    addContents(behind: token + 1, clause, .nominal)
  }

  /// Adds every content that can stand behind a cue.
  private mutating func addContents(
    behind start: Int, _ clause: CueClause, _ variant: FoundQuote.Variant
  ) {
    let limit = reading.sentence(around: clause.head).upperBound
    var token = start
    while token < limit, token < start + 2, reading.isOutside(token),
      reading.tag(token) == .adv, !reading.word(token).traits.contains(.question)
    {
      token += 1
    }
    guard token < limit else { return }
    if reading.isInRun(token) { return addRun(at: token, clause, variant) }
    let word = reading.word(token)
    switch word.key {
    case .that: addFurther(extents.clause(from: token + 1, hasThat: true), .clause, clause, variant)
    case .what, .how, .why, .whether, .if, .when, .where, .who, .which:
      addFurther(extents.clause(from: token, hasThat: true), .question, clause, variant)
    case .to where reading.tag(token + 1) == .verb || reading.tag(token + 1) == .aux:
      addFurther(extents.infinitive(from: token), .infinitive, clause, variant)
    default:
      if word.traits.contains(.mark) { return }
      if word.traits.contains(.preposition) || reading.tag(token) == .adp {
        addBehindPreposition(token, limit: limit, clause, variant)
      } else {
        addPhrases(at: token, limit: limit, clause, variant)
      }
    }
  }

  private mutating func addBehindPreposition(
    _ token: Int, limit: Int, _ clause: CueClause, _ variant: FoundQuote.Variant
  ) {
    guard token + 1 < limit else { return }
    var found = clause
    found.cueTokens = clause.cueTokens.lowerBound..<token + 1
    if reading.isInRun(token + 1) { return addRun(at: token + 1, found, variant) }
    addFurther(extents.object(from: token + 1), .object, found, variant)
  }

  private mutating func addPhrases(
    at token: Int, limit: Int, _ clause: CueClause, _ variant: FoundQuote.Variant
  ) {
    if let phrase = reading.nounPhrase(startingAt: token, upTo: limit) {
      let end = phrase.upperBound
      if reading.word(end).key == .to, reading.tag(end + 1) == .verb {
        addFurther(extents.infinitive(from: token), .order, clause, variant)
      }
      if reading.tag(end) == .aux || reading.tag(end) == .verb {
        addFurther(extents.clause(from: token, hasThat: false), .clause, clause, variant)
      }
      if reading.word(end).key == .that, end + 1 < limit {
        addFurther(extents.clause(from: end + 1, hasThat: true), .clause, clause, variant)
      }
    }
    addFurther(extents.object(from: token), .object, clause, variant)
  }

  private mutating func addRun(
    at token: Int, _ clause: CueClause, _ variant: FoundQuote.Variant
  ) {
    guard let run = reading.run(at: token), reading.runOuterTokens[run].lowerBound == token else {
      return
    }
    further.append(
      FoundQuote(
        rule: .marks, variant: variant, pieces: [reading.runTokens[run]], runs: [run],
        clause: clause, kind: .direct))
    let content = extents.object(from: token)
    if content.upperBound > reading.runOuterTokens[run].upperBound {
      addFurther(content, .object, clause, variant)
    }
  }

  /// Adds the same quote with other ends of its content, and with fewer pieces.
  private mutating func addVariants(of quote: FoundQuote) {
    guard let clause = quote.clause, quote.runs.isEmpty, let last = quote.pieces.last else {
      return
    }
    for range in otherExtents(of: last) {
      addFurther(quote.pieces.dropLast() + [range], quote.rule, clause, .extent)
    }
    if quote.pieces.count > 1 {
      addFurther(Array(quote.pieces.dropLast()), quote.rule, clause, .fewer)
    }
  }

  private func otherExtents(of range: Range<Int>) -> [Range<Int>] {
    guard let first = range.first else { return [] }
    let sentence = reading.sentence(around: first)
    guard sentence.upperBound > first else { return [] }
    var found: [Range<Int>] = []
    let comma = range.dropFirst(2).first {
      reading.isOutside($0) && reading.word($0).key == .comma
    }
    let ends = [
      extents.trimmed(first..<sentence.upperBound),
      extents.clause(from: first, hasThat: false),
      extents.object(from: first),
      extents.trimmed(first..<(comma ?? range.upperBound)),
    ]
    for end in ends where end != range && !end.isEmpty && !found.contains(end) { found.append(end) }
    return found
  }

  private mutating func addFurther(
    _ content: Range<Int>, _ rule: FoundQuote.Rule, _ clause: CueClause,
    _ variant: FoundQuote.Variant
  ) {
    addFurther([content], rule, clause, variant)
  }

  private mutating func addFurther(
    _ pieces: [Range<Int>], _ rule: FoundQuote.Rule, _ clause: CueClause,
    _ variant: FoundQuote.Variant
  ) {
    let pieces = pieces.filter { !$0.isEmpty }
    let found = rulesReading(of: clause.head)
    guard !pieces.isEmpty, pieces != found?.pieces,
      !pieces.contains(where: { $0.contains(clause.head) })
    else { return }
    var clause = clause
    if clause.addressee == nil, let person = found?.clause?.addressee,
      !pieces.contains(where: { $0.overlaps(person) })
    {
      clause.addressee = person
    }
    let holdsRun = pieces.contains { $0.contains { reading.isInRun($0) } }
    further.append(
      FoundQuote(
        rule: rule, variant: variant, pieces: pieces, runs: [], clause: clause,
        kind: holdsRun ? .mixed : .indirect))
  }

  /// What the rules have just found of a cue.
  private func rulesReading(of head: Int) -> FoundQuote? {
    quotes.last.flatMap { $0.clause?.head == head ? $0 : nil }
  }
}
