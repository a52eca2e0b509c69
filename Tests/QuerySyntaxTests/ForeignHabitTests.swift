import Diagnostics
import QuerySyntax
import Testing

/// What users of SQL, of other corpus tools and of programming languages write first.
@Suite struct ForeignHabitTests {

  @Test(arguments: [
    (
      "quotes where date since 2025-03",
      "expected a comparison behind 'date'; write since 2025-03, without 'date'"
    ),
    (
      "quotes where date last 3 days",
      "expected a comparison behind 'date'; write last 3 days, without 'date'"
    ),
    (
      "quotes where date last", "expected a comparison behind 'date'; write last …, without 'date'"
    ),
    (
      "quotes where speaker exactly \"Ada\"",
      "expected a comparison behind 'speaker': write speaker = exactly \"Ada\""
    ),
    (
      "quotes where speaker exactly",
      "expected a comparison behind 'speaker': write speaker = exactly …"
    ),
  ])
  func `a missing sign is shown with the words that stand there`(text: String, message: String) {
    #expect(Parser.parse(text).diagnostics.first?.message == message)
  }

  @Test(arguments: [
    (
      "SELECT speaker FROM quotes WHERE topic = China", "foreign-query",
      "quotes WHERE topic = China"
    ),
    ("quotes where a == b", "foreign-operator", "quotes where a = b"),
    ("quotes where a = b && c = d", "foreign-operator", "quotes where a = b  and  c = d"),
    ("quotes where a = b || c = d", "foreign-operator", "quotes where a = b  or  c = d"),
    ("quotes where a <> b", "foreign-operator", "quotes where a != b"),
    ("quotes where !a = b", "foreign-operator", "quotes where  not a = b"),
    ("quotes where speaker: Macron", "foreign-operator", "quotes where speaker= Macron"),
    ("quotes where text LIKE '%tax%'", "foreign-word", "quotes where text contains \"tax\""),
    ("quotes GROUP BY outlet", "foreign-step", "quotes count BY outlet"),
    (
      "quotes count by outlet having count > 3", "foreign-step",
      "quotes count by outlet where count > 3"
    ),
    ("quotes where text = /x/", "pattern-without-matches", "quotes where text matches /x/"),
    (
      "quotes where /x/ and a = b", "pattern-without-matches",
      "quotes where text matches /x/ and a = b"
    ),
    ("quotes where text != /x/", "pattern-without-matches", "quotes where not text matches /x/"),
    ("[word=troop.*] within s", "missing-quotation-marks", "[word=\"troop.*\"] within s"),
    ("[word=/troops?/]", "missing-quotation-marks", "[word=\"troops?\"]"),
    ("\"NATO\" near 5 \"troops\"", "missing-slash", "\"NATO\" near/5 \"troops\""),
    ("\"NATO\" near/5 words \"troops\"", "foreign-reach", "\"NATO\" near/5  \"troops\""),
    ("\"a\" within 5 words of \"b\"", "foreign-word", "\"a\" near/5 \"b\""),
    ("\"a\" within 3 days of \"b\" | count", "foreign-word", "\"a\" near/3 days \"b\" | count"),
    (
      "quotes where \"a\" within 5 words of \"b\"", "foreign-word",
      "quotes where \"a\" near/5 \"b\""
    ),
    (
      "[word=\"a\"] within 2 tokens [word=\"b\"]", "foreign-word",
      "[word=\"a\"] near/2 [word=\"b\"]"
    ),
    ("\"a\" \"b\" \"c\" | count", "adjacent-phrases", "\"a b c\" | count"),
    ("quotes.where(a = b)", "foreign-method", "quotes where(a = b)"),
    ("[word==\"a\" && pos=\"N\"]", "foreign-operator", "[word=\"a\" & pos=\"N\"]"),
    ("[word=\"a\" and not pos=\"N\"]", "word-for-mark", "[word=\"a\" & ! pos=\"N\"]"),
    ("quotes summarize n = count(*)", "count-with-parentheses", "quotes summarize n = count"),
    ("define f(x) = quotes", "parameter-without-mark", "define f($x) = quotes"),
  ])
  func `a habit from elsewhere is answered with the form of Quoth`(
    text: String, id: String, mended: String
  ) throws {
    let diagnostics = Parser.parse(text).diagnostics
    #expect(diagnostics.first?.id.rawValue == id)
    var bytes = Array(text.utf8)
    for fixIt in diagnostics.compactMap(\.fixIt).reversed() {
      bytes.replaceSubrange(
        fixIt.range.start..<fixIt.range.end, with: Array(fixIt.replacement.utf8))
    }
    #expect(String(decoding: bytes, as: UTF8.self) == mended)
    #expect(Parser.parse(mended).diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("[lemma=\"a\"] | [lemma=\"b\"]", "choice-without-parentheses"),
    ("compare quotes by A with quotes by B", "comparison-without-parentheses"),
    ("compare quotes where words > 3 with quotes", "comparison-without-parentheses"),
    ("quotes where similar to \"x\" and a = b", "misplaced-step"),
    ("\"a\" near \"b\"", "missing-reach"),
    ("[word=\"a\"", "unclosed-bracket"), ("[word=\"a\"]]", "unopened-bracket"),
    ("quotes | chart pie", "unknown-chart"), ("[word=\"a\"%x]", "unknown-flag"),
    ("quotes.limit(5)", "foreign-method"), ("quotes.count()", "foreign-method"),
  ])
  func `a mistake in the new forms is told once`(text: String, id: String) {
    #expect(Parser.parse(text).diagnostics.map(\.id.rawValue) == [id])
  }

  @Test func `a word where a line begins may open a statement of its own`() throws {
    let diagnostics = Parser.parse("let x = quotes\nx | count").diagnostics
    #expect(diagnostics.map(\.id.rawValue) == ["unknown-step"])
    #expect(diagnostics.first?.notes.first?.message.contains("';' or an empty line") == true)
  }

  @Test func `bytes that are no text are told of in one message`() {
    let binary = String(decoding: (0..<4000).map { UInt8($0 * 37 % 251) }, as: UTF8.self)
    #expect(Parser.parse(binary).diagnostics.map(\.id.rawValue) == ["not-text"])
  }

  @Test func `several mistakes in one pattern are all told`() {
    let text = "[word=send] [] [lemma == \"x\" and pos=noun] :: a.word = x | chart pie"
    #expect(
      Parser.parse(text).diagnostics.map(\.id.rawValue).prefix(2)
        == ["missing-quotation-marks", "foreign-operator"])
  }

  @Test(arguments: [
    "[", "[word", "[word=", "[word=\"a\"", "[word=\"a\" &", "[]{", "[]{1,", "(\"a\" | []",
    "a:[] :: a", "a:[] :: a.word =", "\"a\" near/", "\"a\" near/5", "quotes where no quotes (",
    "quotes where some", "documents where count of quotes ()", "compare (quotes) with",
    "macron_on(", "quotes summarize", "quotes summarize sum(", "quotes per",
    "quotes keywords against",
    "pairs of", "quotes chart", "quotes union", "define f($x) =", "correct 3 speaker",
    "alias \"x\" =",
  ])
  func `a form that is open asks for more`(text: String) {
    let isQuery = text != "pairs of"
    #expect(!Parser.isComplete(isQuery ? text : "quotes \(text)"))
  }
}
