import TestSupport
import CorpusFixture
import Testing

@testable import QueryExecution

@Suite struct FirstPlacesTests {

  @Test(arguments: [0, 1, 2, 7, 64, 500, 900], 0..<3)
  func `the first places are those of a full sort`(limit: Int, seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let values = (0..<500).map { _ in random.below(60) }
    func precedes(_ a: Int, _ b: Int) -> Bool { (values[a], a) < (values[b], b) }
    let all = try MergeSort.sorted(count: 500, interruption: Interruption(), by: precedes)
    #expect(all == (0..<500).sorted(by: precedes))
    let first = try FirstPlaces.select(
      limit, of: 500, interruption: Interruption(), by: precedes)
    #expect(first == Array(all.prefix(limit)))
  }

  @Test func `many runs are merged into one order`() throws {
    var random = SeededGenerator(seed: 1)
    let values = (0..<100_000).map { _ in random.below(1000) }
    func precedes(_ a: Int, _ b: Int) -> Bool { (values[a], a) < (values[b], b) }
    let sorted = try MergeSort.sorted(count: 100_000, interruption: Interruption(), by: precedes)
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { precedes($0, $1) })
  }

  @Test func `a sort that is asked to stop does so`() {
    let interruption = Interruption()
    interruption.request()
    #expect(throws: Interrupted.self) {
      try MergeSort.sorted(count: 100_000, interruption: interruption, by: <)
    }
  }
}
