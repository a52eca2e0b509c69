import CorpusFixture
import CorpusStore
import Diagnostics
import QueryPlanning
import QuerySemantics
import TestSupport
import Testing

@testable import QueryExecution

@Suite struct EvaluatorPropertyTests {

  /// How many corpora there are, and how many queries are asked of each: 20,000 pairs and more.
  private static let corpora = 126
  private static let queries = 160

  @Test(arguments: 0..<corpora)
  func `random queries over random corpora give what reading row by row gives`(seed: Int) throws {
    var pairs = RandomPairs(seed: seed)
    var answered = 0
    for number in 0..<Self.queries {
      let (query, expected) = pairs.queries.query()
      if !expected.items.isEmpty { answered += 1 }
      guard let difference = try pairs.difference(query, expected, isRewritten: true) else {
        continue
      }
      Issue.record("seed \(seed) query \(number): \(try pairs.report(query, difference))")
      return
    }
    #expect(answered * 2 >= Self.queries, "seed \(seed): \(answered) queries have an answer")
  }

  @Test(arguments: 0..<20)
  func `rewriting a plan changes nothing that comes out`(seed: Int) throws {
    var pairs = RandomPairs(seed: seed + 1000)
    for number in 0..<100 {
      let (query, expected) = pairs.queries.query()
      for isRewritten in [false, true] {
        let difference = try pairs.difference(query, expected, isRewritten: isRewritten)
        #expect(difference == nil, "seed \(seed) query \(number): \(pairs.print(query))")
      }
    }
  }

  @Test func `random queries use everything that a query can be made of`() {
    var coverage = QueryCoverage()
    for seed in 0..<15 {
      var pairs = RandomPairs(seed: seed)
      for _ in 0..<Self.queries { coverage.add(pairs.queries.query().query) }
    }
    for construct in QueryCoverage.constructs {
      #expect(coverage.counts[construct, default: 0] >= 3, "\(construct)")
    }
    #expect(Set(coverage.counts.keys).subtracting(QueryCoverage.constructs) == [])
  }

  @Test(arguments: 0..<10)
  func `not p keeps exactly the rows that p does not`(seed: Int) throws {
    var pairs = RandomPairs(seed: seed + 2000)
    var forms: [String: Int] = [:]
    let sources =
      Table.allCases.map { BoundSource.table($0) }
      + [.matches, .groups].map {
        pairs.source(of: $0)
      }
    for source in sources {
      for _ in 0..<40 {
        let predicate = pairs.queries.predicate(of: source.rowType, depth: 1)
        forms[QueryCoverage.name(of: predicate), default: 0] += 1
        let (all, yes, no) = (
          try pairs.rows(source, []), try pairs.rows(source, [predicate]),
          try pairs.rows(source, [.not(predicate)])
        )
        #expect(yes.count + no.count == all.count, "seed \(seed): \(source) \(predicate)")
        #expect(Set(yes).isDisjoint(with: no), "seed \(seed): \(source) \(predicate)")
        #expect(Set(yes).union(no) == Set(all), "seed \(seed): \(source) \(predicate)")
      }
    }
    let missing = Set(QueryCoverage.predicates).subtracting(forms.keys)
    #expect(missing == [], "every form of a predicate is negated")
  }
}
