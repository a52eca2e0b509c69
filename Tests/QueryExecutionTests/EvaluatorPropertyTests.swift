import TestSupport
import CorpusFixture
import CorpusStore
import Diagnostics
import QueryPlanning
import QuerySemantics
import Testing

@testable import QueryExecution

@Suite struct EvaluatorPropertyTests {

  @Test(arguments: 0..<40)
  func `random queries over random corpora give what reading row by row gives`(
    seed: Int
  ) throws {
    let corpus = RandomCorpus.make(seed: UInt64(seed), documents: 1 + seed % 9)
    let evaluator = Evaluator(corpus, blockSize: [1, 2, 63, 64, 65][seed % 5])
    var queries = RandomQuery(corpus: corpus, random: SeededGenerator(seed: UInt64(seed) + 1000))
    for number in 0..<55 {
      let query = queries.query()
      let expected = ReferenceEvaluator(corpus: corpus).rows(of: query)
      let planner = Planner(corpus)
      let logical = planner.logicalPlan(of: query)
      for plan in [logical, planner.rewritten(logical)] {
        let rows = try evaluator.rows(plan)
        #expect(
          agrees(rows, expected, corpus), "seed \(seed) query \(number): \(query) PLAN \(plan)")
      }
    }
  }

  @Test func `random queries are worth asking: most have rows`() {
    let corpus = RandomCorpus.make(seed: 5, documents: 8)
    var queries = RandomQuery(corpus: corpus, random: SeededGenerator(seed: 9))
    let reference = ReferenceEvaluator(corpus: corpus)
    let sizes = (0..<200).map { _ in reference.rows(of: queries.query()).items.count }
    #expect(sizes.count { $0 > 0 } > 80, "\(sizes)")
  }

  @Test(arguments: 0..<10)
  func `not p keeps exactly the rows that p does not`(seed: Int) throws {
    let corpus = RandomCorpus.make(seed: UInt64(seed) + 77, documents: 6)
    let evaluator = Evaluator(corpus)
    var queries = RandomQuery(corpus: corpus, random: SeededGenerator(seed: UInt64(seed)))
    for table in Table.allCases {
      let predicate = queries.predicate(of: .table(table), depth: 2)
      let (yes, no) = (
        try rows(evaluator, table, predicate), try rows(evaluator, table, .not(predicate))
      )
      #expect((yes + no).sorted() == (0..<UInt32(corpus.rowCount(of: table))).map { RowID($0) })
    }
  }

  private func rows(
    _ evaluator: Evaluator, _ table: Table, _ predicate: BoundPredicate
  ) throws -> [RowID] {
    let clause = BoundClause(predicate, at: SourceRange(0, 0))
    let query = BoundQuery(source: .table(table), steps: [.filter([clause])])
    let plan = Planner(evaluator.corpus).plan(query)
    return try evaluator.rows(plan).ids
  }

  private func agrees(_ rows: Rows, _ expected: ReferenceEvaluator.Result, _ corpus: Corpus) -> Bool
  {
    switch rows.kind {
    case .table(let table):
      return expected.kind == .table(table) && rows.ids.map(\.index) == expected.items.map(\.id)
    case .matches:
      return expected.kind == .matches && rows.ids.map(\.index) == expected.items.map(\.id)
        && rows.ends.map(Int.init) == expected.items.map(\.end)
    case .groups(let groups):
      let reference = ReferenceEvaluator(corpus: corpus)
      let wanted = expected.items.map { item in item.group.map { $0.map(reference.shown) } }
      let found = rows.ids.map { id in
        groups.columns.map { column in
          column.keys[id.index] == GroupValues.missing
            ? nil : column.reading.text(of: column.keys[id.index])
        }
      }
      return expected.kind == .groups && found == wanted
    }
  }
}
