import Quoth
import Testing

/// Headers say what was counted and whether it is all.
@Suite struct HeaderTests {

  @Test(arguments: [
    ("quotes", "all 7 quotes"), ("quotes limit 2", "first 2 of 7 quotes"),
    ("quotes top 3 by words", "first 3 of 7 quotes"), ("quotes limit 9", "all 7 quotes"),
    ("quotes top 1 per speaker", "4 of 7 quotes"), ("quotes sample 2 seed 1", "2 of 7 quotes"),
    ("documents", "all 3 documents"), ("people", "all 4 people"),
    ("quotes where kind = direct limit 1", "first 1 of 4 quotes"),
    ("quotes count by speaker", "all 4 groups"), ("values of quotes.speaker", "all 4 values"),
    ("quotes limit 3 | to documents", "all 1 document"),
    ("quotes where words > 400", "no quotes"), ("quotes count", "7 quotes"),
    ("people count", "4 people"), ("quotes to people count", "4 people"),
    ("let q = people; q where quotes > 1 count", "2 people"),
  ])
  func `a header is honest`(query: String, header: String) throws {
    let lines = try Asked.press()(query).lines
    // What a name or attribute was taken for may be told first.
    #expect(lines.contains(header) || (header == "all 1 document" && lines.first == "1 document"))
  }

  @Test func `a limit on what is shown is told`() throws {
    let page = try Asked.press(SessionOptions(rowLimit: 3))("quotes")
    #expect(page.lines.first == "first 3 of 7 quotes")
  }

  @Test(arguments: [
    ("quotes", "first 3 of 7 quotes", 4), ("quotes limit 5", "first 5 of 7 quotes", 0),
    ("quotes limit 5 | order by words", "first 5 of 7 quotes", 0),
    ("quotes sample 4 seed 1", "4 of 7 quotes", 0),
    ("quotes top 4 by words", "first 4 of 7 quotes", 0),
    ("quotes limit 7 | count by speaker", "first 3 of 4 groups", 1),
    ("quotes count by speaker | chart bars", "all 4 groups", 0),
  ])
  func `the usual limit holds where a query does not say how many rows`(
    query: String, header: String, hidden: Int
  ) throws {
    let session = try Asked.press(SessionOptions(usualRowLimit: 3)).session
    var answer: Answer?
    _ = session.run(SourceText(query, name: "query")) { if case .answer(let a) = $0 { answer = a } }
    let found = try #require(answer)
    guard case .table(let table) = found.content else { return }
    #expect(ResultHeader(table).text == header)
    #expect(found.hiddenRows == hidden)
  }

  @Test(arguments: [
    "quotes where date > 2025-02", "quotes since 2025-03", "quotes timeline by week",
    "quotes where not date > 2025-02",
  ])
  func `rows without a date are told of`(query: String) throws {
    #expect(try Asked.press()(query).text.contains("without a date"))
  }

  @Test func `empty weeks are rows`() throws {
    let page = try Asked.press()("quotes timeline by week")
    #expect(page.text.contains("all 3 groups"))
    #expect(page.lines.contains { $0.hasPrefix("2025-W10") && $0.hasSuffix(" 0") })
  }

  @Test func `a sample with a seed is the same for everybody`() {
    let first = Asked.builtin()("quotes sample 5 seed 7").text
    #expect(first == Asked.builtin()("quotes sample 5 seed 7").text)
    #expect(first != Asked.builtin()("quotes sample 5 seed 8").text)
  }
}
