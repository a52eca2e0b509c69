internal import Diagnostics

extension Parser {

  /// Value = STRING | "exactly" … | INTEGER | DECIMAL | DATE | PARAMETER | Bareword.
  mutating func parseValue(
    of path: Path? = nil, _ comparison: Comparison = .equal, ofLadder ladder: Keyword? = nil
  ) -> Value {
    let start = position
    expectValue(path, comparison, ladder, from: start)
    if isExactly, let value = parseExactly(path, comparison, ladder) {
      return value
    }
    switch current.kind {
    case .string:
      return Value(.string(parsePhrase().text), at: range(from: start))
    case .integer where !continuesBareword(at: position + 1):
      return parseInteger()
    case .decimal:
      return parseDecimal()
    case .date:
      if case .date(let date) = DateShape(bytes[current.range.start..<current.range.end]) {
        return take(.date(date))
      }
    case .parameter:
      return take(.parameter(String(text(current).dropFirst())))
    case .word where endsValue(at: position): break
    case .word, .integer:
      return parseBareword(path, comparison, ladder)
    default: break
    }
    reportExpected(.value(of: path?.text ?? ladder?.rawValue))
    return Value(.invalid, at: range(from: start))
  }

  private mutating func take(_ kind: Value.Kind) -> Value {
    let range = current.range
    advance()
    return Value(kind, at: range)
  }

  private mutating func parseInteger() -> Value {
    guard let number = Int(text(current)) else {
      report(.numberTooLarge(at: current.range))
      return take(.invalid)
    }
    return take(.integer(number))
  }

  private mutating func parseDecimal() -> Value {
    guard let number = Double(text(current)), number.isFinite else {
      report(.numberTooLarge(at: current.range))
      return take(.invalid)
    }
    return take(.decimal(number))
  }

  /// Whether `exactly` stands here, or a misspelling of it before a text, which ends any word.
  private var isExactly: Bool {
    mutating get {
      if current.keyword == .exactly { return true }
      guard token(1).kind == .string else { return false }
      return reportMisspelling(of: .exactly)
    }
  }

  /// Exactly = "exactly" ( STRING | Bareword ).
  private mutating func parseExactly(
    _ path: Path?, _ comparison: Comparison, _ ladder: Keyword?
  ) -> Value? {
    let start = position
    if token(1).kind == .string {
      advance()
      return Value(.exact(parsePhrase().text), at: range(from: start))
    }
    guard token(1).kind == .word, !endsValue(at: position + 1) else { return nil }
    advance()
    guard case .bareword(let text) = parseBareword(path, comparison, ladder).kind else {
      return nil
    }
    return Value(.exact(text), at: range(from: start))
  }

  /// Bareword = WORD { WORD | INTEGER | "." | "/" | "&" }, up to a word that ends a value.
  mutating func parseBareword(
    _ path: Path?, _ comparison: Comparison, _ ladder: Keyword?
  ) -> Value {
    let start = position
    repeat { advance() } while continuesBareword(at: position)
    expectValue(path, comparison, ladder, from: start)
    return Value(.bareword(joinedText(of: start..<position)), at: range(from: start))
  }

  /// Returns the text of some tokens with each gap between them as one blank.
  func joinedText(of indices: Range<Int>) -> String {
    indices.reduce(into: "") { joined, index in
      if index > indices.lowerBound, tokens[index].followsBlank { joined += " " }
      joined += text(tokens[index])
    }
  }

  /// Whether the token numbered `index` goes on with a value of several words.
  func continuesBareword(at index: Int) -> Bool {
    let token = tokens[min(index, tokens.count - 1)]
    switch token.kind {
    case .word: return !endsValue(at: index)
    case .integer, .decimal, .date: return !token.startsLine || !token.followsBlank
    case .dot, .slash: return !token.followsBlank
    case .ampersand: return !isMisspeltConnective(at: index)
    default: return false
    }
  }

  /// Number = INTEGER | PARAMETER.
  mutating func parseNumber(after keyword: String) -> Value? {
    expect(.number)
    if current.kind == .parameter { return take(.parameter(String(text(current).dropFirst()))) }
    guard current.kind == .integer else {
      reportExpected(.number(after: keyword))
      return nil
    }
    let value = parseInteger()
    return value.kind == .invalid ? nil : value
  }

  /// TimeUnit = "day" | "days" | "week" | … | "years".
  mutating func parseTimeUnit() -> Name? {
    expect(.timeUnit)
    let word = text(current).lowercased()
    guard current.kind == .word, TimeUnitName.all.contains(word) else {
      reportExpectedTimeUnit()
      return nil
    }
    let range = current.range
    advance()
    return Name(word, at: range)
  }

  /// Phrase = STRING.
  mutating func parsePhrase() -> Name {
    let range = current.range
    advance()
    return Name(LiteralText.string(bytes[range.start..<range.end]), at: range)
  }
}

/// The words for stretches of time.
public enum TimeUnitName {

  /// The units, each with its plural.
  public static let all = [
    "day", "days", "week", "weeks", "month", "months", "quarter", "quarters", "year", "years",
  ]
}
