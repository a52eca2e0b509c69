internal import Diagnostics

extension Parser {

  /// ComparisonTail = Comparison Value | Range | AllOf | [ "not" ] "in" Membership | ….
  mutating func parseComparisonTail(of path: Path) -> Predicate.Kind {
    expectComparisons()
    // Whether the attribute is yes or no, and may stand alone, only the corpus knows.
    if endsCondition { return .flag(path) }
    if current.kind == .colon {
      report(.foreignOperator(":", quoth: "=", at: current.range))
      advance()
      return parseOperand(of: path, .equal)
    }
    if let comparison = parseComparison() { return parseOperand(of: path, comparison) }
    if current.keyword == .not, token(1).keyword == .in { return parseNotIn(path) }
    guard let keyword = comparisonKeyword(of: path) else { return .invalid }
    advance()
    switch keyword {
    case .in: return parseMembership(of: path)
    case .between: return parseBetween(path)
    case .is: return parseIs(path)
    case .contains: return parseContains(path)
    case .matches: return parseMatches(path)
    default: return .invalid
    }
  }

  /// The next word if it compares, or the one that it is a misspelling of.
  private mutating func comparisonKeyword(of path: Path) -> Keyword? {
    if let keyword = current.keyword, Keyword.comparisons.contains(keyword) { return keyword }
    return misspeltComparison(of: path)
  }

  private mutating func parseNotIn(_ path: Path) -> Predicate.Kind {
    let start = position
    advance()
    advance()
    let kind = parseMembership(of: path)
    if kind == .invalid { return .invalid }
    return .not(Predicate(kind, at: path.range.union(range(from: start))))
  }

  /// Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=".
  mutating func parseComparison() -> Comparison? {
    for comparison in Comparison.allCases { expect(.mark(comparison.rawValue)) }
    guard let comparison = current.comparison else { return nil }
    advance()
    return comparison
  }

  /// Reads what stands behind a comparison: a value, a range or all of a list.
  private mutating func parseOperand(of path: Path, _ comparison: Comparison) -> Predicate.Kind {
    if comparison == .equal { expect(.keyword("all (")) }
    if comparison == .equal, current.keyword == .all, token(1).kind == .leftParenthesis {
      return parseAllOf(path)
    }
    if comparison == .equal, current.kind == .leftParenthesis {
      report(.listWithoutIn(at: tokens[position - 1].range))
      return parseValueList(of: path).map { .membership(path, $0) } ?? .invalid
    }
    if current.kind == .pattern, comparison == .equal || comparison == .notEqual {
      return parsePatternBehindSign(of: path, comparison)
    }
    let value = parseValue(of: path, comparison)
    guard value.kind != .invalid else { return .invalid }
    guard comparison == .equal, consume(.dotDot) else {
      return .comparison(path, comparison, value)
    }
    return parseRange(of: path, from: value)
  }

  /// Reads `text = /x/`, and says that a pattern stands behind `matches`.
  private mutating func parsePatternBehindSign(
    of path: Path, _ comparison: Comparison
  ) -> Predicate.Kind {
    let sign = tokens[position - 1].range
    let isEqual = comparison == .equal
    report(
      .patternWithoutMatches(
        at: current.range, mended: isEqual ? sign : path.range.union(sign),
        with: isEqual ? "matches" : "not \(path.text) matches"))
    let kind = parsePattern(of: path)
    return isEqual ? kind : .not(Predicate(kind, at: path.range))
  }

  /// AllOf = "=" "all" ValueList.
  private mutating func parseAllOf(_ path: Path) -> Predicate.Kind {
    advance()
    return parseValueList(of: path).map { .all(path, $0) } ?? .invalid
  }

  /// Range = "=" Value ".." Value.
  private mutating func parseRange(of path: Path, from first: Value) -> Predicate.Kind {
    let last = parseValue(of: path)
    return last.kind == .invalid ? .invalid : .between(path, first, last)
  }

  /// Membership = ValueList | Value [ ".." Value ].
  private mutating func parseMembership(of path: Path) -> Predicate.Kind {
    if at(.leftParenthesis) {
      return parseValueList(of: path).map { .membership(path, $0) } ?? .invalid
    }
    if current.kind == .leftBracket {
      report(.foreignOperator("[", quoth: "(", at: current.range))
      advance()
      skipToClose(.rightBracket)
      return .invalid
    }
    let value = parseValue(of: path)
    guard value.kind != .invalid else { return .invalid }
    return consume(.dotDot) ? parseRange(of: path, from: value) : .membership(path, [value])
  }

  /// ValueList = "(" Value { "," Value } [ "," ] ")".
  private mutating func parseValueList(of path: Path) -> [Value]? {
    let start = position
    advance()
    var values: [Value] = []
    repeat {
      if !values.isEmpty, current.kind == .rightParenthesis { break }
      let value = parseValue(of: path)
      guard value.kind != .invalid else {
        skipToClose()
        return nil
      }
      values.append(value)
    } while consume(.comma)
    close(from: start)
    return values
  }

  /// Between = "between" Value "and" Value.
  private mutating func parseBetween(_ path: Path) -> Predicate.Kind {
    let low = parseValue(of: path)
    guard low.kind != .invalid, consumeRequired(.and, after: "the lower end") else {
      return .invalid
    }
    let high = parseValue(of: path)
    return high.kind == .invalid ? .invalid : .between(path, low, high)
  }

  /// Is = "is" [ "not" ] ( "missing" | "known" ).
  private mutating func parseIs(_ path: Path) -> Predicate.Kind {
    let sign = tokens[position - 1].range
    let isNegated = consume(.not)
    if startsComparedValue {
      let end = tokens[position - 1].range
      report(.foreignWord(text(sign), quoth: isNegated ? "!=" : "=", at: sign.union(end)))
      let value = parseValue(of: path)
      return value.kind == .invalid
        ? .invalid : .comparison(path, isNegated ? .notEqual : .equal, value)
    }
    let isMissing = at(.missing)
    guard let state = isMissing || at(.known) ? current.keyword : misspeltState() else {
      return .invalid
    }
    advance()
    return (state == .missing) != isNegated ? .isMissing(path) : .isKnown(path)
  }

  /// Whether a value stands behind `is`, which is asked for with `=`.
  private var startsComparedValue: Bool {
    guard probe == nil else { return false }
    switch current.kind {
    case .string, .integer, .decimal, .date, .parameter: return true
    case .word:
      let isForeign = Self.foreignStates.contains(text(current).lowercased())
      return current.keyword == nil && !isForeign && !endsValue(at: position)
        && nearest(to: current, among: [.missing, .known]) == nil
    default: return false
    }
  }

  /// Contains = "contains" ( STRING | Bareword ).
  private mutating func parseContains(_ path: Path) -> Predicate.Kind {
    expect(.phrase)
    if current.kind == .string { return .contains(path, parsePhrase()) }
    guard current.kind == .word, !endsValue(at: position) else {
      reportExpected(.quotedText)
      return .invalid
    }
    let value = parseBareword(path, .equal, nil)
    guard case .bareword(let text) = value.kind else { return .invalid }
    return .contains(path, Name(text, at: value.range))
  }

  /// Matches = "matches" PATTERN.
  private mutating func parseMatches(_ path: Path) -> Predicate.Kind {
    expect(.pattern)
    guard current.kind == .pattern else {
      reportExpected(.pattern)
      if current.kind == .string { advance() }
      return .invalid
    }
    return parsePattern(of: path)
  }

  mutating func parsePattern(of path: Path) -> Predicate.Kind {
    let token = current
    advance()
    let text = LiteralText.pattern(bytes[token.range.start..<token.range.end])
    return .matches(path, Name(text, at: token.range))
  }
}
