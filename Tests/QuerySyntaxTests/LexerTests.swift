import Diagnostics
import QuerySyntax
import Testing

@Suite struct LexerTests {

  @Test(arguments: [
    ("quotes where", "WORD WORD"), ("O'Brien O’Brien al-Sisi Jean-Pierre", "WORD WORD WORD WORD"),
    ("Élysée naïve 東京 e\u{301}t", "WORD WORD WORD WORD"),
    ("first_seen 24-hour 5G", "WORD WORD WORD"),
    ("3 -3 0.5 -0.5", "INTEGER INTEGER DECIMAL DECIMAL"),
    ("2025-02-24 2025-02 2025", "DATE DATE INTEGER"), ("3..5", "INTEGER .. INTEGER"),
    ("2025-01..2025-02", "DATE .. DATE"), ("U.S.", "WORD . WORD ."),
    ("a=b a!=b a<=b", "WORD = WORD WORD != WORD WORD <= WORD"),
    ("a ≠ b ≤ c ≥ d", "WORD != WORD <= WORD >= WORD"),
    ("$who", "PARAMETER"), ("matches /a b/", "WORD PATTERN"), ("a / b", "WORD / WORD"),
    ("a -- b | c\nd # e", "WORD WORD"), ("a\n\n \n\nb\n\n", "WORD BLANK_LINE WORD BLANK_LINE"),
    ("\n\na", "WORD"), ("a\r\n\r\nb", "WORD BLANK_LINE WORD"), ("a\n-- b\nc", "WORD WORD"),
    ("a\u{A0}b\u{FEFF}c\u{3000}d", "WORD WORD WORD WORD"), ("#!/usr/bin/env quoth\na", "WORD"),
  ])
  func `a text is cut into tokens`(text: String, kinds: String) {
    let lexed = Lexer.tokenize(text)
    #expect(lexed.tokens.dropLast().map(\.kind.rawValue).joined(separator: " ") == kinds)
    #expect(lexed.diagnostics.isEmpty)
    #expect(lexed.tokens.last?.kind == .end)
  }

  @Test(arguments: [
    ("\"wealth tax\"", "wealth tax"), ("“wealth tax”", "wealth tax"), ("„Reichtum“", "Reichtum"),
    ("«impôt»", "impôt"), ("»Steuer«", "Steuer"), ("'tax'", "tax"), ("‘tax’", "tax"),
    ("'it''s'", "it's"), ("'Macron's plan'", "Macron's plan"), ("‘l’Élysée’", "l’Élysée"),
    ("\"a \"\"b\"\" c\"", "a \"b\" c"), (#""a \"b\" \\ \d""#, #"a "b" \ \d"#), ("\"\"", ""),
    ("“he said \\”no\\””", "he said ”no”"),
  ])
  func `a text between any quotation marks is the text without them`(text: String, value: String) {
    let result = Parser.parse(text)
    #expect(result.diagnostics.isEmpty)
    #expect(result.script.outline == "query\n  phrase \(SyntaxPrinter().quoted(value))\n")
  }

  @Test(arguments: [
    ("quotes where speaker = \"Macron", 23..<24), ("quotes where speaker = “Macron\n", 23..<26),
    ("quotes @", 7..<8), ("quotes where date = 2025-13", 20..<27), ("quotes ☂", 7..<10),
    ("quotes where a == 3", 15..<17), ("quotes where text matches /x", 26..<27),
  ])
  func `a mistake is marked under its exact characters`(text: String, range: Range<Int>) {
    let found = Lexer.tokenize(text).diagnostics.map(\.range)
    #expect(found == [SourceRange(range.lowerBound, range.upperBound)])
  }

  @Test func `tokens print as an outline with their places`() {
    let text = "quotes\n  limit 3"
    #expect(
      Lexer.tokenize(text).dump(in: SourceText(text)) == """
        1:1   WORD        quotes
        2:3   WORD        limit
        2:9   INTEGER     3
        2:10  END

        """)
  }

  @Test func `an open text is known only at the end of the input`() {
    #expect(Lexer.tokenize("quotes \"a").openString == 7)
    #expect(Lexer.tokenize("quotes \"a\nb").openString == nil)
  }
}
