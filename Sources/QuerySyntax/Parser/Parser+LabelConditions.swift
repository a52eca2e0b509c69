internal import Diagnostics

extension Parser {

  /// LabelConditions = LabelConjunction { "|" LabelConjunction }.
  ///
  /// A `|` that no condition follows leads a step.
  mutating func parseLabelConditions() -> LabelCondition? {
    let start = position
    var parts: [LabelCondition] = []
    repeat {
      guard let part = parseLabelConjunction() else { return nil }
      parts.append(part)
      expect(.mark(Token.Kind.pipe.rawValue))
    } while startsLabelCondition(at: position + 1) && consume(.pipe)
    return parts.count == 1 ? parts[0] : LabelCondition(.or(parts), at: range(from: start))
  }

  private func startsLabelCondition(at index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    switch tokens[index].kind {
    case .leftParenthesis, .exclamationMark: return true
    case .word: return tokens[index + 1].kind == .dot && !tokens[index + 1].followsBlank
    default: return false
    }
  }

  /// LabelConjunction = LabelNegation { "&" LabelNegation }.
  private mutating func parseLabelConjunction() -> LabelCondition? {
    let start = position
    var parts: [LabelCondition] = []
    repeat {
      guard let part = parseLabelNegation() else { return nil }
      parts.append(part)
    } while consume(.ampersand)
    return parts.count == 1 ? parts[0] : LabelCondition(.and(parts), at: range(from: start))
  }

  /// LabelNegation = "!" LabelNegation | "(" LabelConditions ")" | LabelComparison.
  private mutating func parseLabelNegation() -> LabelCondition? {
    let start = position
    if consumeJoint(.exclamationMark, spelt: .not) {
      guard enter() else { return nil }
      defer { depth -= 1 }
      guard let operand = parseLabelNegation() else { return nil }
      return LabelCondition(.not(operand), at: range(from: start))
    }
    guard at(.leftParenthesis) else { return parseLabelComparison() }
    guard enter() else { return nil }
    defer { depth -= 1 }
    advance()
    guard let condition = parseLabelConditions() else {
      skipToClose()
      return nil
    }
    close(from: start)
    return LabelCondition(condition.kind, at: range(from: start))
  }

  /// LabelComparison = LabelPath ( "=" | "!=" ) ( LabelPath | PatternText ).
  private mutating func parseLabelComparison() -> LabelCondition? {
    let start = position
    guard let path = parseLabelPath(),
      let isEqual = parseEquality(after: path.attribute.text)
    else { return nil }
    expectLabels()
    if current.kind == .word, token(1).kind == .dot {
      guard let other = parseLabelPath() else { return nil }
      return LabelCondition(.same(path, isEqual: isEqual, other), at: range(from: start))
    }
    guard let text = parsePatternText(of: path.attribute.text) else { return nil }
    return LabelCondition(.comparison(path, isEqual: isEqual, text), at: range(from: start))
  }

  /// LabelPath = WORD "." WORD.
  private mutating func parseLabelPath() -> LabelPath? {
    expectLabels()
    guard let label = parseName(as: .label) else { return nil }
    expect(.mark(Token.Kind.dot.rawValue))
    guard consumeRequired(.dot, after: "the label \(label.text)") else { return nil }
    expect(.tokenAttribute)
    return parseName(as: .tokenAttribute).map { LabelPath(label, $0) }
  }

  /// Notes the labels of the pattern; one without labels can be told nothing of.
  private mutating func expectLabels() {
    for label in probe?.labels ?? [] { expect(.label(label)) }
  }
}
