internal import Diagnostics

extension Diagnostic {

  static func foreignOperator(_ text: String, quoth: String, at range: SourceRange) -> Diagnostic {
    .error(
      "foreign-operator", "'\(text)' is written '\(quoth)' here", at: range,
      fixIt: .init(
        replacing: range, with: quoth.utf8.first.map { $0 > 0x60 } == true ? " \(quoth) " : quoth))
  }

  static func invalidDate(_ text: String, at range: SourceRange) -> Diagnostic {
    .error(
      "invalid-date",
      "'\(text)' is not a day or month of the calendar; a date is written 2025-02-24 or 2025-02",
      at: range)
  }

  static func notText(at range: SourceRange) -> Diagnostic {
    .error(
      "not-text", "this is no text; a script holds queries, and a corpus is opened as one",
      at: range)
  }

  static func unexpectedCharacter(_ text: String, at range: SourceRange) -> Diagnostic {
    let name = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } ? text : " "
    return .error(
      "unexpected-character",
      name == " " ? "a control character has no meaning here" : "'\(name)' has no meaning here",
      at: range,
      notes: [.init("a text that holds such characters stands between quotation marks")])
  }

  static func unterminatedPattern(at range: SourceRange, end: SourceRange) -> Diagnostic {
    .error(
      "unterminated-pattern", "the pattern is not closed; it ends with '/' on the same line",
      at: range, fixIt: .init(replacing: end, with: "/"))
  }

  static func unterminatedString(
    at range: SourceRange, closer: String, end: SourceRange
  ) -> Diagnostic {
    .error(
      "unterminated-string", "the text is not closed; it ends with \(closer) on the same line",
      at: range, fixIt: .init(replacing: end, with: closer))
  }
}
