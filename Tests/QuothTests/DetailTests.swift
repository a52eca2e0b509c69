import Quoth
import Testing

/// What stands behind the rows of the latest result.
@Suite struct DetailTests {

  @Test func `there is nothing to show before a result, or of a row that is none`() throws {
    let asked = try Asked.press()
    #expect(throws: RowError.self) { try asked.session.detail(ofRow: 1) }
    _ = asked("quotes")
    #expect(throws: RowError.self) { try asked.session.detail(ofRow: 0) }
    #expect(throws: RowError.self) { try asked.session.detail(ofRow: 8) }
    _ = asked("quotes count by speaker")
    #expect(throws: RowError.self) { try asked.session.detail(ofRow: 1) }
  }

  @Test func `a row leads to its text, paragraph, reason and citation`() throws {
    let asked = try Asked.press()
    _ = asked("quotes")
    let row = try asked.session.detail(ofRow: 2)
    let renderer = DetailRenderer()
    #expect(renderer.show(row).contains("China pays its share"))
    #expect(renderer.show(row).contains("Ada Morel"))
    #expect(renderer.context(row).contains("will stand for a century"))
    #expect(renderer.why(row).contains("added") || renderer.why(row).contains("add"))
    let citation = renderer.cite(row)
    for part in ["bridge", "The Lamp", "fingerprint"] {
      #expect(citation.contains(part))
    }
  }

  @Test(arguments: [
    ("quotes count by speaker order by count desc", 1), ("quotes count by topic | top 2", 2),
    ("quotes where outlet = \"The Lamp\" | count by cue, kind", 2), ("quotes timeline by month", 2),
    ("documents count by outlet, month", 1), ("values of quotes.speaker", 1),
    ("quotes summarize words = sum(words), count by outlet", 1),
    ("[word=\"the\"] count by match", 1), ("quotes count by speaker as share", 3),
  ])
  func `a group leads to its rows, which are numbered in turn`(query: String, number: Int) throws {
    let asked = try Asked.press()
    _ = asked(query)
    let groups = try #require(asked.session.latestResult)
    let column = try #require(groups.columns.firstIndex { $0.name == "count" })
    _ = try #require(try asked.session.rows(ofGroup: number))
    let rows = try #require(asked.session.latestResult)
    #expect(groups.rows[number - 1][column] == .integer(rows.rows.count))
    #expect(rows.origins.count == rows.rows.count)
    #expect(try asked.session.detail(ofRow: 1).number == 1)
  }

  @Test(arguments: [
    "quotes", "quotes count", "pairs of speakers per document", "quotes | collocates",
    "compare (quotes) with (quotes) on words", "quotes count by speaker | summarize n = count",
    "quotes count by speaker | select count",
  ])
  func `what is no group of rows leads to none`(query: String) throws {
    let asked = try Asked.press()
    _ = asked(query)
    let answer = try asked.session.rows(ofGroup: 1)
    #expect(answer == nil)
  }

  @Test func `the latest result stays while statements without rows run`() throws {
    let asked = try Asked.press()
    _ = asked("quotes limit 1")
    _ = asked("let a = documents")
    _ = asked("quots")
    #expect(asked.session.latestResult?.rows.count == 1)
  }
}
