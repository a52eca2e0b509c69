import CorpusFixture
import CorpusStore
import QueryExecution
import QueryPlanning
import QuerySemantics
import Testing

@Suite struct SetTests {

  private let small = FigureTable(FixtureCorpus.small())

  /// Returns the quotes of a kind, the last first.
  private func quotes(_ kind: String) throws -> BoundQuery {
    let names = small.names
    let clause = try names.clause(.codes(names.path("kind", .quotes), names.codes(kind)))
    let words = try names.path("words", .quotes)
    return BoundQuery(
      source: .table(.quotes),
      steps: [.filter([clause]), .order([BoundOrder(words, isDescending: true)])])
  }

  private func numbers(_ query: BoundQuery) throws -> [UInt32] {
    let corpus = small.corpus
    return try Evaluator(corpus).rows(Planner(corpus).plan(query)).ids.map(\.rawValue)
  }

  // Direct quotes by length are 0, 3, 4, indirect ones 2, 1.
  @Test(arguments: [
    (SetOperation.union, [0, 3, 4, 1, 2] as [UInt32]), (.except, [0, 3, 4]), (.intersect, []),
  ])
  func `the rows of the first come in their order`(operation: SetOperation, rows: [UInt32]) throws {
    let indirect = BoundQuery(
      source: .query(try quotes("indirect")),
      steps: [.order([BoundOrder(try small.names.path("words", .quotes), isDescending: false)])])
    var query = try quotes("direct")
    query.steps.append(.combine(operation, indirect))
    #expect(try numbers(query) == rows)
    let table = try Evaluator(small.corpus).answer(query).table
    #expect(Array(table.origins) == rows.map { .row(.quotes, RowID($0)) })
  }

  @Test func `of all rows a union adds none, a difference takes all, an intersection keeps all`()
    throws
  {
    let all = BoundQuery(source: .table(.quotes))
    for (operation, rows) in [
      (SetOperation.union, [0, 3, 4, 1, 2] as [UInt32]), (.except, []), (.intersect, [0, 3, 4]),
    ] {
      var query = try quotes("direct")
      query.steps.append(.combine(operation, all))
      #expect(try numbers(query) == rows)
    }
  }

  @Test func `matches are the same where they are the same tokens`() throws {
    let names = small.names
    let the = BoundQuery(source: .phrase(names.phrase("the")))
    let river = BoundQuery(source: .phrase(names.phrase("the", "river")))
    func count(_ operation: SetOperation, _ other: BoundQuery) throws -> Int {
      try small.answer(.query(the), .combine(operation, other)).total
    }
    let total = try small.answer(.query(the)).total
    #expect(try count(.union, river) == total + 2)
    #expect(try count(.except, river) == total)
    #expect(try count(.intersect, the) == total)
    #expect(try count(.except, the) == 0)
  }

  @Test func `groups are the same where all their values are`() throws {
    let names = small.names
    let kind = try BoundColumn(names.path("kind", .quotes), name: "kind")
    let all = BoundQuery(source: .table(.quotes), steps: [.count(by: [kind])])
    var some = try quotes("direct")
    some.steps.append(.count(by: [kind]))
    #expect(
      try small.rows(.query(all), .combine(.except, some)) == [[.text("indirect"), .integer(2)]])
    #expect(try small.answer(.query(some), .combine(.union, all)).total == 2)
    #expect(try small.answer(.query(some), .combine(.intersect, all)).total == 1)
  }

  @Test func `the first of the rows with the same values stays`() throws {
    let names = small.names
    let kind = try BoundColumn(names.path("kind", .quotes), name: "kind")
    let speaker = try BoundColumn(names.path("speaker", .quotes), name: "speaker")
    let topic = try BoundColumn(names.path("topic", .quotes), name: "topic")
    func first(_ columns: [BoundColumn]) throws -> [UInt32] {
      try numbers(BoundQuery(source: .table(.quotes), steps: [.distinct(columns)]))
    }
    #expect(try first([kind]) == [0, 1])
    #expect(try first([speaker]) == [0, 1, 4])
    #expect(try first([kind, speaker]) == [0, 1, 3, 4])
    #expect(try first([topic]) == [0, 1, 2, 3])
    #expect(try first([kind, speaker, topic]) == [0, 1, 2, 3, 4])
  }
}
