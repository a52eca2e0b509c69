import CorpusStore
import Testing

@Suite struct ParallelMapTests {

  @Test(arguments: [0, 1, 2, 3, 1_000], [0, 1, 2, 8])
  func `results come in the order of the inputs`(count: Int, threadCount: Int) {
    let results = ParallelMap.run(Array(0..<count), threadCount: threadCount) { "\($0)" }
    #expect(results == (0..<count).map { "\($0)" })
  }
}
