import CorpusFixture
import CorpusStore
import QueryExecution
import QuerySemantics
import Testing

@Suite struct SummaryTests {

  private let small = FigureTable(FixtureCorpus.small())

  private func path(_ name: String, through hops: String...) throws -> BoundPath {
    hops.isEmpty
      ? try small.names.path(name, .quotes)
      : try small.names.path(name, .quotes, through: hops[0])
  }

  private func figure(
    _ function: BoundAggregate.Function, _ path: BoundPath? = nil, date: BoundPath? = nil
  ) -> BoundAggregate {
    BoundAggregate(function, of: path, date: date, name: function.rawValue)
  }

  private func outlet() throws -> BoundColumn {
    BoundColumn(try path("outlet", through: "document"), name: "outlet")
  }

  // The Evening Post has quotes of 7, 2 and 2 words: sum 11, mean 3.666667, median 2, deviation
  // √((3.333333² + 2 · 1.666667²) / 2) = √8.333333 = 2.886751. The Gull has two of 4 words.
  @Test func `figures of numbers have the values worked by hand`() throws {
    let words = try path("words")
    let figures: [BoundAggregate.Function] = [
      .count, .share, .sum, .mean, .median, .deviation, .min, .max, .distinct,
    ]
    let rows = try small.rows(
      .table(.quotes),
      .summarize(figures.map { figure($0, words) }, by: [outlet()]))
    #expect(
      rows == [
        [
          .text("Evening Post"), .integer(3), .decimal(0.6), .integer(11), .decimal(3.666667),
          .decimal(2), .decimal(2.886751), .integer(2), .integer(7), .integer(2),
        ],
        [
          .text("The Gull"), .integer(2), .decimal(0.4), .integer(8), .decimal(4), .decimal(4),
          .decimal(0), .integer(4), .integer(4), .integer(1),
        ],
      ])
  }

  @Test func `of one row there is no deviation, and of no row no figure but a count`() throws {
    let words = try path("words")
    let figures = [figure(.count), figure(.share), figure(.deviation, words), figure(.sum, words)]
    let one = try small.rows(.table(.quotes), .limit(1), .summarize(figures, by: []))
    #expect(one == [[.integer(1), .decimal(1), .missing, .integer(7)]])
    let none = try small.rows(.table(.quotes), .limit(0), .summarize(figures, by: []))
    #expect(none == [[.integer(0), .missing, .missing, .missing]])
    let groups = try small.rows(.table(.quotes), .limit(0), .summarize(figures, by: [outlet()]))
    #expect(groups.isEmpty)
  }

  // The quotes of the Evening Post are of 24 February, twice, and of the 26th, without a speaker.
  @Test func `first and last are the values of the earliest and latest rows that have one`() throws
  {
    let speaker = try path("speaker")
    let date = try path("date", through: "document")
    let rows = try small.rows(
      .table(.quotes),
      .summarize(
        [figure(.first, speaker, date: date), figure(.last, speaker, date: date)],
        by: [outlet()]))
    #expect(
      rows == [
        [.text("Evening Post"), .text("Ada Morel"), .text("Björn Åkesson")],
        [.text("The Gull"), .text("Björn Åkesson"), .text("Björn Åkesson")],
      ])
  }

  @Test func `rows without a date are first or last only among themselves`() throws {
    let names = small.names
    let (id, date) = try (names.path("id", .documents), names.path("date", .documents))
    let figures = [figure(.first, id, date: date), figure(.last, id, date: date)]
    #expect(
      try small.rows(.table(.documents), .summarize(figures, by: []))
        == [[.text("river"), .text("harbour")]])
    let undated = try names.clause(.codes(id, names.codes("letter")))
    #expect(
      try small.rows(.table(.documents), .filter([undated]), .summarize(figures, by: []))
        == [[.text("letter"), .text("letter")]])
  }

  @Test func `dates have a least and a greatest, and values are distinct once`() throws {
    let names = small.names
    let date = try names.path("date", .documents)
    let rows = try small.rows(
      .table(.documents),
      .summarize(
        [
          figure(.min, date), figure(.max, date),
          figure(.distinct, names.path("outlet", .documents)),
        ],
        by: []))
    #expect(rows == [[.text("2025-02-24"), .text("2025-03-10"), .integer(2)]])
  }

  // Topics: Floods, Lindholm and Floods, Trade, and none twice: six in all groups.
  @Test func `a row of many values counts for each, and so in the sum of shares`() throws {
    let topic = try BoundColumn(path("topic"), name: "topic")
    let answer = try small.answer(
      .table(.quotes), .summarize([figure(.count), figure(.share)], by: [topic]))
    #expect(
      FigureTable.rounded(answer) == [
        [.text("Floods"), .integer(2), .decimal(0.333333)],
        [.missing, .integer(2), .decimal(0.333333)],
        [.text("Lindholm"), .integer(1), .decimal(0.166667)],
        [.text("Trade"), .integer(1), .decimal(0.166667)],
      ])
    #expect(answer.notes == ["share: of the quotes of all groups (6 in all)"])
  }

  // Confidences 0.97, 0.8, 0.6 and 0.7, 0.95: sums 2.37 and 1.65, medians 0.8 and 0.825.
  @Test func `numbers with a fraction keep their digits`() throws {
    let confidence = try path("confidence")
    let rows = try small.rows(
      .table(.quotes),
      .summarize(
        [figure(.sum, confidence), figure(.median, confidence), figure(.max, confidence)],
        by: [outlet()]))
    #expect(
      rows == [
        [.text("Evening Post"), .decimal(2.37), .decimal(0.8), .decimal(0.97)],
        [.text("The Gull"), .decimal(1.65), .decimal(0.825), .decimal(0.95)],
      ])
  }

  @Test func `figures of figures are figures`() throws {
    let count = GroupColumn(name: "count", type: .integer)
    let counts = BoundPath(target: .group(1, count), text: "count")
    let rows = try small.rows(
      .table(.quotes), .count(by: [outlet()]),
      .summarize([figure(.sum, counts), figure(.mean, counts)], by: []))
    #expect(rows == [[.integer(5), .decimal(2.5)]])
  }

  @Test func `names have a first and a last by the alphabet`() throws {
    let speaker = try path("speaker")
    let rows = try small.rows(
      .table(.quotes), .summarize([figure(.min, speaker), figure(.max, speaker)], by: []))
    #expect(rows == [[.text("Ada Morel"), .text("Björn Åkesson")]])
  }

  // The means are 11 / 3 and 4, each of one outlet.
  @Test func `groups can be counted by figures`() throws {
    let mean = GroupColumn(name: "mean", type: .decimal)
    let means = BoundColumn(BoundPath(target: .group(1, mean), text: "mean"), name: "mean")
    let outlets = BoundColumn(
      BoundPath(target: .group(0, GroupColumn(name: "outlet", type: .name)), text: "outlet"),
      name: "outlet")
    let rows = try small.rows(
      .table(.quotes), .summarize([figure(.mean, path("words"))], by: [outlet()]),
      .count(by: [means, outlets]))
    #expect(
      rows == [
        [.decimal(3.666667), .text("Evening Post"), .integer(1)],
        [.decimal(4), .text("The Gull"), .integer(1)],
      ])
  }
}
