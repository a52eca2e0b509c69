import Annotation
import CorpusFixture
import CorpusStore
import Diagnostics
import QueryPlanning
import QuerySemantics
import Testing

@testable import QueryExecution

/// Distances and orders of regions, and of texts inside rows.
@Suite struct RelationTests {

  /// Tokens 0 to 8, 9 to 12 in another paragraph; 13 to 15 two days later; 16 to 17 undated.
  private static let corpus: Corpus = {
    var first = DocumentSketch("first", date: "2025-01-01")
    first.addParagraph("x a b c", "d x e a f")
    first.addParagraph("g x h i")
    first.addQuote([0..<2, 5..<6], kind: .direct)
    first.addQuote([3..<4], kind: .indirect)
    var second = DocumentSketch("second", date: "2025-01-03")
    second.addParagraph("a k a")
    var third = DocumentSketch("third")
    third.addParagraph("a x")
    return FixtureCorpus.assemble([first.finished(), second.finished(), third.finished()])
  }()

  private var corpus: Corpus { Self.corpus }
  private var names: BoundNames { BoundNames(corpus) }

  private func ids(_ source: BoundSource, _ steps: [BoundStep] = []) throws -> [Int] {
    let plan = Planner(corpus).plan(BoundQuery(source: source, steps: steps))
    return try Evaluator(corpus, blockSize: 2).rows(plan).ids.map(\.index)
  }

  @Test(arguments: [
    (RegionRelation.near(.tokens(0)), [0, 17]), (.near(.tokens(1)), [0, 5, 17]),
    (.near(.tokens(2)), [0, 5, 10, 17]), (.before(.tokens(0)), [0]),
    (.after(.tokens(2)), [10, 17]),
    (.before(.sentence), [0, 5]), (.after(.sentence), [17]), (.near(.paragraph), [0, 5, 17]),
    (.after(.paragraph), [5, 17]), (.before(.document), [0, 5]),
    (.near(.document), [0, 5, 10, 17]),
    (.before(.days(2)), [0, 5, 10]), (.after(.days(1)), [0, 5, 10]), (.near(.days(0)), [0, 5, 10]),
  ])
  func `words stand within a reach of others`(relation: RegionRelation, found: [Int]) throws {
    #expect(
      try ids(.region(.phrase(names.phrase("x")), relation, .phrase(names.phrase("a")))) == found)
  }

  @Test func `days are counted between dated documents alone`() throws {
    let (a, k) = (BoundSource.phrase(names.phrase("a")), BoundSource.phrase(names.phrase("k")))
    #expect(try ids(.region(a, .near(.days(1)), k)) == [13, 15])
    #expect(try ids(.region(a, .before(.days(2)), k)) == [1, 7, 13, 15])
    #expect(try ids(.region(a, .after(.days(9)), k)) == [13, 15])
    #expect(try ids(.region(k, .after(.days(2)), a)) == [14])
  }

  @Test func `a region is not near itself, but near another at the same words`() throws {
    let k = BoundSource.phrase(names.phrase("k"))
    for reach in [RegionRelation.Reach.tokens(3), .sentence, .document, .days(0)] {
      #expect(try ids(.region(k, .near(reach), k)).isEmpty)
      #expect(try ids(.region(k, .near(reach), .table(.tokens))) == [14])
    }
  }

  @Test(arguments: [
    (RegionRelation.within, [1]), (.containing, [0]), (.outside, [0, 2]), (.overlapping, [0, 1]),
    (.after(.days(0)), [0, 1, 2]),
  ])
  func `no row stands in a relation to itself`(relation: RegionRelation, found: [Int]) throws {
    var nested = DocumentSketch("nested", date: "2025-01-01")
    nested.addParagraph("x a b c d", "e f")
    nested.addQuote([0..<5], kind: .direct)
    nested.addQuote([1..<3], kind: .direct) { $0.nestedIn = 0 }
    nested.addQuote([5..<7], kind: .direct)
    let corpus = FixtureCorpus.assemble([nested.finished()])
    let quotes = BoundSource.table(.quotes)
    let condition = BoundNames(corpus).clause(.region(relation, quotes))
    for query in [
      BoundQuery(source: .region(quotes, relation, quotes)),
      BoundQuery(source: quotes, steps: [.filter([condition])]),
      BoundQuery(
        source: .region(quotes, relation, .query(BoundQuery(source: quotes, steps: [.limit(9)])))),
    ] {
      let rows = try Evaluator(corpus, blockSize: 2).rows(Planner(corpus).plan(query))
      #expect(rows.ids.map(\.index) == found)
    }
    let paragraphs = BoundSource.region(.table(.sentences), .within, .table(.paragraphs))
    let rows = try Evaluator(corpus).rows(Planner(corpus).plan(BoundQuery(source: paragraphs)))
    #expect(rows.ids.count == 2)
  }

  @Test func `a quote of several pieces counts from its first word to its last`() throws {
    let quotes = BoundSource.table(.quotes)
    #expect(try ids(.region(quotes, .near(.tokens(0)), .phrase(names.phrase("e")))) == [0])
    #expect(try ids(.region(quotes, .near(.tokens(0)), .phrase(names.phrase("c")))) == [0])
    #expect(try ids(.region(quotes, .after(.tokens(3)), .phrase(names.phrase("x")))) == [1])
  }

  private func sentences(_ predicate: BoundPredicate) throws -> [Int] {
    try ids(.table(.sentences), [.filter([names.clause(predicate)])])
  }

  @Test func `two texts stand near each other in the row's own text`() throws {
    let (x, a, f) = (
      BoundText.phrase(names.phrase("x")), BoundText.phrase(names.phrase("a")),
      BoundText.phrase(names.phrase("f"))
    )
    #expect(try sentences(.proximity(x, .near(.tokens(1)), a)) == [0, 1, 4])
    #expect(try sentences(.proximity(x, .before(.tokens(1)), a)) == [0, 1])
    #expect(try sentences(.proximity(x, .near(.tokens(0)), a)) == [0, 4])
    // Both are near, but only one sentence has all three.
    #expect(
      try sentences(.proximity(.related(x, .near(.tokens(1)), a), .before(.tokens(3)), f)) == [1])
    #expect(try sentences(.proximity(a, .near(.days(2)), .phrase(names.phrase("k")))) == [0, 1, 3])
    #expect(try sentences(.not(.proximity(x, .near(.tokens(1)), a))) == [2, 3])
  }

  @Test func `a text in a quote lies in one of its pieces`() throws {
    let quotes = { (predicate: BoundPredicate) in
      try ids(.table(.quotes), [.filter([names.clause(predicate)])])
    }
    let (x, a) = (BoundText.phrase(names.phrase("x")), BoundText.phrase(names.phrase("a")))
    #expect(try quotes(.proximity(x, .near(.tokens(9)), a)) == [0])
    #expect(try quotes(.proximity(x, .after(.tokens(9)), a)) == [0])
    #expect(try quotes(.proximity(x, .near(.tokens(9)), .phrase(names.phrase("c")))).isEmpty)
  }
}
