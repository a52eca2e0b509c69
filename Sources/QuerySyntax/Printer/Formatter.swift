internal import Diagnostics

/// Lays a script out in the canonical way.
///
/// A short statement stands on one line. A longer one, or one with comments inside, has its source
/// on the first line and each step on a line of its own. Comments stay with the statement or step
/// they stood at, several empty lines become one, and what is laid out already does not change.
public struct Formatter: Sendable {

  /// The greatest width of a statement on one line, in characters.
  public static let width = 80

  private let bytes: [UInt8]
  private let statements: [Statement]
  private let comments: [SourceRange]
  private var lines: [String] = []

  private init(bytes: [UInt8], statements: [Statement], comments: [SourceRange]) {
    self.bytes = bytes
    self.statements = statements
    self.comments = comments
  }

  /// Returns `text` laid out, or nil if it has mistakes, which formatting must not hide.
  public static func format(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    let lexed = Lexer.tokenize(bytes)
    var parser = Parser(bytes: bytes, lexed: lexed)
    let statements = parser.parseScript().statements
    guard !parser.diagnostics.hasErrors else { return nil }
    var formatter = Formatter(bytes: bytes, statements: statements, comments: lexed.comments)
    return formatter.layOut()
  }

  private mutating func layOut() -> String {
    var rest = comments[...]
    var last: Int?
    for (index, statement) in statements.enumerated() {
      while let comment = rest.first, comment.start < statement.range.start {
        appendComment(comment, after: &last)
        rest.removeFirst()
      }
      let inner = rest.prefix { $0.start < statement.range.end }
      rest.removeFirst(inner.count)
      let layout = StatementLayout(statement, comments: Array(inner), bytes: bytes)
      appendGap(from: last, to: statement.range.start)
      lines += layout.lines.map { $0 }
      last = statement.range.end
      let next = index + 1 < statements.count ? statements[index + 1].range.start : nil
      if let next, !hasBlankLine(statement.range.end, next) { appendToLast(";") }
      if let comment = rest.first, !StatementLayout.standsAlone(comment, in: bytes),
        comment.start < next ?? .max
      {
        appendToLast("  " + text(comment))
        last = comment.end
        rest.removeFirst()
      }
    }
    for comment in rest { appendComment(comment, after: &last) }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  private mutating func appendComment(_ comment: SourceRange, after last: inout Int?) {
    appendGap(from: last, to: comment.start)
    lines.append(text(comment))
    last = comment.end
  }

  private mutating func appendToLast(_ text: String) {
    if let line = lines.popLast() { lines.append(line + text) }
  }

  private mutating func appendGap(from last: Int?, to next: Int) {
    if let last, hasBlankLine(last, next), lines.last != "" { lines.append("") }
  }

  /// Whether an empty line stands between two places.
  private func hasBlankLine(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    var newlines = 0
    for byte in bytes[start..<end] {
      if byte == UInt8(ascii: "\n") { newlines += 1 } else if byte > 0x20 { newlines = 0 }
      if newlines == 2 { return true }
    }
    return false
  }

  private func text(_ range: SourceRange) -> String {
    String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }
}
