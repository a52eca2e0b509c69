/// Finds where an indirect content ends.
struct ContentExtent {
  let reading: QuoteReading

  /// Returns the tokens of a clause that starts at a token, up to the end of what the source says.
  func clause(from start: Int, hasThat: Bool) -> Range<Int> {
    let end = walk(from: start) { token in
      switch reading.word(token).key {
      case .semicolon: true
      case .comma: endsClause(comma: token, hasThat: hasThat)
      case .and, .but: startsFurtherCue(token + 1)
      default: false
      }
    }
    return trimmed(start..<end)
  }

  /// Returns the tokens of "to" with its verb: up to the first comma that starts a new thought.
  func infinitive(from start: Int) -> Range<Int> {
    let limit = reading.sentence(around: start).upperBound
    let to = (start..<max(start, limit)).first { reading.word($0).key == .to } ?? start
    let end = walk(from: start) { token in
      guard token > to else { return false }
      switch reading.word(token).key {
      case .semicolon: return true
      case .comma:
        return !continuesList(comma: token) || endsClause(comma: token, hasThat: false)
      case .and, .but: return startsFurtherCue(token + 1)
      default: return false
      }
    }
    return trimmed(start..<end)
  }

  /// Returns the tokens of a noun phrase with what belongs to it: up to a comma or the next clause.
  func object(from start: Int) -> Range<Int> {
    let end = walk(from: start) { token in
      guard token > start else { return false }
      let word = reading.word(token)
      switch word.key {
      case .semicolon, .comma, .dash: return true
      case .and, .but:
        return reading.tag(token + 1) == .verb
          || reading.word(token + 2).key == .to
            && reading.word(token + 1).traits.contains(.planning)
      case .because, .while, .although, .when: return true
      default:
        return word.traits.contains(.subordinator) && reading.tag(token) == .sconj
          && word.key != .that && word.key != .as
      }
    }
    return trimmed(start..<end)
  }

  /// Returns a range without marks and conjunctions at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, isTrimmable(low) { low += 1 }
    while high > low, isTrimmable(high - 1) || isHanging(high - 1) { high -= 1 }
    return low..<high
  }

  private func walk(from start: Int, until isEnd: (Int) -> Bool) -> Int {
    let limit = reading.sentence(around: start).upperBound
    var token = start
    while token < limit {
      if let run = reading.run(at: token) {
        token = max(token + 1, reading.runOuterTokens[run].upperBound)
        continue
      }
      if isEnd(token) { return token }
      token += 1
    }
    return token
  }

  private func isTrimmable(_ token: Int) -> Bool {
    switch reading.word(token).key {
    case .comma, .colon, .semicolon, .dash: true
    case .stop: reading.isOutside(token)
    case .closeMark, .openMark: reading.isOutside(token)
    default: false
    }
  }

  private func isHanging(_ token: Int) -> Bool {
    let word = reading.word(token)
    return reading.isOutside(token) && (word.key == .and || word.key == .but)
  }

  private func endsClause(comma: Int, hasThat: Bool) -> Bool {
    let next = reading.word(comma + 1)
    if next.form == .gerund, reading.tag(comma + 1) == .verb, next.traits.isEmpty {
      return CueLexicon.cues[Int(next.cue)].kind == .speech
        || CueLexicon.cues[Int(next.cue)].kind == .writing
    }
    switch next.key {
    case .according: return true
    case .but where !hasThat: return true
    case .and, .but, .while, .although, .as:
      return startsFurtherCue(comma + 2)
    default:
      if startsMainCue(comma + 1) { return true }
      return next.form == .past && reading.tag(comma + 1) == .verb
        && !CueLexicon.cues[Int(next.cue)].frames.isDisjoint(with: [.that])
        && reading.word(comma + 2).key == .that
    }
  }

  /// Whether a cue of its own follows, with or without its subject: "but Trump claimed that".
  private func startsFurtherCue(_ start: Int) -> Bool {
    var token = start
    let limit = reading.sentence(around: start).upperBound
    while reading.tag(token) == .adv, token < limit { token += 1 }
    if !isFiniteCue(token), let phrase = reading.nounPhrase(startingAt: token, upTo: limit) {
      token = phrase.upperBound
    }
    while token < limit, reading.tag(token) == .adv || reading.tag(token) == .aux { token += 1 }
    return token < limit && isFiniteCue(token)
  }

  /// Whether a subject and a cue with its own complement follow: "…, Emanuel said he meets".
  private func startsMainCue(_ start: Int) -> Bool {
    let limit = reading.sentence(around: start).upperBound
    guard let phrase = reading.nounPhrase(startingAt: start, upTo: limit),
      phrase.upperBound + 1 < limit, isFiniteCue(phrase.upperBound)
    else { return false }
    let next = reading.word(phrase.upperBound + 1)
    return !next.traits.contains(.mark)
  }

  private func isFiniteCue(_ token: Int) -> Bool {
    let word = reading.word(token)
    guard word.form == .past || word.form == .third, reading.tag(token) == .verb else {
      return false
    }
    let cue = CueLexicon.cues[Int(word.cue)]
    return (cue.kind == .speech || cue.kind == .writing)
      && (cue.frames.contains(.that) && !cue.frames.contains(.object)
        || cue.frames.contains(.order))
      || reading.word(token + 1).key == .that
  }

  private func continuesList(comma: Int) -> Bool {
    switch reading.word(comma + 1).key {
    case .and, .or, .but: true
    default: false
    }
  }
}
