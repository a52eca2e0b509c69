/// Finds the quotes of a document: cues first, then the runs of quoted words that no cue took.
struct QuoteFinder {
  let reading: QuoteReading
  let subjects: SubjectReader
  let complements: ComplementReader
  let extents: ContentExtent

  /// What has been found, in the order of finding.
  var quotes: [FoundQuote] = []
  /// Readings beside those, for the trained judge.
  var further: [FoundQuote] = []
  /// For each run, the quote that took it as an index into `quotes`.
  var quoteOfRun: [Int?]
  /// The quotes with a cue, while runs are attached.
  var attributed = AttributedQuotes()
  /// The clause of the cue before, for cues that share its subject.
  var earlier: CueClause?

  init(_ reading: QuoteReading) {
    self.reading = reading
    subjects = SubjectReader(reading: reading)
    complements = ComplementReader(reading: reading)
    extents = ContentExtent(reading: reading)
    quoteOfRun = Array(repeating: nil, count: reading.runs.count)
  }

  /// Returns all quotes in the order of their content.
  static func quotes(in reading: QuoteReading, isWide: Bool = false) -> [FoundQuote] {
    var finder = QuoteFinder(reading)
    for sentence in reading.sentences {
      finder.earlier = nil
      for token in sentence.tokens.clamped(to: 0..<reading.words.count) {
        let count = finder.quotes.count
        finder.read(token)
        if isWide { finder.readWidely(token, since: count) }
      }
    }
    finder.attachRuns()
    finder.readNestedRuns()
    if isWide {
      finder.readRunsWidely()
      finder.quotes += finder.further
    }
    return finder.quotes.sorted { $0.start < $1.start }
  }

  private mutating func read(_ token: Int) {
    let word = reading.words[token]
    guard word.form != .none || word.nominalCue != nil || word.key == .according,
      reading.isOutside(token)
    else { return }
    if word.key == .according {
      readAccordingTo(token)
    } else if isVerbalCue(token, word) {
      readVerb(token)
    } else if let cue = word.nominalCue {
      readNoun(token, cue: cue)
    }
  }

  /// Whether a word form that may be a cue is used as a verb here.
  private func isVerbalCue(_ token: Int, _ word: WordEntry) -> Bool {
    guard word.form != .none else { return false }
    if word.nominalCue != nil, word.form != .past,
      reading.word(token - 1).key == .clitic && reading.tag(token - 1) != .aux
        || reading.word(token - 1).traits.contains(.possessive)
    {
      return false
    }
    if reading.tag(token) == .verb { return true }
    if word.form == .past || word.form == .third, word.nominalCue == nil {
      return reading.tag(token) != .propn && reading.tag(token) != .adj
        && CueLexicon.cues[Int(word.cue)].frames.contains(.that)
        && !reading.word(token - 1).traits.contains(.determiner)
    }
    return reading.tag(token) == .noun && word.form == .third
      && (reading.word(token - 1).traits.contains(.subjectPronoun)
        || reading.word(token + 1).key == .out)
  }

  // MARK: Verbs

  private mutating func readVerb(_ token: Int) {
    var clause = subjects.clause(of: token, earlier: earlier)
    takeParticleOut(&clause)
    guard !clause.isNegated, !clause.isHypothetical else { return }
    if !hasThatClause(clause) {
      var behind = clause
      if let run = runBefore(&behind), quoteOfRun[run] == nil, readBehindRun(run, &behind) {
        return
      }
    }
    if clause.isPassive {
      readPassive(&clause)
      return
    }

    guard clause.source != nil else {
      if reading.word(token - 1).key == .comma { readInvertedFront(clause) }
      return
    }
    guard !isTurnOfPhrase(clause) else { return }
    let complement = complements.complement(of: &clause)
    if case .none = complement {
      readFronted(clause)
    } else {
      add(complement, of: clause)
    }
  }

  /// "Lee points out": only with its particle the verb takes what is said.
  private func takeParticleOut(_ clause: inout CueClause) {
    let next = clause.head + 1
    guard reading.word(next).key == .out,
      let match = clause.entry.particles.first(where: { $0.particle == .out })
    else { return }
    clause.cueTokens = clause.head..<next + 1
    clause.frames = match.frames
  }

  /// "You know", "thank you": words of talk that report nothing.
  private func isTurnOfPhrase(_ clause: CueClause) -> Bool {
    if clause.frames == [.stance] {
      return reading.word(clause.cueTokens.upperBound).key == .you
    }
    guard clause.entry.kind == .belief || clause.entry.kind == .wish,
      let source = clause.source
    else { return false }
    return reading.word(source.lowerBound).key == .you
  }

  /// Whether a cue has its content behind it, so that a run before it is not its own.
  private func hasThatClause(_ clause: CueClause) -> Bool {
    var copy = clause
    switch complements.complement(of: &copy) {
    case .clause(_, true): return clause.source != nil
    case .object, .naming:
      guard let run = runBefore(&copy) else { return false }
      let start = reading.runOuterTokens[run].lowerBound
      return reading.sentence(around: start).lowerBound < start
    default: return false
    }
  }

  private mutating func readPassive(_ clause: inout CueClause) {
    clause.frames.formIntersection([.that, .bare, .question, .person])
    clause.frames.remove(.person)
    guard !clause.frames.isEmpty else { return }
    let complement = complements.complement(of: &clause)
    clause.source = nil
    clause.sourceHead = nil
    clause.link = .none
    switch complement {
    case .clause(_, true), .question: add(complement, of: clause)
    default: break
    }
  }

  /// Adds the quote of a cue with its complement.
  mutating func add(_ complement: Complement, of clause: CueClause) {
    earlier = clause
    switch complement {
    case .none: break
    case .quote(let run): add(run: run, of: clause)
    case .clause(let start, let hasThat):
      add(extents.clause(from: start, hasThat: hasThat), .clause, of: clause)
    case .question(let start):
      add(extents.clause(from: start, hasThat: true), .question, of: clause)
    case .infinitive(let start): add(extents.infinitive(from: start), .infinitive, of: clause)
    case .order(let start): add(extents.infinitive(from: start), .order, of: clause)
    case .object(let start) where clause.frames.contains(.charge):
      add(extents.clause(from: start, hasThat: true), .object, of: clause)
    case .object(let start): add(extents.object(from: start), .object, of: clause)
    case .naming(let start): add(extents.object(from: start), .naming, of: clause)
    }
  }

  /// Adds an indirect or mixed quote, and takes the runs of quoted words in it.
  mutating func add(_ content: Range<Int>, _ rule: FoundQuote.Rule, of clause: CueClause) {
    add([content], rule, of: clause)
  }

  /// Adds an indirect or mixed quote of several pieces.
  mutating func add(_ pieces: [Range<Int>], _ rule: FoundQuote.Rule, of clause: CueClause) {
    let pieces = pieces.filter { !$0.isEmpty }
    guard !pieces.isEmpty else { return }
    var runs: [Int] = []
    for piece in pieces {
      for token in piece {
        if let run = reading.run(at: token), runs.last != run { runs.append(run) }
      }
    }
    for run in runs where quoteOfRun[run] == nil { quoteOfRun[run] = quotes.count }
    quotes.append(
      FoundQuote(
        rule: rule, pieces: pieces, runs: [], clause: clause,
        kind: runs.isEmpty ? .indirect : .mixed))
  }

  /// Adds a quote whose content begins with a run of quoted words behind its cue.
  private mutating func add(run: Int, of clause: CueClause) {
    let outer = reading.runOuterTokens[run]
    guard quoteOfRun[run] == nil else { return }
    if reading.isFragment(run), continuesBehind(run) {
      let start = outer.lowerBound
      let content =
        clause.frames.contains(.that)
        ? extents.clause(from: start, hasThat: true) : extents.object(from: start)
      if content.upperBound > outer.upperBound {
        add(content, .clause, of: clause)
        return
      }
    }
    quoteOfRun[run] = quotes.count
    quotes.append(
      FoundQuote(
        rule: .marks, pieces: [reading.runTokens[run]], runs: [run], clause: clause, kind: .direct))
  }

  /// Whether the sentence goes on behind a fragment, so that the fragment is only its beginning.
  private func continuesBehind(_ run: Int) -> Bool {
    let next = reading.runOuterTokens[run].upperBound
    guard let last = reading.runTokens[run].last, !reading.word(last).traits.contains(.mark) else {
      return false
    }
    return reading.inOneBlock(next, next - 1) && !reading.word(next).traits.contains(.mark)
      && reading.inOneSentence(next, next - 1)
  }
}
