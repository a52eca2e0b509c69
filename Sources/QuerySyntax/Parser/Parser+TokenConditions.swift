internal import Diagnostics

extension Parser {

  /// TokenCondition = TokenConjunction { "|" TokenConjunction }.
  mutating func parseTokenCondition() -> TokenCondition? {
    let start = position
    var parts: [TokenCondition] = []
    repeat {
      guard let part = parseTokenConjunction() else { return nil }
      parts.append(part)
    } while consumeJoint(.pipe, spelt: .or)
    return parts.count == 1 ? parts[0] : TokenCondition(.or(parts), at: range(from: start))
  }

  /// TokenConjunction = TokenNegation { "&" TokenNegation }.
  private mutating func parseTokenConjunction() -> TokenCondition? {
    let start = position
    var parts: [TokenCondition] = []
    repeat {
      guard let part = parseTokenNegation() else { return nil }
      parts.append(part)
    } while consumeJoint(.ampersand, spelt: .and)
    return parts.count == 1 ? parts[0] : TokenCondition(.and(parts), at: range(from: start))
  }

  /// TokenNegation = "!" TokenNegation | "(" TokenCondition ")" | TokenComparison.
  private mutating func parseTokenNegation() -> TokenCondition? {
    let start = position
    if consumeJoint(.exclamationMark, spelt: .not) {
      guard enter() else { return nil }
      defer { depth -= 1 }
      guard let operand = parseTokenNegation() else { return nil }
      return TokenCondition(.not(operand), at: range(from: start))
    }
    guard at(.leftParenthesis) else { return parseTokenComparison() }
    guard enter() else { return nil }
    defer { depth -= 1 }
    advance()
    guard let condition = parseTokenCondition() else { return nil }
    close(from: start)
    return TokenCondition(condition.kind, at: range(from: start))
  }

  /// TokenComparison = WORD ( "=" | "!=" ) PatternText.
  private mutating func parseTokenComparison() -> TokenCondition? {
    let start = position
    expect(.tokenAttribute)
    guard current.kind == .word else {
      reportExpected(.tokenAttribute)
      return nil
    }
    guard let name = parseName(as: .tokenAttribute),
      let isEqual = parseEquality(after: name.text),
      let text = parsePatternText(of: name.text)
    else { return nil }
    return TokenCondition(.comparison(name, isEqual: isEqual, text), at: range(from: start))
  }

  /// Reads the `=` or `!=` of a comparison inside a pattern.
  mutating func parseEquality(after name: String) -> Bool? {
    if consume(.equal) { return true }
    if consume(.notEqual) { return false }
    if current.kind == .colon {
      report(.foreignOperator(":", quoth: "=", at: current.range))
      advance()
      return true
    }
    reportExpected(.equality(after: name))
    return nil
  }

  /// PatternText = [ "exactly" ] STRING [ FLAGS ].
  mutating func parsePatternText(of attribute: String? = nil) -> PatternText? {
    let isExact = attribute != nil && consumeExactly()
    expect(attribute.map(Expectation.tokenText) ?? .phrase)
    guard current.kind == .string else { return parseUnquotedText(isExact: isExact) }
    let text = parsePhrase()
    guard current.kind == .flags else { return PatternText(text, isExact: isExact) }
    return parseFlags().map { PatternText(text, isExact: isExact, flags: $0) }
  }

  private mutating func consumeExactly() -> Bool {
    if consume(.exactly) { return true }
    guard token(1).kind == .string, reportMisspelling(of: .exactly) else { return false }
    advance()
    return true
  }

  private mutating func parseFlags() -> String? {
    let letters = text(current).dropFirst().lowercased()
    guard letters.allSatisfy({ "cdl".contains($0) }) else {
      report(.unknownFlag(text(current), at: current.range))
      advance()
      return nil
    }
    advance()
    return String("cdl".filter { letters.contains($0) })
  }

  /// Reports a text without quotation marks, and reads it as if it had them.
  private mutating func parseUnquotedText(isExact: Bool) -> PatternText? {
    let start = position
    let isText = [.word, .integer, .decimal, .date, .pattern, .parameter].contains(current.kind)
    guard isText else {
      reportExpected(.patternText)
      return nil
    }
    let isPattern = current.kind == .pattern
    report(.missingQuotationMarks(unquotedText, at: unquotedRange))
    repeat { advance() } while !isPattern && continuesUnquotedText
    return PatternText(
      Name(text(range(from: start)), at: range(from: start)), isExact: isExact)
  }

  private var unquotedRange: SourceRange {
    var end = position
    while end + 1 < tokens.count, tokens[end + 1].continuesUnquotedText { end += 1 }
    return current.range.union(tokens[end].range)
  }

  private var unquotedText: String {
    guard current.kind == .pattern else { return text(unquotedRange) }
    return LiteralText.pattern(bytes[current.range.start..<current.range.end])
  }

  private var continuesUnquotedText: Bool { current.continuesUnquotedText }

  /// Skips `mark`, or the word that says the same in a condition on rows.
  mutating func consumeJoint(_ mark: Token.Kind, spelt keyword: Keyword) -> Bool {
    if consume(mark) { return true }
    guard current.keyword == keyword, token(1).comparison == nil else { return false }
    report(.wordForMark(text(current), mark: mark.rawValue, at: current.range))
    advance()
    return true
  }
}

extension Token {

  /// Whether the token goes on with a text that lacks its quotation marks.
  fileprivate var continuesUnquotedText: Bool {
    switch kind {
    case .word, .integer, .decimal, .dot, .asterisk, .plus, .questionMark: !followsBlank
    default: false
    }
  }
}
