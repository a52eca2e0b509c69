internal import Diagnostics

extension Parser {

  /// Whether a part of a pattern begins at the token numbered `index`, inside a pattern.
  func startsPatternPart(at index: Int) -> Bool {
    let token = tokens[min(index, tokens.count - 1)]
    switch token.kind {
    case .leftBracket, .string: return true
    case .leftParenthesis: return scanPattern(from: index).end > index
    case .word: return isLabel(at: index)
    default: return false
    }
  }

  /// Whether a pattern begins at the token numbered `index`, and no phrase, query or condition.
  ///
  /// A text begins one only where what follows makes it one: a bracket, a repetition, a choice.
  func startsPattern(at index: Int) -> Bool {
    let token = tokens[min(index, tokens.count - 1)]
    switch token.kind {
    case .leftBracket: return true
    case .string, .leftParenthesis: return scanPattern(from: index).isMarked
    case .word: return isLabel(at: index) && scanPattern(from: index).isMarked
    default: return false
    }
  }

  private func isLabel(at index: Int) -> Bool {
    guard index + 2 < tokens.count, tokens[index + 1].kind == .colon else { return false }
    return [.leftBracket, .string, .leftParenthesis].contains(tokens[index + 2].kind)
  }

  /// Returns how far parts of a pattern reach from the token numbered `start`, and whether
  /// something among them stands in patterns only.
  ///
  /// A parenthesis counts as a part where it holds nothing but such parts.
  ///
  /// - Complexity: O(*n*) in the number of tokens passed.
  func scanPattern(from start: Int) -> (end: Int, isMarked: Bool) {
    var scan = PatternScan()
    var index = start
    while index < tokens.count,
      let length = scan.step(tokens, at: index, isLabel: isLabel(at: index))
    {
      index += length
    }
    return scan.result(at: index, endsText: index >= tokens.count || tokens[index].endsStatement)
  }
}

/// The walk over the tokens of what may be a pattern.
private struct PatternScan {

  /// Where the outermost open parenthesis begins, and what was known in front of it.
  private var outermost: (start: Int, isMarked: Bool)?
  private var level = 0
  private var isMarked = false
  private var hasBracket = false
  private var braces = false
  private var brackets = 0

  /// Returns how many tokens to pass at `index`, or nil where no part of a pattern stands.
  mutating func step(_ tokens: [Token], at index: Int, isLabel: Bool) -> Int? {
    let token = tokens[index]
    if token.endsStatement { return nil }
    if brackets > 0 { return stepInBrackets(token) }
    if braces {
      braces = token.kind != .rightBrace
      return 1
    }
    switch token.kind {
    case .leftBracket: brackets = 1
    case .leftBrace: braces = true
    case .string: return 1
    case .flags, .asterisk, .plus, .questionMark: break
    case .word where isLabel: return 2
    case .leftParenthesis:
      if level == 0 { outermost = (index, isMarked) }
      level += 1
      return 1
    case .rightParenthesis:
      guard level > 0 else { return nil }
      level -= 1
      return 1
    case .pipe where level > 0 && tokens[index + 1].startsPatternPart: break
    default: return nil
    }
    hasBracket = hasBracket || token.kind == .leftBracket
    isMarked = true
    return 1
  }

  private mutating func stepInBrackets(_ token: Token) -> Int {
    if token.kind == .leftBracket { brackets += 1 }
    if token.kind == .rightBracket { brackets -= 1 }
    return 1
  }

  /// An open parenthesis makes no part, unless the text ends in what can only be a pattern.
  func result(at end: Int, endsText: Bool) -> (end: Int, isMarked: Bool) {
    guard level > 0, let outermost, !(endsText && hasBracket) else { return (end, isMarked) }
    return (outermost.start, outermost.isMarked)
  }
}

extension Token {

  /// Whether a part of a pattern may begin with the token.
  fileprivate var startsPatternPart: Bool {
    kind == .leftBracket || kind == .string || kind == .leftParenthesis || kind == .word
  }
}
