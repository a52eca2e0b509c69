internal import Diagnostics

extension Lexer {

  /// The marks of other query languages, longest first, with how Quoth writes them.
  private static let foreignMarks: [(text: [UInt8], kind: Token.Kind, quoth: String)] = [
    (Array("==".utf8), .equal, "="), (Array("=>".utf8), .greaterOrEqual, ">="),
    (Array("=<".utf8), .lessOrEqual, "<="), (Array("<>".utf8), .notEqual, "!="),
    (Array("&&".utf8), .word, "and"), (Array("||".utf8), .word, "or"),
    (Array(":".utf8), .equal, "="), (Array("!".utf8), .word, "not"),
  ]

  /// The marks of Quoth, longest first.
  private static let marks: [(text: [UInt8], kind: Token.Kind)] = [
    (Array("!=".utf8), .notEqual), (Array("<=".utf8), .lessOrEqual),
    (Array(">=".utf8), .greaterOrEqual), (Array("..".utf8), .dotDot), (Array("=".utf8), .equal),
    (Array("<".utf8), .less), (Array(">".utf8), .greater), (Array("|".utf8), .pipe),
    (Array(";".utf8), .semicolon), (Array(",".utf8), .comma), (Array(".".utf8), .dot),
    (Array("&".utf8), .ampersand), (Array("(".utf8), .leftParenthesis),
    (Array(")".utf8), .rightParenthesis),
  ]

  mutating func lexMark(_ byte: UInt8) {
    let start = position
    let isNotEqual = byte == UInt8(ascii: "!") && peek(1) == UInt8(ascii: "=")
    if !isNotEqual, let mark = Self.foreignMarks.first(where: { stands($0.text) }) {
      position += mark.text.count
      append(mark.kind, from: start, keyword: Keyword(rawValue: mark.quoth))
      let text = String(decoding: mark.text, as: UTF8.self)
      diagnostics.append(
        .foreignOperator(text, quoth: mark.quoth, at: SourceRange(start, position)))
    } else if let mark = Self.marks.first(where: { stands($0.text) }) {
      position += mark.text.count
      append(mark.kind, from: start)
    } else {
      lexUnknown(length: 1)
    }
  }

  private func stands(_ text: [UInt8]) -> Bool {
    bytes.count - position >= text.count
      && bytes[position..<(position + text.count)].elementsEqual(text)
  }
}
