import Diagnostics
import QuerySyntax
import Testing

@Suite struct ExpectationsTests {

  private func expectations(_ text: String) -> Expectations {
    Parser.expectations(in: text, at: text.utf8.count)
  }

  @Test(arguments: [
    ("", ["rowKind", "letName", "explain"]), ("qu", ["rowKind"]),
    ("quotes ", ["where", "by", "within", "order by"]),
    ("quotes wh", ["where"]),
    ("quotes where ", ["attribute", "phrase", "not", "by", "within", "("]),
    ("quotes where speaker ", ["=", "in", "is", "not in"]),
    ("quotes where speaker is ", ["missing", "known", "not"]),
    ("quotes where topic = China ", ["value", "and", "order by", "|"]),
    ("quotes | ", ["where", "count by"]),
    ("quotes by ", ["ladder"]), ("quotes order by ", ["attribute"]),
    ("quotes order by date ", ["desc", ","]),
    ("quotes limit ", ["number"]), ("quotes last 30 ", ["timeUnit"]), ("quotes | to ", ["rowKind"]),
    ("describe ", ["rowKind"]), ("values ", ["of"]), ("let x = ", ["rowKind", "letName"]),
    ("quotes where (topic = China ", ["and", ")"]),
    ("tokens kwic order by ", ["left", "right", "node"]),
    ("quotes count by speaker ", ["order by", ",", "per", "as share"]),
    ("[", ["tokenAttribute", "!", "(", "]"]), ("[lemma ", ["=", "!="]),
    ("[lemma = ", ["text of lemma", "exactly"]), ("[lemma = \"a\" ", ["&", "|", "]"]),
    ("[] ", ["[", "phrase", "*", "+", "?", "{", "within", "near", "kwic"]),
    ("a:[] b:[] ", ["::"]), ("a:[] b:[] :: ", ["label a", "label b", "!"]),
    ("a:[] b:[] :: a.", ["tokenAttribute"]), ("a:[] b:[] :: a ", ["."]),
    ("a:[] b:[] :: a.word = ", ["label b", "text of word"]),
    ("\"a\" near/", ["number", "sentence", "paragraph", "document"]),
    ("\"a\" near/5 ", ["timeUnit", "rowKind", "phrase", "["]),
    ("documents where ", ["some", "no", "every", "count of", "["]),
    ("documents where no ", ["rowKind"]), ("documents where no quotes ", ["("]),
    ("documents where no quotes (", ["attribute", ")"]),
    ("documents where count of quotes () ", [">=", "in", "between"]),
    ("quotes where \"a\" ", ["near", "then", "and", "["]),
    ("quotes summarize ", ["function"]), ("quotes summarize sum(", ["attribute"]),
    ("quotes summarize sum(words) ", ["by", ","]),
    ("quotes | collocates ", ["window", "of", "by"]),
    ("quotes | collocates of ", ["tokenAttribute"]),
    ("quotes | collocates by ", ["measure"]), ("quotes | keywords ", ["of", "against"]),
    ("quotes | keywords against ", ["rowKind", "letName", "("]),
    ("quotes | chart ", ["bars", "line", "heat", "dots"]), ("quotes | union ", ["rowKind", "("]),
    ("quotes count per ", ["number", "million", "thousand", "words", "rowKind"]),
    ("quotes | pairs ", ["of"]), ("compare ", ["rowKind", "letName", "("]),
    ("compare (quotes) ", ["with"]), ("compare (quotes) with strong ", ["on"]),
    ("correct 3 ", ["attribute"]), ("correct 3 speaker ", ["=", "is"]),
    ("corrections ", ["undo", "save"]),
    ("quotes where topic = ", ["value", "exactly", "all ("]), ("run ", ["phrase"]),
  ])
  func `what may follow is known`(text: String, wanted: [String]) {
    let names = expectations(text).items.map(name)
    for item in wanted { #expect(names.contains(item), "\(text): \(names)") }
  }

  @Test(arguments: [
    ("[] ", "::"), ("[lemma = ", "attribute"), ("quotes | chart ", "where"), ("quotes | ", "by"),
    ("documents where no ", "attribute"), ("compare ", "phrase"), ("\"a\" near/", "phrase"),
    ("quotes limit ", "where"), ("quotes where (topic = China ", "limit"),
    ("quotes where ", "desc"),
    ("quotes -- a ", "where"), ("quotes by ", "attribute"), ("quotes | to ", "where"),
  ])
  func `what cannot follow is not offered`(text: String, unwanted: String) {
    #expect(!expectations(text).items.map(name).contains(unwanted))
  }

  @Test(arguments: [
    ("quotes where topic = China and speaker = Ma", "quotes where topic = China"),
    (
      "quotes where topic = China and kind = direct and speaker = ",
      "quotes where topic = China and kind = direct"
    ),
    ("quotes where topic = China or speaker = ", "quotes"),
    ("quotes where topic = China and (kind = direct or speaker = ", "quotes where topic = China"),
    (
      "quotes where topic = China and not (kind = direct and speaker = ",
      "quotes where topic = China"
    ),
    ("quotes by Macron about ", "quotes by Macron"),
    ("quotes by Macron where topic = ", "quotes by Macron"),
    ("documents; quotes where kind = direct | where speaker = ", "quotes where kind = direct"),
    ("quotes where within (quotes where kind = mixed and speaker = ", "quotes where kind = mixed"),
    ("quotes where topic = China | order by ", "quotes where topic = China"),
  ])
  func `the query typed so far goes with it`(text: String, query: String) throws {
    let found = try #require(expectations(text).query)
    // Conditions of the ladder that are done stand as steps, others as one filter.
    #expect(SyntaxPrinter().print(found) == query)
  }

  @Test func `a value of several words is replaced whole`() {
    let found = expectations("quotes where speaker = Keir St")
    #expect(found.range == SourceRange(28, 30))
    #expect(found.valueRange == SourceRange(23, 30))
    let quoted = expectations("quotes where speaker = \"Keir St")
    #expect(quoted.isQuoted)
    #expect(quoted.range == SourceRange(23, 31))
    #expect(quoted.valueRange == SourceRange(24, 31))
    #expect(expectations("quotes by “Ma").valueRange == SourceRange(13, 15))
    #expect(quoted.items.map(name) == ["value"])
  }

  @Test func `the first parts of a path are known`() {
    #expect(expectations("quotes where speaker.ro").pathPrefix.map(\.text) == ["speaker"])
    #expect(expectations("quotes where speaker.ro").range == SourceRange(21, 23))
  }

  @Test func `the statements in front are known`() {
    #expect(expectations("let x = quotes; x where ").script.statements.count == 1)
  }

  private func name(_ item: QuerySyntax.Expectation) -> String {
    switch item {
    case .keyword(let word), .mark(let word): word
    case .rowKind: "rowKind"
    case .letName: "letName"
    case .phrase: "phrase"
    case .attribute: "attribute"
    case .value: "value"
    case .ladderValue: "ladder"
    case .freeValue: "freeValue"
    case .number: "number"
    case .timeUnit: "timeUnit"
    case .pattern: "pattern"
    case .newName: "newName"
    case .newParameter: "newParameter"
    case .definedFunction: "definedFunction"
    case .tokenAttribute: "tokenAttribute"
    case .tokenText(let name): "text of \(name)"
    case .label(let name): "label \(name)"
    case .function: "function"
    case .measure: "measure"
    }
  }
}

@Suite struct CompletenessTests {

  @Test(arguments: [
    "quotes", "quotes where speaker = Macron", "describe", "quotes where speaker = Macron;",
    "quotes were speaker = Macron", "quotes where speaker = Macron)", "", "-- a comment",
    "quotes where \"a\nb", "quotes | count", "let x = quotes", "quotes where (a = b\n\n",
  ])
  func `a statement that can run is complete`(text: String) {
    #expect(Parser.isComplete(text))
  }

  @Test(arguments: [
    "quotes where", "quotes |", "quotes where speaker =", "quotes where speaker = Macron and",
    "quotes where (speaker = Macron", "quotes where speaker = \"Mac", "quotes order by",
    "quotes order", "quotes select a,", "let x =", "explain", "quotes where a in (b, c",
    "values of",
    "quotes where not", "quotes limit", "expect quotes", "define topic \"x\" as", "quotes within",
    "quotes where date between 2025 and", "quotes where speaker is", "quotes where text matches /x",
  ])
  func `a statement that wants more is not`(text: String) {
    #expect(!Parser.isComplete(text))
  }
}
