import Diagnostics
import QuerySyntax
import Testing

@Suite struct ParserRecoveryTests {

  @Test func `each mistake of a script is told once, and the rest is read`() {
    let text = """
      quotes were speaker = Macron oder by date

      documents where text like "tax" && outlet is null | limit x | count by

      describe qoutes; quotes where date = 2025-02-30 | to documnets
      quotes where topic = China
      """
    let result = Parser.parse(text)
    #expect(
      result.diagnostics.map(\.id.rawValue) == [
        "unknown-step", "unknown-step", "foreign-word", "foreign-operator", "foreign-word",
        "expected", "expected", "unknown-row-kind", "invalid-date", "unknown-row-kind",
        "missing-statement-end",
      ])
    #expect(result.script.statements.count == 5)
  }

  @Test(arguments: [
    ("quotes where speeker Macron", "missing-comparison", 21..<27),
    ("quotes where date since 2025-03", "missing-comparison", 18..<23),
    ("quotes where date last 30 days", "missing-comparison", 18..<22),
    ("quotes where speaker exactly \"X\"", "missing-comparison", 21..<28),
    ("quotes where outlet \"Reuters\"", "missing-comparison", 20..<29),
    ("quotes where", "expected", 12..<12), ("quotes where (a = b", "unclosed-parenthesis", 13..<14),
    ("quotes where a = b)", "unopened-parenthesis", 18..<19),
    ("quotes where a = b or", "expected", 21..<21),
    ("quotes where a in (b,, c)", "expected", 21..<22),
    ("quotes kwic order by left x", "expected", 26..<27), ("quotes top", "expected", 10..<10),
    ("quotes select , a", "expected", 14..<15), ("let 3 = quotes", "expected", 4..<5),
    ("quotes where a = b | | limit 3", "expected", 21..<22),
    ("quotes limit 99999999999999999999", "number-too-large", 13..<33),
    ("quotes where speaker = (a, b)", "list-without-in", 21..<22),
    ("quotes where speaker = a about b", "missing-and", 25..<30),
    ("quotes | by Macron", "misplaced-condition", 9..<11),
    ("select * from quotes", "foreign-query", 0..<13),
    ("quotes wher", "unknown-step", 7..<11), (".mode csv\nquotes", "prompt-command", 0..<5),
    ("quotes | limit 1\n.why 1", "prompt-command", 17..<21),
  ])
  func `a mistake is marked where it is`(text: String, id: String, range: Range<Int>) {
    let found = Parser.parse(text).diagnostics
    #expect(found.map(\.id.rawValue) == [id])
    #expect(found.map(\.range) == [SourceRange(range.lowerBound, range.upperBound)])
  }

  @Test(arguments: [
    "quotes where speaker == Macron", "select * from quotes where topic = China",
    "quotes by a and about b",
    "quotes where a = (b, c)", "quotes sort by date", "quotes filter topic = China",
    "topic = China",
    "quotes where speaker is null", "quotes where a = b&&c = d", "quotes where title like \"x\"",
    "quotes where speaker = \"Macron", "quotes where text matches /x", "quotes where a = b about c",
    "quotes where a = b)", "quotes where a = b\nquotes",
  ])
  func `a fix-it mends the query or leaves no second mistake`(text: String) throws {
    let first = try #require(Parser.parse(text).diagnostics.first)
    guard let fixIt = first.fixIt else { return }
    var bytes = Array(text.utf8)
    bytes.replaceSubrange(fixIt.range.start..<fixIt.range.end, with: Array(fixIt.replacement.utf8))
    let mended = String(decoding: bytes, as: UTF8.self)
    #expect(Parser.parse(mended).diagnostics.isEmpty, "\(mended)")
  }

  @Test func `a text that is no query is told of in two hundred messages at most`() {
    #expect(Parser.parse(String(repeating: "@ ; ", count: 5000)).diagnostics.count <= 200)
  }

  @Test(arguments: [
    "quotes where a = b", "quotes were", "", "quotes where text matches 3", "\"a\" wihtin quotes",
    "@", "quotes limit",
  ])
  func `messages are one phrase, lower case, without a period`(text: String) {
    for diagnostic in Parser.parse(text).diagnostics {
      #expect(!diagnostic.message.hasSuffix("."))
      #expect(diagnostic.message.first?.isUppercase == false)
    }
  }
}
