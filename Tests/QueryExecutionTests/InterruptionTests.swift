import Annotation
import CorpusFixture
import CorpusStore
import Diagnostics
import QueryPlanning
import QuerySemantics
import Synchronization
import Testing

@testable import QueryExecution

/// Every operator looks at the wish to stop while it works, not only before.
@Suite struct InterruptionTests {

  /// Documents enough that no operator gets through them at one go.
  private static let corpus: Corpus = {
    let documents = (0..<600).map { number in
      var document = DocumentSketch(
        "d\(number)", date: "2025-01-\(number % 28 + 1)", outlet: "Post \(number % 3)")
      document.addParagraph("a b c d \(number % 7)", "a c e")
      document.addQuote([0..<2, 3..<4], kind: .direct)
      return document.finished()
    }
    return FixtureCorpus.assemble(documents)
  }()

  private var corpus: Corpus { Self.corpus }
  private var names: BoundNames { BoundNames(corpus) }

  /// Counts how often a query looks whether it shall stop.
  private func looks(_ query: BoundQuery) throws -> Int {
    let count = Mutex(0)
    let interruption = Interruption {
      count.withLock { $0 += 1 }
      return false
    }
    _ = try Evaluator(corpus, blockSize: 64).run(
      Planner(corpus).plan(query), rowLimit: 1, interruption: interruption)
    return count.withLock { $0 }
  }

  private func queries() throws -> [String: BoundQuery] {
    let word = try #require(corpus.schema.attribute("word", of: .tokens))
    let a = BoundTokenTest.matches(word, .scalars([0x61...0x61]), .folded)
    let pattern = BoundPattern(
      text: "a []", node: .sequence([.token(a), .labelled(0, .any)]), labelCount: 1,
      constraint: .not(.test(0, a)))
    let c = BoundText.phrase(names.phrase("c"))
    let (quotes, tokens) = (BoundSource.table(.quotes), BoundSource.table(.tokens))
    func having(_ table: Table, _ predicate: BoundPredicate) -> BoundQuery {
      BoundQuery(source: .table(table), steps: [.filter([names.clause(predicate)])])
    }
    let text = BoundSimilarity(text: "a b", words: ["a", "b"])
    return [
      "phrase": BoundQuery(source: .phrase(names.phrase("a", "b"))),
      "pattern": BoundQuery(source: .pattern(pattern)),
      "pattern in a row": having(.sentences, .not(.pattern(pattern))),
      "proximity": having(.sentences, .proximity(.pattern(pattern), .before(.tokens(3)), c)),
      "days": having(.sentences, .proximity(.pattern(pattern), .near(.days(3)), c)),
      "linked": having(
        .documents, .linked(.count(1...2), .tokens, entityType: nil, .pattern(pattern))),
      "near": BoundQuery(source: .region(tokens, .near(.tokens(2)), quotes)),
      "near in days": BoundQuery(source: .region(quotes, .near(.days(2)), tokens)),
      "within": BoundQuery(source: .region(tokens, .within, quotes)),
      "similar": BoundQuery(source: .table(.sentences), steps: [.similar(text)]),
      "to": BoundQuery(source: tokens, steps: [.to(.documents, entityType: nil)]),
      "order": BoundQuery(
        source: tokens,
        steps: [.order([BoundOrder(try names.path("word", .tokens), isDescending: true)])]),
      "sample": BoundQuery(source: tokens, steps: [.sample(9, seed: 1)]),
    ]
  }

  @Test func `every operator looks at the wish to stop again and again`() throws {
    for (name, query) in try queries() {
      #expect(try looks(query) >= 4, "\(name)")
    }
  }

  @Test func `a wish that is made in the midst of the work ends it`() throws {
    for (name, query) in try queries() {
      let all = try looks(query)
      let count = Mutex(0)
      let interruption = Interruption {
        count.withLock { count in
          count += 1
          return count > all / 2
        }
      }
      #expect(throws: Interrupted.self, "\(name)") {
        try Evaluator(corpus, blockSize: 64).run(
          Planner(corpus).plan(query), rowLimit: 1, interruption: interruption)
      }
      #expect(count.withLock { $0 } == all / 2 + 1, "\(name)")
    }
  }
}
