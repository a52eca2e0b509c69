internal import Diagnostics

extension Parser {

  /// Relation = ( "within" | … ) | ( "before" | "after" ) [ "/" Reach ] | ( "near" | "then" ) ….
  ///
  /// Returns nil where no relation stands; one that is damaged is reported and has no reach.
  mutating func parseRelation() -> Relation? {
    expectKeywords(Keyword.regions)
    guard let kind = current.keyword?.regionOperator else { return nil }
    let start = position
    advance()
    if let relation = parseSpokenReach(from: start) { return relation }
    let reach = parseReachIfPresent(of: kind)
    return Relation(kind, reach: reach, at: range(from: start))
  }

  /// Reads `within 5 words of`, which people say for `near/5`, and reports it; nil where it does not stand.
  private mutating func parseSpokenReach(from start: Int) -> Relation? {
    let unit = token(1).kind == .word ? text(token(1)).lowercased() : ""
    let isOfWords = Self.wordUnits.contains(unit)
    guard tokens[start].keyword == .within, current.kind == .integer,
      isOfWords || TimeUnitName.all.contains(unit)
    else { return nil }
    let number = text(current)
    let last = token(2).keyword == .of ? 2 : 1
    let spoken = tokens[start].range.union(token(last).range)
    let words = (start...(position + last)).map { text(tokens[$0]) }.joined(separator: " ")
    let form = "near/\(number)" + (isOfWords ? "" : " \(unit)")
    report(.foreignWord(words, quoth: form, at: spoken))
    guard let value = parseNumber(after: "near/") else { return nil }
    let name = Name(unit, at: current.range)
    advance()
    if last == 2 { advance() }
    return Relation(
      .near, reach: isOfWords ? .tokens(value) : .time(value, unit: name), at: range(from: start))
  }

  /// What people call that which a number alone counts.
  private static let wordUnits: Set<String> = ["word", "words", "token", "tokens"]

  private mutating func parseReachIfPresent(of kind: RegionOperator) -> Reach? {
    switch kind {
    case .within, .containing, .outside, .overlapping: return nil
    case .before, .after:
      if consume(.slash) { return parseReach(after: kind.rawValue) }
    case .near, .then:
      if consume(.slash) { return parseReach(after: kind.rawValue) }
      if current.kind == .integer {
        let gap = SourceRange(tokens[position - 1].range.end, current.range.start)
        report(.missingSlash(kind.rawValue, text(current), at: current.range, gap: gap))
        return parseReach(after: kind.rawValue)
      }
      if current.kind == .end { lacksEnd = true }
      report(.missingReach(kind.rawValue, at: tokens[position - 1].range))
    }
    return nil
  }

  /// Reach = Number [ TimeUnit ] | "sentence" | "paragraph" | "document".
  private mutating func parseReach(after relation: String) -> Reach? {
    expectKeywords(Keyword.reaches)
    if let keyword = current.keyword, Keyword.reaches.contains(keyword) {
      let range = current.range
      advance()
      return .unit(Name(keyword.rawValue, at: range))
    }
    expect(.number)
    guard current.kind == .integer || current.kind == .parameter else {
      reportExpectedReach(after: relation)
      return nil
    }
    guard let number = parseNumber(after: "\(relation)/") else { return nil }
    expect(.timeUnit)
    guard let unit = parseReachUnitIfPresent() else { return .tokens(number) }
    return .time(number, unit: unit)
  }

  private mutating func parseReachUnitIfPresent() -> Name? {
    let word = current.kind == .word ? text(current).lowercased() : ""
    if TimeUnitName.all.contains(word) { return parseTimeUnit() }
    if Self.wordUnits.contains(word), startsSource(at: position + 1) {
      report(.foreignReach(word, at: current.range))
      advance()
      return nil
    }
    guard current.kind == .word, current.keyword == nil, startsSource(at: position + 1),
      !EditDistance.nearest(to: word, among: TimeUnitName.all).isEmpty
    else { return nil }
    return parseTimeUnit()
  }

  /// Whether the token numbered `index` can only begin another source, apart from a call.
  private func startsSource(at index: Int) -> Bool {
    let token = tokens[min(index, tokens.count - 1)]
    switch token.kind {
    case .string, .leftBracket: return true
    case .leftParenthesis: return token.followsBlank
    default: return token.keyword?.rowKind != nil
    }
  }

  private mutating func reportExpectedReach(after relation: String) {
    guard current.kind == .word else { return reportExpected(.reach(after: relation)) }
    let near = nearestWords(to: current, among: Keyword.reaches)
    guard !near.isEmpty else { return reportExpected(.reach(after: relation)) }
    report(.misspeltKeyword(text(current), didYouMean: near, at: current.range))
    advance()
  }
}

// MARK: Relations in conditions

extension Parser {

  /// RegionCondition = Relation SourceAtom.
  mutating func parseRegionCondition() -> Predicate {
    let start = position
    guard let relation = parseRelation() else { return Predicate(.invalid, at: range(from: start)) }
    let source = parseSourceAtom()
    guard source.kind != .invalid, relation.isWhole else {
      return Predicate(.invalid, at: range(from: start))
    }
    return Predicate(.region(relation, source), at: range(from: start))
  }

  /// TextCondition = TextOperand { NearRelation TextOperand }.
  mutating func parseTextCondition() -> Predicate {
    let start = position
    var condition = parseTextOperand()
    var length = 0
    while condition.kind != .invalid, startsNearRelation {
      guard let relation = parseNearRelation() else { break }
      let other = parseTextOperand()
      length += 1
      guard length + depth <= Self.greatestDepth else {
        report(.tooDeep(at: current.range))
        return Predicate(.invalid, at: range(from: start))
      }
      guard other.kind != .invalid, relation.isWhole else {
        return Predicate(.invalid, at: range(from: start))
      }
      condition = Predicate(
        .proximity(condition, relation, other), at: range(from: start))
    }
    return condition
  }

  /// NearRelation = ( "near" | "then" ) "/" Reach | ( "before" | "after" ) [ "/" Reach ].
  private mutating func parseNearRelation() -> Relation? { parseRelation() }

  /// Whether the next word relates two texts; `before` and `after` may also begin a condition.
  private var startsNearRelation: Bool {
    mutating get {
      expectKeywords([.near, .then, .before, .after])
      switch current.keyword {
      case .near, .then: return !comparesAttribute(at: position)
      case .within: return token(1).kind == .integer
      case .before, .after: return textFollows(at: position + 1)
      default: return false
      }
    }
  }

  /// Whether a text stands at the token numbered `index`, behind a reach where there is one.
  private func textFollows(at index: Int) -> Bool {
    var index = index
    if tokens[min(index, tokens.count - 1)].kind == .slash {
      index = min(index + 2, tokens.count - 1)
      if TimeUnitName.all.contains(text(tokens[index]).lowercased()) { index += 1 }
    }
    let kind = tokens[min(index, tokens.count - 1)].kind
    return kind == .string || startsPattern(at: index) || kind == .end
  }

  /// TextOperand = Phrase | TokenPattern.
  private mutating func parseTextOperand() -> Predicate {
    let start = position
    expect(.phrase)
    expect(.mark(Token.Kind.leftBracket.rawValue))
    if startsPattern(at: position) {
      let pattern = parseTokenPattern()
      return Predicate(pattern.map(Predicate.Kind.pattern) ?? .invalid, at: range(from: start))
    }
    guard current.kind == .string else {
      reportExpected(.text)
      return Predicate(.invalid, at: range(from: start))
    }
    let phrase = parsePhraseAlone()
    return Predicate(.phrase(phrase), at: range(from: start))
  }
}

extension Relation {

  /// Whether the relation has the reach that it needs.
  var isWhole: Bool { reach != nil || kind != .near && kind != .then }
}
