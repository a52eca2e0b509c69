import CorpusStore
import QueryExecution
import QuerySemantics
import Testing

@Suite struct CollocateTests {

  // Near the two x, one token away: b and c, then b and a comma, which is no word: three words.
  // All words: a b x c d, b x b, that is eight; of them three b and one c.
  private let corpus = FigureTable.words("a b x c d", "b x , b")

  private func collocates(
    _ source: BoundSource, in table: FigureTable, window: Int = 1,
    by measure: AssociationMeasure = .logdice
  ) throws -> [[ResultTable.Cell]] {
    try table.rows(source, .collocates(search(window, in: table, by: measure)))
  }

  private func search(
    _ window: Int, in table: FigureTable, by measure: AssociationMeasure = .logdice
  ) throws -> BoundCollocates {
    try BoundCollocates(window: window, attribute: table.attribute("lemma"), measure: measure)
  }

  // b: count 2, total 3, expected 3 · 3 / 8 = 1.125.
  //   logDice 14 + log₂ (2 · 2 / (2 + 3)) = 14 - 0.321928; MI log₂ (2 / 1.125) = 0.830075;
  //   t (2 - 1.125) / √2 = 0.618718; the table is 2, 1 | 1, 4:
  //   G² = 2 (2 ln 16/9 + 2 ln 8/15 + 4 ln 32/25) = 2 (1.150728 - 1.257217 + 0.987440).
  // c: count 1, total 1, expected 3 · 1 / 8 = 0.375.
  //   logDice 14 + log₂ (2 · 1 / (2 + 1)) = 14 - 0.584963; MI log₂ (8 / 3) = 1.415037;
  //   t (1 - 0.375) / 1 = 0.625; the table is 1, 2 | 0, 5:
  //   G² = 2 (ln 8/3 + 2 ln 16/21 + 5 ln 8/7) = 2 (0.980829 - 0.543867 + 0.667657).
  @Test func `words near others have the values worked by hand`() throws {
    #expect(
      try collocates(.phrase(corpus.names.phrase("x")), in: corpus) == [
        [
          .text("b"), .integer(2), .integer(3), .decimal(1.125), .decimal(13.678072),
          .decimal(0.830075), .decimal(0.618718), .decimal(1.761903),
        ],
        [
          .text("c"), .integer(1), .integer(1), .decimal(0.375), .decimal(13.415037),
          .decimal(1.415037), .decimal(0.625), .decimal(2.209238),
        ],
      ])
  }

  @Test(arguments: [
    (AssociationMeasure.logdice, ["b", "c"]), (.mi, ["c", "b"]), (.t, ["c", "b"]),
    (.ll, ["c", "b"]),
  ])
  func `the measure orders them`(measure: AssociationMeasure, words: [String]) throws {
    let rows = try collocates(.phrase(corpus.names.phrase("x")), in: corpus, by: measure)
    #expect(rows.map { $0[0] } == words.map { .text($0) })
  }

  @Test func `a window ends with the paragraph, and a row is not near itself`() throws {
    let wide = try collocates(.phrase(corpus.names.phrase("b", "x")), in: corpus, window: 9)
    // a, c and d stand near the first, b near the second; b is rarer there than in all: 1 of 4
    // words, where 4 · 3 / 8 were expected.
    #expect(wide.map { $0[0] } == [.text("a"), .text("c"), .text("d")])
    #expect(wide.allSatisfy { $0[1] == .integer(1) })
  }

  @Test func `a token near two rows counts once, and a row can be near another`() throws {
    let table = FigureTable.words("x y x", "z z z z z")
    let rows = try collocates(.phrase(table.names.phrase("x")), in: table, window: 2)
    // Near are y, and each x as the other's neighbour.
    #expect(
      rows.map { Array($0[0...2]) } == [
        [.text("x"), .integer(2), .integer(2)], [.text("y"), .integer(1), .integer(1)],
      ])
  }

  @Test func `case does not count, and the commonest spelling is shown`() throws {
    let table = FigureTable.words("US x us", "US", "z z z z")
    let word = try table.attribute("word")
    let rows = try table.rows(
      .phrase(table.names.phrase("x")),
      .collocates(BoundCollocates(window: 1, attribute: word, measure: .logdice)))
    #expect(rows.map { Array($0[0...2]) } == [[.text("US"), .integer(2), .integer(3)]])
  }

  @Test func `a note tells what was counted`() throws {
    let table = try corpus.answer(
      .phrase(corpus.names.phrase("x")), .collocates(search(1, in: corpus)))
    #expect(table.unit == "collocates")
    #expect(
      table.notes == [
        "3 words of 8 stand up to 1 token from 2 matches, in the same paragraph; listed are those "
          + "that do so more often than chance has it"
      ])
  }

  @Test func `rows that are nowhere, and windows of no or endless width, have an answer`() throws {
    #expect(try collocates(.phrase(corpus.names.phrase("absent")), in: corpus).isEmpty)
    #expect(try collocates(.table(.documents), in: corpus, window: 3).isEmpty)
    #expect(try collocates(.phrase(corpus.names.phrase("x")), in: corpus, window: 0).isEmpty)
    #expect(
      try !collocates(.phrase(corpus.names.phrase("x")), in: corpus, window: .max).isEmpty)
  }

  @Test func `later steps read the figures`() throws {
    let search = try search(1, in: corpus)
    let column = search.columns[5]
    let mi = BoundPath(target: .group(5, column), text: "mi")
    let rows = try corpus.rows(
      .phrase(corpus.names.phrase("x")), .collocates(search),
      .filter([corpus.names.clause(.decimals(mi, 0...1))]),
      .order([BoundOrder(mi, isDescending: false)]))
    #expect(rows.map { $0[0] } == [.text("b")])
  }
}
