import CorpusFixture
import CorpusStore
import Diagnostics
import QueryPlanning
import QuerySemantics
import Testing

@testable import QueryExecution

@Suite struct EvaluatorTests {

  private let corpus = FixtureCorpus.small()
  private var evaluator: Evaluator { Evaluator(corpus) }
  private var names: BoundNames { BoundNames(corpus) }

  @Test func `quotes show who said what, and where`() throws {
    let clause = try names.clause(.codes(names.path("speaker", .quotes), names.codes("Ada Morel")))
    let answer = try evaluator.answer(
      BoundQuery(source: .table(.quotes), steps: [.filter([clause])]))
    #expect(answer.table.layout == .quotes)
    #expect(
      answer.table.columns.map(\.name)
        == ["text", "speaker", "cue", "kind", "document", "title", "date", "outlet"])
    #expect(
      answer.table.rows == [
        [
          .text("The river will rise , … We are ready"), .text("Ada Morel"), .text("say"),
          .text("direct"), .text("river"), .text("The river rises"), .text("2025-02-24"),
          .text("Evening Post"),
        ]
      ])
    #expect(answer.table.origins == [.row(.quotes, RowID(0))])
  }

  @Test func `a row limit cuts what is shown and not what is counted`() throws {
    let answer = try evaluator.answer(BoundQuery(source: .table(.tokens)), rowLimit: 3)
    #expect(answer.table.rows.count == 3)
    #expect(answer.table.total == corpus.tokens.count)
  }

  @Test func `rows without a value come last in both directions`() throws {
    let date = try names.path("date", .documents)
    for isDescending in [true, false] {
      let answer = try evaluator.answer(
        BoundQuery(
          source: .table(.documents),
          steps: [.order([BoundOrder(date, isDescending: isDescending)])]))
      #expect(answer.table.rows.last?.first == .text("letter"))
    }
  }

  @Test func `a count of rows is one number`() throws {
    let answer = try evaluator.answer(
      BoundQuery(source: .table(.quotes), steps: [.count(by: [])]))
    #expect(answer.table.layout == .count)
    #expect(answer.table.unit == "quotes")
    #expect(answer.table.rows == [[.integer(5)]])
  }

  @Test func `a value that is missing is a group of its own, and many values count each`() throws {
    let topic = try BoundColumn(names.path("topic", .quotes), name: "topic")
    let answer = try evaluator.answer(
      BoundQuery(source: .table(.quotes), steps: [.count(by: [topic])]))
    #expect(
      answer.table.rows == [
        [.text("Floods"), .integer(2)], [.missing, .integer(2)], [.text("Lindholm"), .integer(1)],
        [.text("Trade"), .integer(1)],
      ])
  }

  @Test func `empty weeks are rows, and undated rows are counted`() throws {
    let date = try names.path("date", .documents)
    let answer = try evaluator.answer(
      BoundQuery(
        source: .table(.documents), steps: [.timeline(.week, date: date, by: nil)]))
    #expect(
      answer.table.rows == [
        [.text("2025-W09"), .integer(2)], [.text("2025-W10"), .integer(0)],
        [.text("2025-W11"), .integer(1)],
      ])
    #expect(answer.report.undatedRows == 1)
  }

  @Test func `rows that a date rules out for want of one are counted`() throws {
    let first = Day(year: 2025, month: 1, day: 1)
    let date = try names.clause(
      .dates(names.path("date", .documents), first...Day(year: 2025, month: 12, day: 31)))
    let query = BoundQuery(source: .table(.documents), steps: [.filter([date])])
    #expect(try evaluator.answer(query).report.undatedRows == 1)
    let words = try names.clause(.integers(names.path("words", .documents), 100...200))
    let both = BoundQuery(source: .table(.documents), steps: [.filter([date, words])])
    #expect(try evaluator.answer(both).report.undatedRows == 0)
  }

  @Test func `words are in a quote only where they are part of what was said`() throws {
    let said = names.phrase("said")
    let river = names.phrase("the", "river")
    let inside = { (phrase: PhrasePattern) in
      BoundQuery(source: .region(.phrase(phrase), .within, .table(.quotes)))
    }
    #expect(try evaluator.answer(inside(said)).table.total == 0)
    #expect(try evaluator.answer(inside(river)).table.total == 1)
  }

  @Test func `a concordance is ordered by the words beside the match`() throws {
    let query = BoundQuery(
      source: .phrase(names.phrase("the")),
      steps: [.kwic(width: 1, order: [BoundConcordanceKey(offset: 1, isDescending: false)])])
    let table = try evaluator.answer(query).table
    #expect(table.layout == .concordance)
    #expect(
      table.rows.map { Array($0[1...2]) } == [
        [.text("The"), .text("bridge")], [.text("the"), .text("captain")],
        [.text("the"), .text("harbour")], [.text("The"), .text("harbour")],
        [.text("The"), .text("river")], [.text("the"), .text("river")],
      ])
  }

  @Test func `the same seed draws the same rows, in their order`() throws {
    func draw(_ seed: UInt64) throws -> [RowID] {
      let query = BoundQuery(source: .table(.tokens), steps: [.sample(9, seed: seed)])
      return try evaluator.rows(Planner(corpus).plan(query)).ids
    }
    #expect(try draw(7) == draw(7))
    #expect(try draw(7) != draw(8))
    #expect(try draw(7).count == 9 && draw(7) == draw(7).sorted())
  }

  @Test func `a query that is asked to stop gives no result`() throws {
    let interruption = Interruption()
    interruption.request()
    let plan = Planner(corpus).plan(BoundQuery(source: .table(.quotes)))
    #expect(throws: Interrupted.self) { try evaluator.run(plan, interruption: interruption) }
  }

  @Test func `a clause report tells which condition ends the rows`() throws {
    let kind = try names.clause(.codes(names.path("kind", .quotes), names.codes("direct")))
    let words = try names.clause(.integers(names.path("words", .quotes), 50...60))
    let query = BoundQuery(source: .table(.quotes), steps: [.filter([kind, words])])
    let report = try #require(try evaluator.clauseReports(of: query).first)
    #expect(report.rows == 5)
    #expect(report.entries.map(\.alone) == [3, 0])
    #expect(report.entries.map(\.cumulative) == [3, 0])
    #expect(report.endingClause == words)
  }

  @Test func `a passage gives text, paragraph, marks, document and reasons`() throws {
    let passage = Inspector(corpus).passage(of: .row(.quotes, RowID(0)))
    #expect(passage.pieces.map(\.text) == ["The river will rise ,", "We are ready"])
    #expect(passage.pieces.map(\.original) == [2..<23, 41..<53])
    #expect(passage.paragraphs.map(\.marks) == [[4..<25, 47..<59]])
    #expect(passage.documentFacts.first == Passage.Fact(name: "id", values: ["river"]))
    #expect(passage.reasons == ["written by hand"])
  }

  @Test func `frequent values come with their counts`() throws {
    let speaker = try #require(corpus.schema.attribute("speaker", of: .quotes))
    #expect(
      Overview(corpus).frequentValues(of: speaker).map { "\($0.name) \($0.count)" } == [
        "Björn Åkesson 3", "Ada Morel 1",
      ])
    #expect(Overview(corpus).missingCount(of: speaker) == 1)
  }
}
