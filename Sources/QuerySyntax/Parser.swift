public import Diagnostics

/// Reads a script into its tree.
///
/// Recursive descent by hand, a function a production of `grammar/quoth.ebnf`. A parser never
/// throws: a mistake becomes a diagnostic and an invalid node, and reading goes on at the next
/// place where a step or statement may begin.
public struct Parser {

  /// A script as it was read, with its mistakes.
  public struct Result: Sendable {

    /// The script.
    public let script: Script

    /// What was wrong, in the order of the text.
    public let diagnostics: [Diagnostic]
  }

  /// How deep parentheses, `not` and regions may nest before the parser gives up on a statement.
  static let greatestDepth = 100

  /// How many mistakes of a text are told.
  static let greatestNumberOfMistakes = 200

  let bytes: [UInt8]
  let tokens: [Token]
  var position = 0
  var diagnostics: [Diagnostic]
  var depth = 0

  /// How many relations lie inside each other in the source that was read last: a chain of them
  /// nests to the left, where no parenthesis counts it.
  var height = 0

  var probe: Probe?

  /// The keywords that were looked for at the token numbered `placeOfAttempts`.
  private var attempts: [Keyword] = []
  private var placeOfAttempts = -1

  /// The token at which the last mistake was reported: one place gets one message.
  var lastMistake = -1

  /// Whether the comparison behind a query may belong to an `expect` around it.
  var isInExpectation = false

  /// Whether the query being read leads its conditions with the words of everyday speech.
  var isForeign = false

  /// Whether a part of the grammar was still missing when the text ended.
  var lacksEnd = false

  init(bytes: [UInt8], lexed: LexedText, probe: Probe? = nil) {
    self.bytes = bytes
    tokens = lexed.tokens
    diagnostics = lexed.diagnostics
    self.probe = probe
  }

  /// Reads `text`.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public static func parse(_ text: String) -> Result {
    let bytes = Array(text.utf8)
    var parser = Parser(bytes: bytes, lexed: Lexer.tokenize(bytes))
    let script = parser.parseScript()
    return Result(script: script, diagnostics: parser.sortedDiagnostics)
  }

  var sortedDiagnostics: [Diagnostic] {
    diagnostics.enumerated().sorted { a, b in
      (a.element.range.start, a.offset) < (b.element.range.start, b.offset)
    }.map(\.element)
  }
}

// MARK: Looking at tokens

extension Parser {

  /// The next token.
  var current: Token { tokens[min(position, tokens.count - 1)] }

  /// Returns the token `distance` tokens ahead; the last one behind the end.
  func token(_ distance: Int) -> Token { tokens[min(position + distance, tokens.count - 1)] }

  /// Returns whether the next token is `kind`, and notes that it might have been.
  mutating func at(_ kind: Token.Kind) -> Bool {
    if probe != nil { expect(.mark(kind.rawValue)) }
    return current.kind == kind
  }

  /// Returns whether the next token spells `keyword`, and notes that it might have.
  mutating func at(_ keyword: Keyword) -> Bool {
    noteAttempt(keyword)
    if probe != nil { expect(.keyword(keyword.rawValue)) }
    return current.keyword == keyword
  }

  /// Notes that `keyword` might stand at the next token, for the message if nothing fits.
  mutating func noteAttempt(_ keyword: Keyword) {
    if placeOfAttempts != position {
      placeOfAttempts = position
      attempts.removeAll(keepingCapacity: true)
    }
    attempts.append(keyword)
  }

  /// The keywords that might stand at the next token.
  var attempted: [Keyword] { placeOfAttempts == position ? attempts : [] }

  /// Skips the next token if it is `kind`.
  mutating func consume(_ kind: Token.Kind) -> Bool {
    guard at(kind) else { return false }
    advance()
    return true
  }

  /// Skips the next token if it spells `keyword`.
  mutating func consume(_ keyword: Keyword) -> Bool {
    guard at(keyword) else { return false }
    advance()
    return true
  }

  /// Skips the next token, but never the end.
  mutating func advance() { position = min(position + 1, tokens.count - 1) }

  /// Returns the text from the token numbered `start` to the last one read.
  func range(from start: Int) -> SourceRange {
    let begin = tokens[min(start, tokens.count - 1)].range.start
    guard position > start else { return SourceRange(at: begin) }
    return SourceRange(begin, max(begin, tokens[position - 1].range.end))
  }

  /// Returns the text of `range` as it was written.
  func text(_ range: SourceRange) -> String {
    String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }

  /// Returns the text of `token` as it was written.
  func text(_ token: Token) -> String { text(token.range) }
}
