internal import Diagnostics

extension Parser {

  /// TokenPattern = PatternSequence [ "::" LabelConditions ].
  mutating func parseTokenPattern() -> TokenPattern? {
    let start = position
    guard let node = parsePatternSequence() else { return nil }
    let labels = node.labels
    if !labels.isEmpty { expect(.mark(Token.Kind.doubleColon.rawValue)) }
    guard current.kind == .doubleColon else {
      return TokenPattern(node, at: range(from: start))
    }
    advance()
    probe?.labels = labels
    defer { probe?.labels = [] }
    guard let constraint = parseLabelConditions() else { return nil }
    return TokenPattern(node, where: constraint, at: range(from: start))
  }

  /// PatternChoice = PatternSequence { "|" PatternSequence }.
  private mutating func parsePatternChoice() -> PatternNode? {
    let start = position
    var parts: [PatternNode] = []
    repeat {
      guard let part = parsePatternSequence() else { return nil }
      parts.append(part)
    } while consume(.pipe)
    return parts.count == 1 ? parts[0] : PatternNode(.choice(parts), at: range(from: start))
  }

  /// PatternSequence = PatternPart { PatternPart }.
  private mutating func parsePatternSequence() -> PatternNode? {
    let start = position
    var parts: [PatternNode] = []
    repeat {
      guard let part = parsePatternPart() else { return nil }
      parts.append(part)
      expectPatternParts()
    } while startsPatternPart(at: position)
    return parts.count == 1 ? parts[0] : PatternNode(.sequence(parts), at: range(from: start))
  }

  /// PatternPart = [ WORD ":" ] PatternAtom [ Repetition ].
  private mutating func parsePatternPart() -> PatternNode? {
    let start = position
    var label: Name?
    if current.kind == .word, token(1).kind == .colon {
      label = parseName(as: .label)
      advance()
    }
    guard var node = parsePatternAtom() else { return nil }
    if let label { node = PatternNode(.labelled(label, node), at: range(from: start)) }
    guard let bounds = parseRepetition() else { return nil }
    guard let times = bounds.times else { return node }
    return PatternNode(
      .repetition(node, atLeast: times.least, atMost: times.most), at: range(from: start))
  }

  /// PatternAtom = "[" [ TokenCondition ] "]" | STRING [ FLAGS ] | "(" PatternChoice ")".
  private mutating func parsePatternAtom() -> PatternNode? {
    let start = position
    expectPatternParts()
    switch current.kind {
    case .leftBracket: return parseBrackets()
    case .leftParenthesis: return parsePatternGroup()
    case .string:
      guard let text = parsePatternText() else { return nil }
      return PatternNode(.word(text), at: range(from: start))
    default:
      reportExpected(.patternPart)
      return nil
    }
  }

  private mutating func parseBrackets() -> PatternNode? {
    let start = position
    advance()
    if consume(.rightBracket) { return PatternNode(.token(nil), at: range(from: start)) }
    let condition = parseTokenCondition()
    guard condition != nil || lastMistake >= start else { return nil }
    close(.rightBracket, from: start)
    return condition.map { PatternNode(.token($0), at: range(from: start)) }
  }

  private mutating func parsePatternGroup() -> PatternNode? {
    let start = position
    guard enter() else { return nil }
    defer { depth -= 1 }
    advance()
    guard let node = parsePatternChoice() else {
      skipToClose()
      return nil
    }
    close(from: start)
    return PatternNode(node.kind, at: range(from: start))
  }

  /// How often a part of a pattern comes; without `times` where nothing is said.
  private struct Bounds {
    var times: (least: Int, most: Int?)?
  }

  /// Repetition = "*" | "+" | "?" | "{" INTEGER "}" | "{" [ INTEGER ] "," [ INTEGER ] "}".
  private mutating func parseRepetition() -> Bounds? {
    if consume(.asterisk) { return Bounds(times: (0, nil)) }
    if consume(.plus) { return Bounds(times: (1, nil)) }
    if consume(.questionMark) { return Bounds(times: (0, 1)) }
    let start = position
    guard consume(.leftBrace) else { return Bounds() }
    let bounds = parseBounds()
    guard bounds != nil || lastMistake >= start else { return nil }
    close(.rightBrace, from: start)
    guard let bounds else { return nil }
    return Bounds(times: bounds)
  }

  private mutating func parseBounds() -> (least: Int, most: Int?)? {
    let least = parseBoundIfPresent()
    let hasComma = consume(.comma)
    if hasComma {
      let most = parseBoundIfPresent()
      return (least ?? 0, most)
    }
    guard let least else {
      reportExpected(.number(after: "'{'"))
      return nil
    }
    return (least, least)
  }

  private mutating func parseBoundIfPresent() -> Int? {
    expect(.number)
    guard current.kind == .integer else { return nil }
    // How often is too often is for the analyzer to say; beyond counting it is all the same.
    let number = max(0, Int(text(current)) ?? Int(Int32.max))
    advance()
    return number
  }
}

extension PatternNode {

  /// The labels of its tokens, in order.
  var labels: [String] {
    switch kind {
    case .token, .word: []
    case .sequence(let parts), .choice(let parts): parts.flatMap(\.labels)
    case .repetition(let part, _, _): part.labels
    case .labelled(let name, let part): [name.text] + part.labels
    }
  }
}
