import CorpusFixture
import CorpusStore
import QuerySemantics
import Testing

@testable import QueryExecution

/// Rows that are counted by codes and by runs of periods, and the same rows looked at one by one.
@Suite struct GroupCountTests {

  private static let names = ["speaker", "kind", "month", "date", "cue", "document"]

  @Test(arguments: 0..<24)
  func `groups are the same whether rows are counted in runs or one by one`(seed: Int) throws {
    let corpus = RandomCorpus.make(seed: UInt64(seed) + 77, documents: 3 + seed % 9)
    let paths = Self.names.compactMap { self.path($0, corpus) }
    #expect(paths.count == Self.names.count)
    let count = corpus.rowCount(of: .quotes)
    let all = (0..<UInt32(count)).map { RowID($0) }
    let sources: [CountedRows] = [
      .all(.quotes, count: count), .some(Rows(.table(.quotes), all)),
      .some(Rows(.table(.quotes), all.filter { $0.rawValue % 3 == 1 })),
      .listed(.table(.quotes), FrozenArray(all.filter { $0.rawValue % 4 != 1 }), of: nil),
      .some(Rows(.table(.quotes), all.reversed())), .some(Rows(.table(.quotes), [])),
    ]
    for rows in sources {
      for first in paths {
        for keys in [[first]] + paths.map({ [first, $0] }) {
          try compare(rows, keys, corpus)
        }
      }
    }
  }

  @Test(arguments: 0..<12, [1, 2, 5])
  func `the groups that may be first by count are among those kept`(
    seed: Int, limit: Int
  ) throws {
    let corpus = RandomCorpus.make(seed: UInt64(seed) + 177, documents: 9)
    let rows = CountedRows.all(.quotes, count: corpus.rowCount(of: .quotes))
    let path = try #require(self.path("speaker", corpus))
    let execution = execution(corpus, blockSize: 1)
    let whole = try execution.groups(of: rows, by: [path])
    let kept = try execution.groups(of: rows, by: [path], limit: limit)
    let least = whole.counts.sorted(by: >).prefix(limit).last ?? 0
    let wanted = Set(
      whole.counts.indices.filter { whole.counts[$0] >= least }.map {
        whole.keys[0][$0]
      })
    #expect(wanted.isSubset(of: kept.keys[0]))
    #expect(kept.total == whole.counts.count)
  }

  @Test func `the greatest numbers are kept, and the least of them is known`() {
    var greatest = GreatestNumbers(3)
    #expect(greatest.least == 0)
    for number: UInt32 in [4, 9, 1, 7, 9, 2, 8] where number > greatest.least {
      greatest.insert(number)
    }
    #expect(greatest.least == 8)
  }

  private func compare(_ rows: CountedRows, _ keys: [BoundPath], _ corpus: Corpus) throws {
    // Blocks that are longer than all rows leave nothing to be counted in runs.
    let quick = execution(corpus, blockSize: 1)
    let plain = execution(corpus, blockSize: 1 << 20)
    let expected = groups(try plain.groups(of: rows, by: keys))
    let names = keys.map(\.text)
    let found = groups(try quick.groups(of: rows, by: keys))
    let count = try quick.groupCount(of: rows, by: keys)
    #expect(found == expected, "\(names)")
    #expect(count == expected.count, "\(names)")
  }

  private func groups(_ counts: GroupCounts) -> [[Int64]: Int64] {
    var groups: [[Int64]: Int64] = [:]
    for group in counts.counts.indices {
      groups[counts.keys.map { $0[group] }, default: 0] += counts.counts[group]
    }
    return groups
  }

  private func execution(_ corpus: Corpus, blockSize: Int) -> Execution {
    Execution(
      evaluator: Evaluator(corpus, blockSize: blockSize),
      recorder: ExecutionRecorder(operators: 1), interruption: Interruption())
  }

  private func path(_ name: String, _ corpus: Corpus) -> BoundPath? {
    guard name == "month" || name == "date" else {
      return corpus.schema.attribute(name, of: .quotes).map {
        BoundPath(target: .attribute($0), text: name)
      }
    }
    guard let document = corpus.schema.attribute("document", of: .quotes),
      let date = corpus.schema.attribute("date", of: .documents)
    else { return nil }
    return BoundPath(
      hops: [document], target: .attribute(date), part: name == "month" ? .month : nil, text: name)
  }
}
