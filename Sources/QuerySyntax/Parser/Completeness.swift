internal import Diagnostics

extension Parser {

  /// Returns whether `text` needs no more words: Enter may run it.
  ///
  /// A text that cannot be mended by going on is complete as well: it runs into its message.
  public static func isComplete(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let lexed = Lexer.tokenize(bytes)
    if lexed.openString != nil { return false }
    guard let last = lexed.tokens.dropLast().last else { return true }
    if last.kind == .comma || last.kind == .pipe { return false }
    var parser = Parser(bytes: bytes, lexed: lexed)
    _ = parser.parseScript()
    return !parser.lacksEnd
  }
}
