internal import Diagnostics

extension Parser {

  /// Predicate = Conjunction { "or" Conjunction }.
  mutating func parsePredicate() -> Predicate {
    let start = position
    let known = probe?.conjuncts ?? []
    var parts = [parseConjunction()]
    while consumeConnective(.or) {
      probe?.conjuncts = known
      parts.append(parseConjunction())
    }
    if parts.count > 1 { probe?.conjuncts = known }
    return join(parts, Predicate.Kind.or, from: start)
  }

  /// Conjunction = Negation { "and" Negation }.
  private mutating func parseConjunction() -> Predicate {
    let start = position
    var parts = [parseNegation()]
    while true {
      if let part = parts.last { probe?.note(conjunct: part) }
      guard consumeConnective(.and) || reportMissingAnd() else { break }
      parts.append(parseNegation())
    }
    return join(parts, Predicate.Kind.and, from: start)
  }

  private func join(
    _ parts: [Predicate], _ kind: ([Predicate]) -> Predicate.Kind, from start: Int
  ) -> Predicate {
    let sound = parts.filter { $0.kind != .invalid }
    if parts.count == 1 { return parts[0] }
    if sound.isEmpty { return Predicate(.invalid, at: range(from: start)) }
    return Predicate(kind(parts), at: range(from: start))
  }

  /// Negation = "not" Negation | Condition.
  private mutating func parseNegation() -> Predicate {
    let start = position
    guard at(.not), !comparesAttribute(at: position) else { return parseCondition() }
    advance()
    guard enter() else { return Predicate(.invalid, at: range(from: start)) }
    defer { depth -= 1 }
    probe?.negations += 1
    defer { probe?.negations -= 1 }
    let operand = parseNegation()
    if case .invalid = operand.kind { return Predicate(.invalid, at: range(from: start)) }
    return Predicate(.not(operand), at: range(from: start))
  }

  /// Condition = Group | TextCondition | Ladder | RegionCondition | Quantified | CountOf | ….
  private mutating func parseCondition() -> Predicate {
    let start = position
    expect(.attribute)
    expect(.phrase)
    expect(.mark(Token.Kind.leftBracket.rawValue))
    expectKeywords(Keyword.ladder + Keyword.regions + Keyword.quantifiers)
    expect(.keyword("count of"))
    if current.kind == .string || startsPattern(at: position) {
      let condition = parseTextCondition()
      if current.keyword == .in, token(1).kind == .word { skipForeignPlace(of: condition) }
      return condition
    }
    if at(.leftParenthesis) { return parseGroup() }
    if startsQuantified { return parseQuantified() }
    if startsCountOf { return parseCountOf() }
    if let kind = parseForeignConditionIfPresent() {
      return Predicate(kind, at: range(from: start))
    }
    if startsLadder(at: position) { return parseLadder() }
    if startsRegion(at: position) { return parseRegionCondition() }
    guard current.kind == .word, !isStepStart(at: position) || comparesAttribute(at: position),
      let path = parsePath()
    else {
      if current.keyword != nil || current.kind != .word { reportExpected(.condition) }
      return Predicate(.invalid, at: range(from: start))
    }
    return Predicate(parseComparisonTail(of: path), at: range(from: start))
  }

  /// Skips the `in text` of `"tax" in text`, and says how Quoth writes it.
  private mutating func skipForeignPlace(of condition: Predicate) {
    let text = text(condition.range)
    let whole = condition.range.union(token(1).range)
    report(.foreignPlace(self.text(token(1)), text, at: current.range, mended: whole))
    advance()
    advance()
  }

  /// Whether a condition may end at the next token, so that an attribute stands there alone.
  var endsCondition: Bool {
    if current.endsStatement || beginsNewStatement || isStepStart(at: position) { return true }
    switch current.kind {
    case .pipe, .rightParenthesis: return true
    case .word:
      if current.keyword == .and || current.keyword == .or { return true }
      // Behind an attribute, no word that begins a step can be anything else.
      return current.keyword.map { Keyword.steps.contains($0) } == true
    default: return false
    }
  }

  /// Group = "(" Predicate ")".
  private mutating func parseGroup() -> Predicate {
    let start = position
    guard enter() else { return Predicate(.invalid, at: range(from: start)) }
    defer { depth -= 1 }
    advance()
    let predicate = parsePredicate()
    close(from: start)
    return Predicate(predicate.kind, at: range(from: start))
  }
}

// MARK: The short ladder

extension Parser {

  /// Reads `by Macron` directly behind a source, or `within (…)` behind such a condition.
  mutating func parseLadderIfPresent(behind steps: [Step], of source: Source) -> Step? {
    expectKeywords(Keyword.ladder)
    if !steps.isEmpty { expectKeywords(Keyword.regions) }
    skipMisplacedAnd()
    let isRegion = !steps.isEmpty && startsRegion(at: position)
    guard isRegion || startsLadder(at: position) else { return parseForeignLadderIfPresent() }
    let predicate = isRegion ? parseRegionCondition() : parseLadder()
    skipFurtherNames(behind: predicate, of: source)
    if case .invalid = predicate.kind { synchronize() }
    probe?.note(conjunct: predicate)
    return Step(.ladder(predicate), at: predicate.range)
  }

  /// Skips an `and` in front of or behind a condition of the short ladder, which needs none.
  private mutating func skipMisplacedAnd() {
    guard current.keyword == .and, position > 0 else { return }
    report(.misplacedAnd(at: current.range))
    advance()
    if !startsLadder(at: position), !startsRegion(at: position) {
      synchronize()
      lastMistake = position
    }
  }

  /// Ladder = ( "by" | "about" | "mentions" | "since" ) Value | LastDays.
  private mutating func parseLadder() -> Predicate {
    let start = position
    let keyword = current.keyword
    advance()
    if keyword == .last { return Predicate(parseLastDays(), at: range(from: start)) }
    let value = parseValue(ofLadder: keyword)
    guard value.kind != .invalid else { return Predicate(.invalid, at: range(from: start)) }
    let kind: Predicate.Kind =
      switch keyword {
      case .by: .by(value)
      case .about: .about(value)
      case .mentions: .mentions(value)
      default: .since(value)
      }
    return Predicate(kind, at: range(from: start))
  }

  /// LastDays = "last" Number TimeUnit.
  private mutating func parseLastDays() -> Predicate.Kind {
    guard let number = parseNumber(after: "last"), let unit = parseTimeUnit() else {
      return .invalid
    }
    return .last(number, unit: unit)
  }

  /// Whether a condition of the short ladder begins at the token numbered `index`.
  ///
  /// A word that is compared is an attribute, as in `people where mentions >= 50`.
  func startsLadder(at index: Int) -> Bool {
    tokens[min(index, tokens.count - 1)].keyword?.startsLadder == true
      && !comparesAttribute(at: index)
  }

  /// Whether a condition such as `within (…)` begins at the token numbered `index`.
  func startsRegion(at index: Int) -> Bool {
    tokens[min(index, tokens.count - 1)].keyword?.regionOperator != nil
      && !comparesAttribute(at: index)
  }

  /// Whether the word numbered `index` is an attribute that is compared with something.
  func comparesAttribute(at index: Int) -> Bool {
    let next = tokens[min(index + 1, tokens.count - 1)]
    if next.comparison != nil || next.kind == .dot || next.kind == .colon { return true }
    switch next.keyword {
    case .in, .is, .between, .contains, .matches: return true
    case .not: return tokens[min(index + 2, tokens.count - 1)].keyword == .in
    default: return false
    }
  }
}
