import CorpusFixture
import CorpusStore
import TestSupport
import Testing

@testable import QueryExecution

@Suite struct CodeSortTests {

  private let interruption = Interruption()

  @Test(arguments: [0, 1, 2, 1000, 5000], [0, 1, 2047, 2048, 1 << 21, UInt32.max - 1])
  func `codes are put in order, whatever the greatest is`(count: Int, greatest: UInt32) throws {
    var random = SeededGenerator(seed: UInt64(count) + UInt64(greatest))
    let codes = (0..<count).map { _ in UInt32.random(in: 0...greatest, using: &random) }
    var sorted = codes
    try CodeSort.sort(&sorted, greatest: greatest, interruption)
    #expect(sorted == codes.sorted())
  }

  @Test(arguments: [nil, 1, 3, 10_000])
  func `few rows of a column of many codes are counted as many are`(limit: Int?) throws {
    var random = SeededGenerator(seed: 5)
    // Each code is there, and the first ones are met more often.
    let codes = (0..<9000).map { (row: Int) -> UInt32 in
      if row % 7 == 0 { return CodeColumn.missing }
      return UInt32(row < 6000 ? row : random.below(1 + random.below(6000)))
    }
    let column = CodeColumn(codes, domain: .symbols)
    for count in [0, 1, 40, 1200] {
      let ids = (0..<count).map { RowID(UInt32(8999 - $0 * 7 / 2)) }
      let found = try CodeCounts(
        of: column, .some(Rows(.table(.quotes), ids)), few: 1, limit: limit, interruption)
      var expected: [UInt32: Int64] = [:]
      for id in ids { expected[column.values[id.index], default: 0] += 1 }
      #expect(found.missing == expected.removeValue(forKey: CodeColumn.missing) ?? 0)
      #expect(found.total == expected.count + (found.missing > 0 ? 1 : 0))
      #expect(found.codes == found.codes.sorted())
      let least = limit.map { expected.values.sorted(by: >).prefix($0).last ?? 0 } ?? 0
      for (code, count) in expected where count >= least { #expect(found.codes.contains(code)) }
      for (place, code) in found.codes.enumerated() {
        #expect(found.counts[place] == expected[code])
      }
    }
  }
}
