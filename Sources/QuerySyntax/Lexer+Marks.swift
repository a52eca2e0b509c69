internal import Diagnostics

extension Lexer {

  /// Lexes a mark, also one of another language, which means what Quoth writes otherwise.
  mutating func lexMark(_ byte: UInt8) {
    let next = peek(1).map { Unicode.Scalar($0) }
    switch (Unicode.Scalar(byte), next) {
    case ("!", "="): append(.notEqual, length: 2)
    case ("<", "="): append(.lessOrEqual, length: 2)
    case (">", "="): append(.greaterOrEqual, length: 2)
    case (".", "."): append(.dotDot, length: 2)
    case ("=", "="): appendForeign(.equal, quoth: "=", length: 2)
    case ("=", ">"): appendForeign(.greaterOrEqual, quoth: ">=", length: 2)
    case ("=", "<"): appendForeign(.lessOrEqual, quoth: "<=", length: 2)
    case ("<", ">"): appendForeign(.notEqual, quoth: "!=", length: 2)
    case ("&", "&"): appendForeign(.word, quoth: "and", length: 2)
    case ("|", "|"): appendForeign(.word, quoth: "or", length: 2)
    case (":", _): appendForeign(.equal, quoth: "=", length: 1)
    case ("!", _): appendForeign(.word, quoth: "not", length: 1)
    case ("=", _): append(.equal, length: 1)
    case ("<", _): append(.less, length: 1)
    case (">", _): append(.greater, length: 1)
    case ("|", _): append(.pipe, length: 1)
    case (";", _): append(.semicolon, length: 1)
    case (",", _): append(.comma, length: 1)
    case (".", _): append(.dot, length: 1)
    case ("&", _): append(.ampersand, length: 1)
    case ("(", _): append(.leftParenthesis, length: 1)
    case (")", _): append(.rightParenthesis, length: 1)
    default: lexUnknown(length: 1)
    }
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
