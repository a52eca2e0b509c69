import CorpusFixture
import CorpusStore
import QueryExecution
import QuerySemantics
import Testing

@Suite struct KeywordTests {

  // The first paragraph has four words, the second eight.
  private let table = FigureTable.words(
    "tax , Tax tax river", "tax river river river river sea sea a")

  private func paragraph(_ index: Int) throws -> BoundQuery {
    let clause = try table.names.clause(
      .integers(table.names.path("index", .paragraphs), index...index))
    return BoundQuery(source: .table(.paragraphs), steps: [.filter([clause])])
  }

  // tax: 3 of 4 words against 1 of 8: 750,000 against 125,000 a million; log₂ 6 = 2.584963. The
  // table is 3, 1 | 1, 7 with expected 4/3, 8/3 | 8/3, 16/3:
  // G² = 2 (3 ln 9/4 + 2 ln 3/8 + 7 ln 21/16) = 2 (2.432791 - 1.961659 + 1.903540) = 4.749336.
  // river: 1 of 4 against 4 of 8 is less frequent, and no keyword.
  @Test func `keywords are the words that are more frequent, with the values worked by hand`()
    throws
  {
    let search = try BoundKeywords(
      attribute: table.attribute("lemma"), reference: paragraph(2), measure: .ll)
    let rows = try table.rows(.query(paragraph(1)), .keywords(search))
    #expect(
      rows == [
        [
          .text("tax"), .integer(3), .decimal(750_000), .integer(1), .decimal(125_000),
          .decimal(2.584963), .decimal(4.749336),
        ]
      ])
  }

  @Test func `words of rows that overlap count once`() throws {
    let sentences = BoundQuery(
      source: .table(.paragraphs),
      steps: [.combine(.union, BoundQuery(source: .table(.paragraphs)))])
    let search = try BoundKeywords(
      attribute: table.attribute("lemma"), reference: paragraph(2), measure: .logratio)
    let rows = try table.rows(.query(sentences), .keywords(search))
    // 4 of 12 words are tax, and 1 of 8 in the second paragraph.
    #expect(rows.map { $0[1] } == [.integer(4)])
  }

  @Test func `the words of a quote are those of its pieces`() throws {
    let small = FigureTable(FixtureCorpus.small())
    let quotes = BoundQuery(source: .table(.quotes))
    let search = try BoundKeywords(
      attribute: small.attribute("lemma"), reference: BoundQuery(source: .table(.documents)),
      measure: .ll)
    let answer = try small.answer(.query(quotes), .keywords(search))
    #expect(!answer.rows.contains { $0[0] == .text("said") })
    #expect(answer.unit == "keywords")
    // 4 + 3, 2, 4, 4 and 2 words in the quotes; the documents have 15, 13, 11 and 6.
    #expect(
      answer.notes == [
        "19 words in 5 quotes against 45 in 4 documents; listed are those that are more frequent "
          + "in the first; rates are per million words"
      ])
  }

  @Test func `against nothing, and of nothing, there are no keywords`() throws {
    let none = try paragraph(3)
    for (rows, reference) in [(try paragraph(1), none), (none, try paragraph(1))] {
      let search = try BoundKeywords(
        attribute: table.attribute("lemma"), reference: reference, measure: .ll)
      #expect(try table.rows(.query(rows), .keywords(search)).isEmpty)
    }
  }

  // On words: tax 3 of 4 against 1 of 8, G² 4.749336; river 1 of 4 against 4 of 8, log₂ (1/2),
  // the table 1, 3 | 4, 4 with expected 5/3, 7/3 | 10/3, 14/3:
  // G² = 2 (ln 3/5 + 3 ln 9/7 + 4 ln 6/5 + 4 ln 6/7) = 2 (-0.510826 + 0.753943 + 0.729286
  //   - 0.616603) = 0.711602.
  // sea 0 of 4 against 2 of 8: log₂ ((0.5 / 4) / (2 / 8)) = -1; the table 0, 4 | 2, 6:
  // G² = 2 (4 ln 6/5 + 2 ln 3/2 + 6 ln 9/10) = 2 (0.729286 + 0.810930 - 0.632163) = 1.816107.
  // a 0 of 4 against 1 of 8: log₂ ((0.5 / 4) / (1 / 8)) = 0; the table 0, 4 | 1, 7:
  // G² = 2 (4 ln 12/11 + ln 3/2 + 7 ln 21/22) = 2 (0.348046 + 0.405465 - 0.325640) = 0.855741.
  @Test func `a comparison of words lists all of both sides, the likeliest differences first`()
    throws
  {
    let contrast = try BoundContrast(
      first: paragraph(1), second: paragraph(2), basis: .words(table.attribute("lemma")),
      name: "word")
    #expect(
      try table.rows(.compare(contrast)) == [
        [
          .text("tax"), .integer(3), .decimal(0.75), .integer(1), .decimal(0.125),
          .decimal(2.584963), .decimal(4.749336),
        ],
        [
          .text("sea"), .integer(0), .decimal(0), .integer(2), .decimal(0.25), .decimal(-1),
          .decimal(1.816107),
        ],
        [
          .text("a"), .integer(0), .decimal(0), .integer(1), .decimal(0.125), .decimal(0),
          .decimal(0.855741),
        ],
        [
          .text("river"), .integer(1), .decimal(0.25), .integer(4), .decimal(0.5), .decimal(-1),
          .decimal(0.711602),
        ],
      ])
  }

  @Test func `a comparison of values counts rows, and tells how many have none`() throws {
    let small = FigureTable(FixtureCorpus.small())
    let kind = try small.names.path("kind", .quotes)
    func quotes(_ value: String) -> BoundQuery {
      BoundQuery(
        source: .table(.quotes),
        steps: [.filter([small.names.clause(.codes(kind, small.names.codes(value)))])])
    }
    let topic = try small.names.path("topic", .quotes)
    let answer = try small.answer(
      .compare(
        BoundContrast(
          first: quotes("direct"), second: quotes("indirect"), basis: .values(topic, topic),
          name: "topic")))
    // Direct: Floods, Trade, and one without a topic; indirect: Lindholm with Floods, and one
    // without. Shares are of the two topics that each side has.
    #expect(
      answer.rows.map { Array($0[0...4]) } == [
        [.text("Trade"), .integer(1), .decimal(0.5), .integer(0), .decimal(0)],
        [.text("Lindholm"), .integer(0), .decimal(0), .integer(1), .decimal(0.5)],
        [.text("Floods"), .integer(1), .decimal(0.5), .integer(1), .decimal(0.5)],
      ])
    #expect(answer.unit == "topics")
    #expect(
      answer.notes == [
        "first: 2 topics in 3 quotes; second: 2 topics in 2 quotes; a log ratio above 0 is more of "
          + "the first", "left out for having no topic: 1 of the first, 1 of the second",
      ])
  }

  @Test func `what people read of a comparison names its sides, and a chart draws its log ratio`()
    throws
  {
    let contrast = try BoundContrast(
      first: paragraph(1), second: paragraph(2), basis: .words(table.attribute("lemma")),
      name: "word", sides: SideNames("taxes", "rivers"))
    let answer = try table.answer(.compare(contrast))
    #expect(
      answer.columns.map(\.title)
        == ["word", "taxes", "share", "rivers", "share", "logratio", "ll"])
    #expect(answer.columns.filter(\.isDrawn).map(\.name) == ["logratio"])
    #expect(answer.notes.first?.hasPrefix("first, taxes: 4 words in") == true)
    #expect(answer.notes.first?.contains("second, rivers: 8 words in") == true)
  }

  @Test func `sides of different tables are compared by what their values are called`() throws {
    let small = FigureTable(FixtureCorpus.small())
    let answer = try small.answer(
      .compare(
        BoundContrast(
          first: BoundQuery(source: .table(.documents)),
          second: BoundQuery(source: .table(.quotes)),
          basis: .values(
            small.names.path("topic", .documents), small.names.path("topic", .quotes)),
          name: "topic")))
    // The documents are about floods and trade; two quotes of floods, one each of the others.
    #expect(
      Set(answer.rows.map { [$0[0], $0[1], $0[3]] }) == [
        [.text("Floods"), .integer(1), .integer(2)], [.text("Trade"), .integer(1), .integer(1)],
        [.text("Lindholm"), .integer(0), .integer(1)],
      ])
  }
}
