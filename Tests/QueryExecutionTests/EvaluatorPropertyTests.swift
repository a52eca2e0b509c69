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
    #expect(answered * 3 >= Self.queries, "seed \(seed): \(answered) queries have an answer")
  }

  @Test(arguments: 0..<20)
  func `rewriting a plan changes nothing that comes out`(seed: Int) throws {
    var pairs = RandomPairs(seed: seed + 1000)
    for number in 0..<100 {
      let (query, expected) = pairs.queries.query()
      for isRewritten in [false, true] {
        guard let difference = try pairs.difference(query, expected, isRewritten: isRewritten)
        else { continue }
        Issue.record("seed \(seed) query \(number): \(try pairs.report(query, difference))")
        return
      }
    }
  }

  @Test func `random queries use everything that a query can be made of, and most have an answer`()
  {
    var coverage = QueryCoverage()
    var answered = 0
    let seeds = 0..<15
    for seed in seeds {
      var pairs = RandomPairs(seed: seed)
      for _ in 0..<Self.queries {
        let (query, answer) = pairs.queries.query()
        coverage.add(query)
        if !answer.items.isEmpty { answered += 1 }
      }
    }
    #expect(answered * 2 > seeds.count * Self.queries, "\(answered) queries have an answer")
    for construct in QueryCoverage.constructs {
      #expect(coverage.counts[construct, default: 0] >= 3, "\(construct)")
    }
    #expect(Set(coverage.counts.keys).subtracting(QueryCoverage.constructs) == [])
  }

  @Test(arguments: 0..<6)
  func `not p keeps exactly the rows that p does not, for every form of p`(seed: Int) throws {
    var pairs = RandomPairs(seed: seed + 2000)
    var negated: Set<String> = []
    let sources =
      Table.allCases.map { BoundSource.table($0) }
      + [.matches, .groups].map { pairs.source(of: $0) }
    for source in sources {
      var forms: [String: Int] = [:]
      let all = try pairs.rows(source, [])
      for _ in 0..<(source == .table(.quotes) ? 1000 : 200) {
        let predicate = pairs.queries.predicate(of: source.rowType, depth: 1)
        let form = QueryCoverage.name(of: predicate)
        forms[form, default: 0] += 1
        guard forms[form, default: 0] <= 2 else { continue }
        negated.insert(form)
        let yes = try pairs.rows(source, [predicate])
        let no = try pairs.rows(source, [.not(predicate)])
        #expect(yes.count + no.count == all.count, "seed \(seed): \(source) \(predicate)")
        #expect(Set(yes).isDisjoint(with: no), "seed \(seed): \(source) \(predicate)")
        #expect(Set(yes).union(no) == Set(all), "seed \(seed): \(source) \(predicate)")
      }
    }
    #expect(Set(QueryCoverage.predicates).subtracting(negated) == [])
  }
}
