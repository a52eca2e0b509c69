public import Diagnostics

/// What a piece of a query is, for whoever colours it.
public enum SyntaxRole: String, Hashable, Sendable, CaseIterable {
  case keyword, rowKind, attribute, name, value, string, number, date, parameter
  case mark, comment, error
}

/// A piece of a query with its role.
public struct ClassifiedRange: Hashable, Sendable {

  /// What it is.
  public let role: SyntaxRole

  /// Where it stands.
  public let range: SourceRange
}

extension Parser {

  /// Returns the pieces of `text` with their roles, in order; blanks are in none.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public static func classify(_ text: String) -> [ClassifiedRange] {
    let bytes = Array(text.utf8)
    let lexed = Lexer.tokenize(bytes)
    var parser = Parser(bytes: bytes, lexed: lexed)
    let script = parser.parseScript()
    var roles = RoleCollector()
    SyntaxWalker.walk(
      script, path: { roles.note($0) }, value: { roles.note($0) }, name: { roles.note(name: $0) })
    for diagnostic in parser.diagnostics.prefix(200) where !diagnostic.range.isEmpty {
      roles.errors.append(diagnostic.range)
    }
    let pieces = lexed.tokens.filter { !$0.range.isEmpty }.map { token in
      ClassifiedRange(role: roles.role(of: token), range: token.range)
    }
    let comments = lexed.comments.map { ClassifiedRange(role: .comment, range: $0) }
    return (pieces + comments).sorted { $0.range.start < $1.range.start }
  }
}

/// What the words of a tree are.
private struct RoleCollector {

  /// The role of the word that begins at an offset; any other word is a keyword if it can be.
  private var words: [Int: SyntaxRole] = [:]

  /// The values of several words, in the order of the text.
  private var values: [SourceRange] = []

  /// The ranges that a message points at.
  var errors: [SourceRange] = []

  func role(of token: Token) -> SyntaxRole {
    if token.kind == .invalid || errors.contains(where: { covers($0, token) }) { return .error }
    switch token.kind {
    case .string, .pattern, .flags: return .string
    case .parameter: return .parameter
    case .word, .integer, .decimal, .date, .dot, .slash, .ampersand:
      return words[token.range.start] ?? (isInValue(token) ? .value : plainRole(of: token))
    case .pipe, .semicolon, .comma, .dotDot, .leftParenthesis, .rightParenthesis, .leftBracket,
      .rightBracket, .leftBrace, .rightBrace, .asterisk, .plus, .questionMark, .colon,
      .doubleColon, .exclamationMark, .equal, .notEqual, .less, .lessOrEqual, .greater,
      .greaterOrEqual, .blankLine, .invalid, .end:
      return .mark
    }
  }

  private func covers(_ range: SourceRange, _ token: Token) -> Bool {
    range.start <= token.range.start && token.range.end <= range.end
  }

  private func plainRole(of token: Token) -> SyntaxRole {
    switch token.kind {
    case .word: token.keyword.map { $0.rowKind == nil ? .keyword : .rowKind } ?? .name
    case .integer, .decimal: .number
    case .date: .date
    default: .mark
    }
  }

  /// Whether a value of several words holds `token`; found by halving, as a script may be long.
  private func isInValue(_ token: Token) -> Bool {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle].end <= token.range.start { low = middle + 1 } else { high = middle }
    }
    return low < values.count && covers(values[low], token)
  }

  mutating func note(_ path: Path) {
    for part in path.parts { words[part.range.start] = .attribute }
  }

  mutating func note(_ value: Value) {
    if case .bareword = value.kind { values.append(value.range) }
    if case .exact = value.kind { words[value.range.start] = .keyword }
  }

  mutating func note(name: Name) { words[name.range.start] = .name }
}
