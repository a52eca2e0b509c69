import Quoth
import Testing

/// What the user is told beside the rows: the printed page of each promise.
@Suite struct ToldTests {

  private func lines(_ query: String, _ options: SessionOptions = .init()) throws -> [String] {
    try Asked.press(options)(query).lines
  }

  // MARK: Nothing found

  @Test func `rows that a step makes of others are counted anew`() throws {
    #expect(
      try lines("quotes count by speaker | where count > 40") == [
        "no groups", "of 4 groups", "  none with `count > 40`",
      ])
  }

  @Test func `of a quantified condition the parts are counted`() throws {
    #expect(
      try lines("documents where some quotes (kind = direct and words > 400)") == [
        "no documents", "of 3 documents in the corpus",
        "  none with `some quotes (kind = direct and words > 400)`", "  of 7 quotes",
        "    4 whose kind is direct (4 quotes)", "    none whose words are 401 or more",
      ])
    #expect(
      try lines("documents where count of quotes (words > 400) >= 2").suffix(2) == [
        "  of 7 quotes", "    none whose words are 401 or more",
      ])
  }

  @Test func `of a phrase the words are counted, and of a pattern the brackets`() throws {
    #expect(
      try lines("\"bridge river\"").last == "  `bridge` once, `river` once, never so together")
    #expect(
      try lines("[word=\"river\"] [word=\"bridge\"]").last
        == "  `[word = \"river\"]` once, `[word = \"bridge\"]` once, never so together")
  }

  @Test func `a clause of a named query shows its own text`() throws {
    let asked = try Asked.press()
    _ = asked("let long = quotes where kind = direct and words > 400")
    #expect(
      asked("long").lines.suffix(3) == [
        "  4 with `kind = direct`", "  none of these with `words > 400`",
        "  by itself, that holds of no quotes",
      ])
  }

  @Test func `a clause of a defined query shows what it means`() throws {
    let asked = try Asked.press()
    _ = asked("define longer($n) = quotes where words > $n")
    #expect(
      asked("longer(400)").lines.last
        == "  none with `longer(400)`: whose words are 401 or more")
  }

  @Test func `a condition on texts is a clause like any other`() throws {
    for clause in [
      "\"bridge\" near/2 \"tide\"", "[lemma=\"bridge\"] [lemma=\"tide\"]",
      "no quotes (words > 0)",
    ] {
      let source = clause.hasPrefix("no") ? "documents" : "quotes"
      #expect(try lines("\(source) where \(clause)").contains("  none with `\(clause)`"))
    }
  }

  @Test func `rows that a set takes away are counted`() throws {
    #expect(
      try lines("quotes intersect (quotes where words > 400)").suffix(2) == [
        "no quotes", "of 7 quotes, `intersect` leaves none of them",
      ])
  }

  // MARK: Names

  @Test func `a name of several is told with the count of each and how to narrow`() throws {
    let first = try #require(try lines("quotes where speaker = Morel").first)
    for part in [
      "Morel → 2 names, and the rows are those of all", "Ada Morel, 3 quotes",
      "Jon Morel, 1 quote", "exactly",
    ] {
      #expect(first.contains(part))
    }
  }

  // MARK: Partial results

  @Test(arguments: [
    ("quotes limit 2", "first 2 of 7 quotes"),
    ("quotes count by speaker | limit 2", "first 2 of 4 groups"),
    ("quotes summarize count by speaker | top 1 by count", "first 1 of 4 groups"),
    ("quotes count by speaker | limit 2 | as share", "first 2 of 4 groups"),
    ("quotes union (quotes) limit 3", "first 3 of 7 quotes"),
    ("quotes except (quotes where kind = direct)", "all 3 quotes"),
    ("quotes distinct limit 1", "first 1 of 7 quotes"),
    ("quotes similar to \"the bridge to China\" | top 1", "first 1 of"),
    ("quotes collocates limit 1", "first 1 of"),
  ])
  func `a cut result says of how many`(query: String, header: String) throws {
    #expect(try lines(query).first?.hasPrefix(header) == true)
  }

  // MARK: Denominators

  @Test func `what a rate is divided by is told`() throws {
    let page = try Asked.press()("quotes where kind = direct count by outlet per 100 quotes")
    #expect(page.lines.last?.hasPrefix("per 100 quotes: ") == true)
    #expect(page.lines.last?.contains("of all quotes") == true)
    #expect(
      try Asked.press()("quotes count by speaker as share").lines.last?.contains("share") == true)
  }

  @Test(arguments: [OutputFormat.csv, .tsv, .json, .jsonl, .svg])
  func `notes go beside a format that holds values only`(format: OutputFormat) throws {
    var output: [UInt8] = []
    var beside = ""
    _ = try Asked.press().session.run(
      SourceText("quotes count by outlet per 100 quotes", name: "query")
    ) { event in
      let printed = AnswerPrinter(format: format).print(event)
      output += printed.output
      beside += printed.beside
    }
    #expect(beside.contains("per 100 quotes: of all quotes"))
    if format != .svg {
      #expect(!String(decoding: output, as: UTF8.self).contains("of all quotes"))
    }
  }

  @Test func `notes are told of a file too`() throws {
    let shelf = try Shelf()
    let page = try shelf.ask()(
      "quotes count by outlet per 100 quotes | save \"\(shelf.path("rates.csv"))\"")
    #expect(page.lines.first?.hasPrefix("saved 2 groups to ") == true)
    #expect(page.lines.last?.hasPrefix("per 100 quotes: ") == true)
    #expect(try !shelf.text("rates.csv").contains("of all"))
  }

  @Test(arguments: ["gexf", "edges.csv", "csv", "jsonl", "md", "html"])
  func `a note is told of a file once`(ending: String) throws {
    let shelf = try Shelf()
    try shelf.write(
      """
      {"text": "“We go on,” Ada Morel said. Jon Roe said that it was late."}
      {"text": "“It is late,” officials said."}
      """, to: "press.jsonl")
    let page = try shelf.ask()(
      "quotes | pairs of speakers per document | save \"\(shelf.path("net." + ending))\"")
    #expect(page.lines.count == 2)
    #expect(page.lines.first?.hasPrefix("saved 1 pair to ") == true)
    #expect(page.lines.last == "left out for having no speaker: 1 of 3 quotes")
  }

  // MARK: Rows without a date

  @Test(arguments: [
    "quotes where date > 2026 or words > 3", "quotes where not (date > 2026 or kind = direct)",
    "quotes timeline by week by speaker", "quotes timeline by month per 100 quotes",
    "documents where date in 2025 count by outlet",
  ])
  func `rows without a date are told of, whatever the condition`(query: String) throws {
    #expect(try Asked.press()(query).text.contains("without a date"))
  }

  // MARK: Charts

  @Test func `a chart is drawn, and written as a picture`() throws {
    let shelf = try Shelf()
    let page = try shelf.ask()(
      "quotes count by speaker | chart bars | save \"\(shelf.path("speakers.svg"))\"")
    #expect(page.outcome == .finished)
    #expect(try shelf.text("speakers.svg").contains("<svg"))
    #expect(try lines("quotes count by speaker | chart bars").first == "all 4 groups")
  }

  @Test func `a picture needs no chart step, and what cannot be drawn is not written`() throws {
    let shelf = try Shelf()
    let asked = try shelf.ask()
    #expect(
      asked("quotes count by speaker | save \"\(shelf.path("a.svg"))\"").outcome == .finished)
    #expect(try shelf.text("a.svg").contains("<svg"))
    let page = asked("quotes | save \"\(shelf.path("b.svg"))\"")
    #expect(page.outcome == .failed)
    #expect(page.lines.last?.contains("b.svg: ") == true)
    #expect(try shelf.names() == ["a.svg", "press.jsonl"])
  }

  // MARK: Definitions

  @Test func `what is defined is listed as it was written`() throws {
    let asked = try Asked.press(SessionOptions(parameters: ["who": "Ada Morel"]))
    #expect(asked.session.definitions.isEmpty == false)
    _ = asked(
      """
      let long = quotes
        where words > 4;
      param who = Jon; define topic Water as "river" or "harbour";
      define by_her($n) = quotes where words > $n; alias her = Ada Morel; let LONG = quotes
      """)
    #expect(
      asked.session.definitions.map(\.text) == [
        "param who = \"Ada Morel\" -- given from outside", "alias her = Ada Morel",
        "define topic Water as \"river\" or \"harbour\"",
        "define by_her($n) = quotes where words > $n", "let LONG = quotes",
      ])
    asked.session.open(.builtin())
    #expect(asked.session.definitions.map(\.kind) == [.parameter])
  }
}
