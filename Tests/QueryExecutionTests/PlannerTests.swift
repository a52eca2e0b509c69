import CorpusFixture
import CorpusStore
import QueryPlanning
import QuerySemantics
import Testing

@Suite struct PlannerTests {

  private let corpus = FixtureCorpus.small()
  private var names: BoundNames { BoundNames(corpus) }

  private func print(_ query: BoundQuery) -> String {
    PlanPrinter(corpus).print(Planner(corpus).plan(query))
  }

  private func filter(_ predicates: BoundPredicate...) -> BoundStep {
    .filter(predicates.map(names.clause))
  }

  @Test func `conditions that an index answers become sources, the rarest first`() throws {
    let speaker = try names.path("speaker", .quotes)
    let kind = try names.path("kind", .quotes)
    let words = try names.path("words", .quotes)
    let query = BoundQuery(
      source: .table(.quotes),
      steps: [
        filter(
          .integers(words, 3...9), .codes(kind, names.codes("direct")),
          .codes(speaker, names.codes("Ada Morel")))
      ])
    #expect(
      print(query) == """
        filter words in 3..9                      ~1 row
          intersection                            ~1 row
            postings quotes.speaker = Ada Morel   ~1 row
            postings quotes.kind = direct        ~3 rows

        """)
  }

  @Test func `a path goes back along its references`() throws {
    let outlet = try names.path("outlet", .quotes, through: "document")
    let query = BoundQuery(
      source: .table(.quotes), steps: [filter(.codes(outlet, names.codes("The Gull")))])
    #expect(
      print(query) == """
        quotes by document                      ~2 rows
          postings documents.outlet = The Gull   ~1 row

        """)
  }

  @Test func `a sort goes below nothing that it need not, and a limit into it`() throws {
    let date = try names.path("date", .documents)
    let words = try names.path("words", .documents)
    let query = BoundQuery(
      source: .table(.documents),
      steps: [
        .order([BoundOrder(date, isDescending: true)]), filter(.integers(words, 3...99)),
        .limit(5), .limit(2),
      ])
    #expect(
      print(query) == """
        first 2 by date desc     ~2 rows
          filter words in 3..99  ~2 rows
            scan documents       ~4 rows

        """)
  }

  @Test func `nobody sees the order of what is counted`() throws {
    let date = try names.path("date", .documents)
    let query = BoundQuery(
      source: .table(.documents),
      steps: [.order([BoundOrder(date, isDescending: true)]), .count(by: [])])
    #expect(Planner(corpus).plan(query).inputs.first?.operation == .scan(.documents))
  }

  @Test func `a condition that is true of no row empties the plan`() {
    let query = BoundQuery(source: .table(.quotes), steps: [filter(.constant(false))])
    #expect(Planner(corpus).plan(query).operation == .empty(.table(.quotes)))
    let all = BoundQuery(source: .table(.quotes), steps: [filter(.not(.constant(false)))])
    #expect(Planner(corpus).plan(all).operation == .scan(.quotes))
  }

  @Test func `not within is outside`() {
    let sentences = BoundSource.table(.sentences)
    let query = BoundQuery(
      source: .table(.quotes), steps: [filter(.not(.region(.within, sentences)))])
    #expect(Planner(corpus).plan(query).operation == .regionJoin(.outside))
  }

  @Test func `dear tests come behind cheap ones that rule out more`() throws {
    let text = try names.path("text", .quotes)
    let words = try names.path("words", .quotes)
    let query = BoundQuery(
      source: .table(.quotes), steps: [filter(.contains(text, "river"), .integers(words, 1...3))])
    #expect(
      Planner(corpus).plan(query).operation
        == .filter([.integers(words, 1...3), .contains(text, "river")]))
  }

  @Test func `people are entities of a type`() throws {
    let person = try #require(names.codes("person").first)
    let query = BoundQuery(
      source: .table(.quotes), steps: [.to(.entities, entityType: person)])
    #expect(
      print(query) == """
        intersection                       ~2 rows
          follow quotes.speaker            ~3 rows
            scan quotes                    ~5 rows
          postings entities.type = person  ~2 rows

        """)
  }

  @Test func `a condition is tested before rows are compared with a text, and a limit behind`()
    throws
  {
    let text = BoundSimilarity(text: "river", words: ["river"])
    let words = try names.path("words", .quotes)
    let query = BoundQuery(
      source: .table(.quotes),
      steps: [
        .similar(text), .kwic(width: 4, order: []), filter(.integers(words, 1...9)), .limit(2),
      ])
    #expect(
      Planner(corpus).plan(query).operations == [
        .concordance(width: 4, []), .limit(2), .similar(text), .filter([.integers(words, 1...9)]),
        .scan(.quotes),
      ])
  }

  @Test func `a pattern in a row is a join with its matches`() throws {
    let word = try names.path("word", .tokens)
    guard case .attribute(let attribute) = word.target else { return }
    let pattern = BoundPattern(
      text: "[word=\"river\"] []*",
      node: .sequence([
        .token(.matches(attribute, .scalars([0x61...0x7A]), .folded)),
        .repetition(.token(.any), atLeast: 0, atMost: nil),
      ]))
    let query = BoundQuery(source: .table(.quotes), steps: [filter(.pattern(pattern))])
    #expect(
      print(query) == """
        join containing               ~2 rows
          scan quotes                 ~5 rows
          pattern [word="river"] []*  ~2 rows

        """)
  }

  @Test(arguments: [
    (LinkedCount.count(1...1), "count of quotes () = 1"),
    (.count(3...Int.max), "count of quotes () >= 3"), (.count(0...2), "count of quotes () <= 2"),
    (.count(2...3), "count of quotes () = 2..3"), (.some, "some quotes ()"),
    (.no, "no quotes ()"), (.every, "every quotes ()"),
  ])
  func `a condition on the rows of a row stands in the plan as it is written`(
    count: LinkedCount, text: String
  ) {
    let linked = BoundPredicate.linked(count, .quotes, entityType: nil, .constant(true))
    let query = BoundQuery(source: .table(.documents), steps: [filter(linked)])
    #expect(print(query).hasPrefix("filter \(text)  "), "\(print(query))")
  }

  @Test func `nobody sees the order of the rows whose words are counted`() throws {
    let lemma = try names.path("lemma", .tokens)
    guard case .attribute(let attribute) = lemma.target else { return }
    let words = try names.path("words", .quotes)
    let query = BoundQuery(
      source: .table(.quotes),
      steps: [
        .order([BoundOrder(words, isDescending: true)]),
        .collocates(BoundCollocates(window: 5, attribute: attribute, measure: .ll)),
      ])
    #expect(Planner(corpus).plan(query).inputs.first?.operation == .scan(.quotes))
  }

  @Test(arguments: BoundAggregate.Function.allCases)
  func `a summary sees the order of its rows only where it asks for it`(
    function: BoundAggregate.Function
  ) throws {
    let words = try names.path("words", .quotes)
    let figure = BoundAggregate(function, of: words, name: "figure")
    let query = BoundQuery(
      source: .table(.quotes),
      steps: [
        .order([BoundOrder(words, isDescending: true)]), .summarize([figure], by: []),
      ])
    let isSeen = [.first, .last, .deviation].contains(function)
    #expect((Planner(corpus).plan(query).inputs.first?.operation == .scan(.quotes)) == !isSeen)
  }

  @Test func `an operator that was run shows its rows and time`() {
    let plan = Planner(corpus).plan(BoundQuery(source: .table(.quotes)))
    let measure = PlanPrinter.Measure(rows: 5, nanoseconds: 1_042_000)
    #expect(
      PlanPrinter(corpus).print(plan, measures: [measure])
        == "scan quotes  ~5 rows  5 rows  1.042 ms\n")
    #expect(
      PlanPrinter(corpus).print(plan, measures: [nil]) == "scan quotes  ~5 rows  not run\n")
  }
}
