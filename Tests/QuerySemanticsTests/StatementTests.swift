import CorpusStore
import Diagnostics
import QuerySemantics
import QuerySyntax
import Testing

@Suite struct StatementTests {

  @Test(arguments: [
    ("quotes order by date desc, cue", "order document.date desc, cue"),
    ("quotes limit 5", "limit 5"),
    ("quotes top 3 by words per speaker", "top 3 by words per speaker"),
    ("quotes order by words top 1 per speaker", "top 1 per speaker"),
    ("quotes sample 2", "sample 2 seed 1"),
    ("quotes sample 2 seed 7", "sample 2 seed 7"),
    ("quotes count", "count"),
    ("quotes count by speaker, month", "count by speaker, document.date:month as month"),
    ("quotes count by topic", "count by topic"),
    ("quotes count by cue order by count desc", "order #2 count desc"),
    ("quotes count by cue where count > 1", "where #2 count 2.."),
    ("quotes count by speaker where speaker = Trump", "where #1 speaker shown \"donald trump\""),
    ("quotes count by month where month = 2025-02", "where #1 month shown \"2025-02\""),
    ("quotes count by day where day > 2025-02", "where #1 day 2025-03-01.."),
    ("quotes timeline by week", "timeline week of document.date"),
    ("quotes timeline by month by speaker", "timeline month of document.date by speaker"),
    ("quotes to documents", "to documents"),
    ("quotes to people", "to entities of type person"),
    ("quotes kwic", "kwic 8"),
    ("\"red line\" kwic 5 order by left 1, right 2 desc", "kwic 5 order -1, 2 desc"),
    ("quotes save \"out.csv\"", "save \"out.csv\""),
    ("quotes count by cue save \"out.svg\"", "save \"out.svg\""),
    ("quotes select speaker, title as headline", "select speaker, document.title as headline"),
    ("quotes select words as w order by w", "order words"),
    ("quotes select words as w where w > 3", "where words 4.."),
  ])
  func `a step binds`(text: String, expected: String) {
    #expect(mistakes(text) == [])
    let last = bound(text).split(separator: "\n").last.map(String.init)
    #expect(last == expected)
  }

  @Test(arguments: [
    ("people", "entities\nwhere type {person}"),
    ("places limit 1", "entities\nwhere type {place}\nlimit 1"),
    ("(quotes where cue = say) where words > 3", "quotes\nwhere cue {say}\nwhere words 4.."),
    ("(quotes limit 2) where words > 3", "quotes\nlimit 2\nwhere words 4.."),
    ("let a = quotes by Trump; a limit 3", "quotes\nwhere speaker {Donald Trump}\nlimit 3"),
    ("let a = quotes; let b = A limit 2; b count", "quotes\nlimit 2\ncount"),
    (
      "\"red line\" within (quotes by Trump)",
      "\"red line\" [1 1] within (quotes | where speaker {Donald Trump})"
    ),
    ("values of cue", "quotes\ncount by cue\norder #2 count desc"),
    ("values of documents.topic", "documents\ncount by topic\norder #2 count desc"),
    ("values of people.name", "entities\nwhere type {person}\ncount by name\norder #2 count desc"),
    ("explain quotes limit 1", "quotes\nlimit 1"),
    ("expect quotes by Trump = 2", "quotes\nwhere speaker {Donald Trump}"),
  ])
  func `a source and a statement bind`(text: String, expected: String) {
    #expect(mistakes(text) == [])
    #expect(bound(text) == expected)
  }

  @Test func `a default is used where no parameter is given, and gives way to one that is`() {
    let text = "param who = Trump; quotes by $who"
    #expect(bound(text) == "quotes\nwhere speaker {Donald Trump}")
    #expect(
      bound(text, given: ["who": "Starmer"]) == "quotes\nwhere speaker {}")
    #expect(bound("quotes limit $n", given: ["n": "3"]) == "quotes\nlimit 3")
    #expect(
      bound("quotes since $from", given: ["from": "2025-03"])
        == "quotes\nwhere document.date 2025-03-01..")
  }

  @Test func `a parameter of the wrong type is a mistake at its place`() {
    #expect(
      mistakes("quotes limit $n", given: ["n": "many"])
        == ["$n: 'limit' takes a whole number from 1 on, and 'many' is none [bad-count]"])
  }

  @Test func `the clauses of a named query are told at its name`() throws {
    let text = "let a = quotes by Trump; a where cue = say"
    guard case .filter(let clauses) = try #require(query(text)).steps.first else { return }
    #expect(clauses.map(\.range) == [SourceRange(25, 26), SourceRange(33, 42)])
  }

  @Test(arguments: [
    "quotes where speaker = Macron and topic = China order by date desc",
    "quotes where \"wealth tax\" order by date | top 1 per speaker",
    "quotes where cue = deny count by speaker",
    "people where mentions >= 50 and quotes = 0",
    "quotes where speaker = Trump | to documents | to quotes where speaker != Trump "
      + "| count by speaker",
    "\"we\" within (quotes where speaker.roles = minister) | kwic 8 order by right 1",
    "quotes where speaker = Macron | sample 20 seed 7",
    "documents where date in 2025 | count by outlet | top 3 by count",
    "\"migrants\" outside quotes | count by document.title",
  ])
  func `a question is one statement`(text: String) {
    #expect(mistakes(text) == [])
    #expect(query(text) != nil)
  }

  @Test func `what values are counted over is told where there is a choice`() {
    #expect(
      notices("values of topic") == [
        "counted over quotes; others have it too: values of documents.topic"
      ]
    )
    #expect(notices("values of cue") == [])
  }

  @Test func `what a row is follows from the steps`() {
    #expect(query("quotes to documents")?.rowType == .table(.documents))
    #expect(query("\"red line\"")?.rowType == .matches)
    #expect(
      query("quotes count by speaker")?.rowType
        == .groups([
          GroupColumn(name: "speaker", type: .reference(.entities)),
          GroupColumn(name: "count", type: .integer),
        ]))
  }

  @Test func `describe tells the kinds of row with their attributes and frequent values`() throws {
    guard case .describe(let all) = analysis("describe").statement,
      case .describe(let quotes) = analysis("describe quotes").statement
    else {
      Issue.record("describe did not bind")
      return
    }
    #expect(all.kinds.map(\.kind) == RowKind.allCases)
    #expect(all.kinds.first { $0.kind == .people }?.count == 4)
    let cue = try #require(quotes.kinds.first?.attributes.first { $0.name == "cue" })
    #expect(cue.type == "a name")
    let topic = try #require(quotes.kinds.first?.attributes.first { $0.name == "topic" })
    #expect(topic.holding == "any number of names")
    #expect(cue.examples.first == ValueCount(value: "say", count: 4))
  }
}
