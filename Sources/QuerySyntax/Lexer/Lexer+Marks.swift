internal import Diagnostics

extension Lexer {

  /// Returns what a mark means by itself.
  private static func mark(_ byte: UInt8) -> Token.Kind? {
    switch Unicode.Scalar(byte) {
    case "=": .equal
    case "<": .less
    case ">": .greater
    case "|": .pipe
    case ";": .semicolon
    case ",": .comma
    case ".": .dot
    case "&": .ampersand
    case ":": .colon
    case "(": .leftParenthesis
    case ")": .rightParenthesis
    case "[": .leftBracket
    case "]": .rightBracket
    case "{": .leftBrace
    case "}": .rightBrace
    case "*": .asterisk
    case "+": .plus
    case "?": .questionMark
    default: nil
    }
  }

  /// Lexes a mark, also one of another language, which means what Quoth writes otherwise.
  mutating func lexMark(_ byte: UInt8) {
    let next = peek(1).map { Unicode.Scalar($0) }
    switch (Unicode.Scalar(byte), next) {
    case ("!", "="): append(.notEqual, length: 2)
    case ("<", "="): append(.lessOrEqual, length: 2)
    case (">", "="): append(.greaterOrEqual, length: 2)
    case (".", "."): append(.dotDot, length: 2)
    case (":", ":"): append(.doubleColon, length: 2)
    case ("=", "="): appendForeign(.equal, quoth: "=", length: 2)
    case ("=", ">"): appendForeign(.greaterOrEqual, quoth: ">=", length: 2)
    case ("=", "<"): appendForeign(.lessOrEqual, quoth: "<=", length: 2)
    case ("<", ">"): appendForeign(.notEqual, quoth: "!=", length: 2)
    case ("&", "&"): appendConnective(.ampersand, quoth: "and", length: 2)
    case ("|", "|"): appendConnective(.pipe, quoth: "or", length: 2)
    case ("!", _): lexExclamationMark()
    case ("%", _): lexFlags()
    default:
      guard let mark = Self.mark(byte) else { return lexUnknown(length: 1) }
      append(mark, length: 1)
    }
  }

  /// Keeps count of the brackets, between which some marks mean something else.
  mutating func noteBrackets(_ kind: Token.Kind, _ keyword: Keyword?) {
    switch kind {
    case .leftBracket: bracketDepth += 1
    case .rightBracket: bracketDepth = max(0, bracketDepth - 1)
    case .doubleColon: isInConstraint = true
    case .semicolon, .blankLine: (bracketDepth, isInConstraint) = (0, false)
    case .word where isInConstraint && bracketDepth == 0: isInConstraint = isInPath(keyword)
    default: break
    }
  }

  /// Whether a word behind `::` belongs to a condition on labels, and begins nothing else.
  private func isInPath(_ keyword: Keyword?) -> Bool {
    guard let keyword, peek() != UInt8(ascii: "."), tokens.last?.kind != .dot else { return true }
    return [.exactly, .and, .or, .not].contains(keyword)
  }

  private var joinsPatternConditions: Bool { bracketDepth > 0 || isInConstraint }

  private mutating func lexExclamationMark() {
    if joinsPatternConditions { return append(.exclamationMark, length: 1) }
    appendForeign(.word, quoth: "not", length: 1)
  }

  /// Lexes the letters behind a text of a token pattern.
  private mutating func lexFlags() {
    let start = position
    guard let next = peek(1), ByteClass.of(next) == .letter else { return lexUnknown(length: 1) }
    position += 1
    skipWord()
    append(.flags, from: start)
  }

  private mutating func appendConnective(_ kind: Token.Kind, quoth: String, length: Int) {
    guard joinsPatternConditions else { return appendForeign(.word, quoth: quoth, length: length) }
    appendForeign(kind, quoth: kind.rawValue, length: length)
  }

  private mutating func append(_ kind: Token.Kind, length: Int, keyword: Keyword? = nil) {
    let start = position
    position += length
    append(kind, from: start, keyword: keyword)
  }

  private mutating func appendForeign(_ kind: Token.Kind, quoth: String, length: Int) {
    let range = SourceRange(position, position + length)
    let text = String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    append(kind, length: length, keyword: Keyword(rawValue: quoth))
    report(.foreignOperator(text, quoth: quoth, at: range))
  }
}
