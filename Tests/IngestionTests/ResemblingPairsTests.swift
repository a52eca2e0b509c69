import Ingestion
import TestSupport
import Testing

@Suite struct ResemblingPairsTests {

  @Test(arguments: 1...200)
  func `the pairs are those of a comparison of all with all`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sets = (0..<60).map { _ in
      let size = Int.random(in: 1...14, using: &random)
      return Array(Set((0..<size).map { _ in UInt32.random(in: 0..<18, using: &random) })).sorted()
    }
    var found: Set<[Int]> = []
    let pairs = ResemblingPairs(NumberSets(sets), fewestWords: 5)
    // As two threads would share the work.
    let middle = pairs.count / 3
    for places in [0..<middle, middle..<pairs.count] {
      var search = pairs.search()
      pairs.visit(places, with: &search) { found.insert([$0, $1].sorted()) }
    }
    var expected: Set<[Int]> = []
    for (a, first) in sets.enumerated() where first.count >= 5 {
      for b in sets.indices where b > a && sets[b].count >= 5 {
        let shared = Set(first).intersection(sets[b]).count
        if 2 * shared >= first.count + sets[b].count - shared { expected.insert([a, b]) }
      }
    }
    #expect(found == expected)
    #expect(!expected.isEmpty)
  }
}
