import CorpusFixture
import CorpusStore
import Diagnostics
import QueryPlanning
import QuerySemantics
import TestSupport
import Testing

@testable import QueryExecution

@Suite struct PatternTests {

  private static let corpus: Corpus = {
    var first = DocumentSketch("first", date: "2025-01-01")
    first.addParagraph("a b a c b", "a d")
    first.addParagraph("d a Élan elan A")
    var second = DocumentSketch("second", date: "2025-01-03")
    second.addParagraph("b b b d a d")
    return FixtureCorpus.assemble([first.finished(), second.finished()])
  }()

  private var corpus: Corpus { Self.corpus }
  private var names: BoundNames { BoundNames(corpus) }

  private func word(_ text: String) throws -> BoundTokenTest {
    .matches(try attribute("word"), Self.literal(text), .folded)
  }

  private func attribute(_ name: String) throws -> Attribute {
    try #require(corpus.schema.attribute(name, of: .tokens))
  }

  private static func literal(_ text: String) -> RegexTree {
    let scalars = text.unicodeScalars.map { RegexTree.scalars([$0.value...$0.value]) }
    return scalars.count == 1 ? scalars[0] : .sequence(scalars)
  }

  private func runs(
    _ node: BoundPatternNode, labels: Int = 0, _ constraint: BoundLabelCondition? = nil
  ) throws -> [Range<Int>] {
    let pattern = BoundPattern(text: "…", node: node, labelCount: labels, constraint: constraint)
    let rows = try Evaluator(corpus).rows(Planner(corpus).plan(.pattern(pattern)))
    return zip(rows.ids, rows.ends).map { $0.index..<Int($1) }
  }

  private static func some(_ test: BoundTokenTest) -> BoundPatternNode {
    .repetition(.token(test), atLeast: 0, atMost: nil)
  }

  @Test func `the longest match at each token is taken, and none inside another`() throws {
    let (a, b) = (try word("a"), try word("b"))
    let node = BoundPatternNode.sequence([.token(a), Self.some(.any), .token(b)])
    #expect(try runs(node) == [0..<5])
    #expect(try runs(.token(a)) == [0..<1, 2..<3, 5..<6, 8..<9, 11..<12, 16..<17])
    #expect(try runs(.repetition(.token(b), atLeast: 2, atMost: nil)) == [12..<15])
    #expect(
      try runs(.repetition(.token(b), atLeast: 2, atMost: 2)) == [12..<14, 13..<15])
  }

  @Test func `a match lies in one paragraph, and an empty one is none`() throws {
    let d = try word("d")
    let node = BoundPatternNode.sequence([.token(d), .repetition(.token(d), atLeast: 1, atMost: 3)])
    #expect(try runs(node).isEmpty)
    #expect(
      try runs(.repetition(.token(d), atLeast: 0, atMost: 1)) == [6..<7, 7..<8, 15..<16, 17..<18])
    #expect(try runs(.sequence([])).isEmpty)
  }

  @Test(arguments: [
    (TextRegard.folded, [9, 10]), (.exact, [10]),
    (TextRegard(letterCase: true, accents: false), [10]),
    (TextRegard(letterCase: false, accents: true), [10]),
  ])
  func `case and accents count only where they shall`(regard: TextRegard, found: [Int]) throws {
    let test = BoundTokenTest.matches(try attribute("word"), Self.literal("elan"), regard)
    #expect(try runs(.token(test)).map(\.lowerBound) == found)
  }

  @Test func `tests are joined, and a complement is exact`() throws {
    let (a, b) = (try word("a"), try word("b"))
    let neither = BoundTokenTest.and([.not(a), .not(b)])
    let either = BoundTokenTest.or([a, b])
    let all = try (runs(.token(neither)) + runs(.token(either))).map(\.lowerBound).sorted()
    #expect(all == Array(0..<corpus.tokens.count))
  }

  @Test func `labelled tokens are compared, in some reading of the match`() throws {
    let node = BoundPatternNode.sequence([
      .labelled(0, .any), Self.some(.any), .labelled(1, .any),
    ])
    let word = try attribute("word")
    #expect(
      try runs(node, labels: 2, .same(0, word, 1, word)) == [0..<6, 8..<12, 12..<15, 15..<18])
    let test = try BoundLabelCondition.and([
      .test(0, self.word("d")), .not(.same(0, word, 1, word)),
    ])
    #expect(try runs(node, labels: 2, test) == [7..<12, 15..<17])
  }

  @Test(arguments: 0..<4)
  func `then within five is the first word, up to five tokens, and the second`(seed: Int) throws {
    let corpus = RandomCorpus.make(seed: UInt64(seed) + 40, documents: 12)
    let names = BoundNames(corpus)
    let word = try #require(corpus.schema.attribute("word", of: .tokens))
    func rows(_ predicate: BoundPredicate) throws -> [RowID] {
      let query = BoundQuery(
        source: .table(.paragraphs), steps: [.filter([names.clause(predicate)])])
      return try Evaluator(corpus).rows(Planner(corpus).plan(query)).ids
    }
    for (a, b) in [("tax", "river"), ("the", "of"), ("a", "a")] {
      let near = BoundPredicate.proximity(
        .phrase(names.phrase(a)), .before(.tokens(5)), .phrase(names.phrase(b)))
      let pattern = BoundPatternNode.sequence([
        .token(.matches(word, Self.literal(a), .folded)),
        .repetition(.token(.any), atLeast: 0, atMost: 5),
        .token(.matches(word, Self.literal(b), .folded)),
      ])
      #expect(try rows(near) == rows(.pattern(BoundPattern(text: "…", node: pattern))))
    }
  }

  @Test func `a pattern that multiplies with backtracking stays linear`() throws {
    var random = SeededGenerator(seed: 3)
    var document = DocumentSketch("long")
    document.addParagraph(words: [(0..<30_000).map { _ in random.pick(["x", "z"]) }])
    let corpus = FixtureCorpus.assemble([document.finished()])
    let word = try #require(corpus.schema.attribute("word", of: .tokens))
    let x = BoundPatternNode.token(.matches(word, Self.literal("x"), .folded))
    let y = BoundPatternNode.token(.matches(word, Self.literal("y"), .folded))
    let any = Self.some(.any)
    for (last, count) in [(y, 0), (x, 1)] {
      let node = BoundPatternNode.sequence([
        any, x, any, x, .repetition(any, atLeast: 0, atMost: nil), last,
      ])
      let plan = Planner(corpus).plan(.pattern(BoundPattern(text: "…", node: node)))
      #expect(try Evaluator(corpus).rows(plan).count == count)
    }
  }

  @Test func `a limit ends the search for matches`() throws {
    let documents = (0..<400).map { number in
      var document = DocumentSketch("d\(number)")
      document.addParagraph("a b c d")
      return document.finished()
    }
    let corpus = FixtureCorpus.assemble(documents)
    let word = try #require(corpus.schema.attribute("word", of: .tokens))
    let test = BoundTokenTest.matches(word, Self.literal("b"), .folded)
    let pattern = BoundPattern(text: "…", node: .token(test))
    let phrase = BoundNames(corpus).phrase("b")
    for source in [BoundSource.pattern(pattern), .phrase(phrase)] {
      let query = BoundQuery(
        source: .region(source, .within, .table(.sentences)), steps: [.select([]), .limit(3)])
      let plan = Planner(corpus).plan(query)
      let (table, report) = try Evaluator(corpus, blockSize: 16).run(
        plan, recordsOperators: true)
      #expect(table.rows.count == 3)
      let read = zip(plan.operations, report.operators).first {
        $0.0 == .pattern(pattern) || $0.0 == .phrase(phrase)
      }
      #expect((1...16).contains(read?.1.rows ?? 0))
    }
  }
}

extension Plan {
  /// The operators in the order of a print.
  var operations: [PlanOperation] { [operation] + inputs.flatMap(\.operations) }
}
