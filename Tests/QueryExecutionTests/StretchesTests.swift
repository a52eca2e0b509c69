import CorpusFixture
import CorpusStore
import TestSupport
import Testing

@testable import QueryExecution

@Suite struct StretchesTests {

  @Test(arguments: [1, 2, 7, 40, 900], [1, 3, 50, 2000])
  func `rows are parted where their stretches end`(spacing: Int, length: Int) throws {
    var random = SeededGenerator(seed: UInt64(spacing * length))
    var bounds: [UInt32] = [0]
    while let last = bounds.last, last < 60_000 {
      bounds.append(last + 1 + UInt32(random.below(2 * length)))
    }
    let count = Int(bounds.last ?? 0)
    // Some parts of the rows are thick with those that are asked for, others thin.
    let ids = (0..<count).filter { random.below($0 % 10_000 < 5000 ? spacing : 8 * spacing) == 0 }
      .map { RowID(UInt32($0)) }
    var found: [Int: Int] = [:]
    var next = 0
    try Stretches(FrozenArray(bounds)).forEach(of: FrozenArray(ids), Interruption()) {
      stretch, places in
      #expect(places.lowerBound == next && !places.isEmpty)
      next = places.upperBound
      found[stretch] = places.count
    }
    #expect(next == ids.count)
    let expected = Dictionary(
      grouping: ids, by: { FrozenArray(bounds).firstIndex(above: $0.rawValue) - 1 }
    ).mapValues(\.count)
    #expect(found == expected)
  }
}
