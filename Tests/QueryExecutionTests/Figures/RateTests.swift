import CorpusFixture
import CorpusStore
import QueryExecution
import QuerySemantics
import Testing

@Suite struct RateTests {

  private let small = FigureTable(FixtureCorpus.small())

  private func quotes(_ kind: String) throws -> BoundStep {
    let names = small.names
    return try .filter([names.clause(.codes(names.path("kind", .quotes), names.codes(kind)))])
  }

  private func column(_ name: String, through hop: String? = nil) throws -> BoundColumn {
    let path =
      try hop.map { try small.names.path(name, .quotes, through: $0) }
      ?? small.names.path(name, .quotes)
    return BoundColumn(path, name: name)
  }

  // Indirect quotes: one of three in the Evening Post, one of two in The Gull.
  @Test func `a rate divides by the count of the same group, and tells what it is`() throws {
    let outlet = try column("outlet", through: "document")
    let all = BoundQuery(source: .table(.quotes), steps: [.count(by: [outlet])])
    let rate = BoundRate(
      name: "per_100_quotes", scale: 100, numerator: 1, denominator: .query(all, keys: [0]),
      denominatorName: "quotes", meaning: "all quotes of each outlet")
    let answer = try small.answer(
      .table(.quotes), quotes("indirect"), .count(by: [outlet]), .rate(rate))
    #expect(answer.columns.map(\.name) == ["outlet", "count", "quotes", "per_100_quotes"])
    #expect(
      FigureTable.rounded(answer) == [
        [.text("Evening Post"), .integer(1), .integer(3), .decimal(33.333333)],
        [.text("The Gull"), .integer(1), .integer(2), .decimal(50)],
      ])
    #expect(answer.notes == ["per_100_quotes: of all quotes of each outlet (5 in all)"])
  }

  @Test func `values of different columns match where they are the same`() throws {
    let outlet = try column("outlet", through: "document")
    let documents = try BoundQuery(
      source: .table(.documents),
      steps: [
        .limit(1),
        .count(by: [BoundColumn(small.names.path("outlet", .documents), name: "outlet")]),
      ])
    let rate = BoundRate(
      name: "rate", scale: 1, numerator: 1, denominator: .query(documents, keys: [0]),
      denominatorName: "documents", meaning: "documents")
    // Only the first document counts, which is of the Evening Post: The Gull has none to divide by.
    #expect(
      try small.rows(.table(.quotes), .count(by: [outlet]), .rate(rate)) == [
        [.text("Evening Post"), .integer(3), .integer(1), .decimal(3)],
        [.text("The Gull"), .integer(2), .integer(0), .missing],
      ])
  }

  @Test func `one denominator serves all groups, those without a value too`() throws {
    let all = BoundQuery(source: .table(.quotes), steps: [.count(by: [])])
    let rate = BoundRate(
      name: "rate", scale: 10, numerator: 1, denominator: .query(all, keys: []),
      denominatorName: "quotes", meaning: "all quotes")
    let rows = try small.rows(
      .table(.quotes), .count(by: [column("speaker")]), .rate(rate))
    #expect(
      rows == [
        [.text("Björn Åkesson"), .integer(3), .integer(5), .decimal(6)],
        [.text("Ada Morel"), .integer(1), .integer(5), .decimal(2)],
        [.missing, .integer(1), .integer(5), .decimal(2)],
      ])
  }

  @Test func `periods match periods, and an empty one has no rate`() throws {
    let date = try small.names.path("date", .quotes, through: "document")
    let timeline = BoundStep.timeline(.week, date: date, by: nil)
    let rate = BoundRate(
      name: "rate", scale: 100, numerator: 1,
      denominator: .query(BoundQuery(source: .table(.quotes), steps: [timeline]), keys: [0]),
      denominatorName: "quotes", meaning: "all quotes of each week")
    // 24 and 26 February: two of the three quotes are direct; 10 March: one of two.
    #expect(
      try small.rows(.table(.quotes), quotes("direct"), timeline, .rate(rate)) == [
        [.text("2025-W09"), .integer(2), .integer(3), .decimal(66.666667)],
        [.text("2025-W10"), .integer(0), .integer(0), .missing],
        [.text("2025-W11"), .integer(1), .integer(2), .decimal(50)],
      ])
  }

  @Test func `a share is of the sum of the counts, through later steps too`() throws {
    let share = BoundRate(
      name: "share", scale: 1, numerator: 1, denominator: .total, denominatorName: nil,
      meaning: "the quotes of all groups")
    let answer = try small.answer(
      .table(.quotes), .count(by: [column("speaker")]), .rate(share), .limit(1), .chart(.bars))
    #expect(answer.rows == [[.text("Björn Åkesson"), .integer(3), .decimal(0.6)]])
    #expect(answer.notes == ["share: of the quotes of all groups (5 in all)"])
    #expect(answer.layout == .chart(.bars))
  }

  @Test func `a share of nothing is missing`() throws {
    let share = BoundRate(
      name: "share", scale: 1, numerator: 0, denominator: .total, denominatorName: nil,
      meaning: "all quotes")
    #expect(
      try small.rows(.table(.quotes), .limit(0), .count(by: []), .rate(share))
        == [[.integer(0), .missing]])
  }
}
