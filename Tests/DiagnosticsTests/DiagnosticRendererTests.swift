import Diagnostics
import Testing

@Suite struct DiagnosticRendererTests {

  private func draw(_ text: String, _ start: Int, _ end: Int) -> String {
    let diagnostic = Diagnostic.error("an-id", "a message", at: SourceRange(start, end))
    return DiagnosticRenderer().render([diagnostic], in: SourceText(text, name: "a.quoth"))
  }

  @Test(arguments: [
    ("quotes where speeker = x", 13, 20, 1, 14, "quotes where speeker = x", "             ^^^^^^^"),
    ("quotes\twhere", 7, 12, 1, 8, "quotes where", "       ^^^^^"),
    ("漢字 é x", 10, 11, 1, 6, "漢字 é x", "       ^"),
    ("漢字", 0, 6, 1, 1, "漢字", "^^^^"),
    ("e\u{301}a b", 3, 4, 1, 2, "e\u{301}a b", " ^"),
    ("a\r\nb c\r\n", 5, 6, 2, 3, "b c", "  ^"),
    ("quotes where", 12, 12, 1, 13, "quotes where", "            ^"),
    ("ab\ncd\nef", 1, 7, 1, 2, "ab", " ^"),
    ("ab", 9, 12, 1, 3, "ab", "  ^"),
    ("ab\n", 3, 3, 2, 1, "", "^"),
    ("", 0, 0, 1, 1, "", "^"),
  ])
  func `the mark stands under the exact characters`(
    text: String, start: Int, end: Int, line: Int, column: Int, shown: String, mark: String
  ) {
    let wanted = """
      error: a message [an-id]
       --> a.quoth:\(line):\(column)
        |
      \(line) | \(shown)
        | \(mark)

      """
    #expect(draw(text, start, end) == wanted)
  }

  @Test func `of a long line the part around the mark is shown`() {
    let text = String(repeating: "a", count: 5000) + " b " + String(repeating: "c", count: 5000)
    let lines = draw(text, 5001, 5002).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count < 180 })
    #expect(lines[3].contains("…") && lines[3].contains(" b "))
  }

  @Test func `messages and lines of the source fit the width`() {
    let note = Diagnostic.Note("there are documents, quotes, sentences, tokens and families")
    let diagnostic = Diagnostic.error(
      "an-id", "a message that is longer than a narrow screen", at: SourceRange(50, 54),
      notes: [note])
    let text = "quotes where speaker = Macron and topic = China | frob | limit 3"
    let drawn = DiagnosticRenderer(width: 36).render([diagnostic], in: SourceText(text))
    #expect(
      drawn == """
        error: a message that is longer than
        a narrow screen [an-id]
         --> query:1:51
          |
        1 | … China | frob | limit …
          |           ^^^^
        note: there are documents, quotes,
        sentences, tokens and families

        """)
  }

  @Test func `notes are shown, at their place if they have one`() {
    let notes: [Diagnostic.Note] = [.init("one"), .init("two", at: SourceRange(0, 1))]
    let diagnostic = Diagnostic.warning("an-id", "a message", at: SourceRange(2, 3), notes: notes)
    let drawn = DiagnosticRenderer().render([diagnostic], in: SourceText("a b"))
    #expect(drawn.hasPrefix("warning: a message [an-id]\n --> query:1:3\n"))
    #expect(drawn.contains("note: one\nnote: two\n --> query:1:1\n"))
  }

  @Test func `a decorator colours the pieces and nothing else`() {
    let renderer = DiagnosticRenderer { role, text in "<\(role):\(text)>" }
    let diagnostic = Diagnostic.error("an-id", "a message", at: SourceRange(0, 1))
    let drawn = renderer.render([diagnostic], in: SourceText("a"))
    #expect(drawn.hasPrefix("<error:error:> <message:a message> [an-id]\n"))
    #expect(drawn.hasSuffix("<error:^>\n"))
  }
}

@Suite struct SourceTextTests {

  @Test(arguments: [(0, 1, 1), (7, 1, 6), (8, 2, 1), (9, 2, 2), (99, 3, 1)])
  func `a byte offset has a line and a column in characters`(offset: Int, line: Int, column: Int) {
    let location = SourceText("Élysé\nab\n").location(of: offset)
    #expect(location.line == line && location.column == column)
  }

  @Test func `a range is cut to the text`() {
    let source = SourceText("abc")
    #expect(source.substring(SourceRange(1, 99)) == "bc")
    #expect(source.substring(SourceRange(50, 99)) == "")
  }

  @Test func `a union covers the gap between its parts`() {
    #expect(SourceRange(1, 2).union(SourceRange(5, 6)) == SourceRange(1, 6))
    #expect(SourceRange(1, 2).touches(2) && !SourceRange(1, 2).touches(3))
  }

  @Test(arguments: [
    (
      "no step is named 'wher'; did you mean 'where'?",
      "no step is named 'wher'; did you mean 'where'?"
    ),
    (
      "no row is named '" + String(repeating: "a", count: 9_000_000) + "'; write one",
      "no row is named '" + String(repeating: "a", count: 59) + "…'; write one"
    ),
  ])
  func `a message cuts words of megabytes short`(message: String, shown: String) {
    #expect(Diagnostic.shortened(message) == shown)
  }
}
