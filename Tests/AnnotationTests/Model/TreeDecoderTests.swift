import Annotation
import Testing

@Suite struct TreeDecoderTests {

  /// Every choice of heads for a number of words that is one tree; a root is its own head.
  private static func trees(_ count: Int) -> [[Int]] {
    var choices: [[Int]] = [[]]
    for _ in 0..<count { choices = choices.flatMap { heads in (0..<count).map { heads + [$0] } } }
    return choices.filter { isTree($0) }
  }

  private static func isTree(_ heads: [Int]) -> Bool {
    guard heads.indices.count(where: { heads[$0] == $0 }) == 1 else { return false }
    return heads.indices.allSatisfy { start in
      var word = start
      for _ in heads { word = heads[word] }
      return heads[word] == word
    }
  }

  private static func score(_ heads: [Int], _ scores: [Float]) -> Float {
    heads.enumerated().reduce(0) { sum, pair in
      let head = pair.element == pair.offset ? heads.count : pair.element
      return sum + scores[pair.offset * (heads.count + 1) + head]
    }
  }

  /// Scores from a small congruential generator.
  private static func scores(_ count: Int, seed: UInt32) -> [Float] {
    var state = seed
    return (0..<count * (count + 1)).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return Float(state >> 16) / 65536
    }
  }

  @Test(arguments: 1...5)
  func `whatever the scores, heads are the best tree`(count: Int) {
    let trees = Self.trees(count)
    var decoder = TreeDecoder()
    for seed in 1...40 {
      let scores = Self.scores(count, seed: UInt32(seed * 977 + count))
      decoder.decode(scores, count: count, step: count + 1)
      #expect(Self.isTree(decoder.heads))
      let best = trees.map { Self.score($0, scores) }.max() ?? 0
      #expect(abs(Self.score(decoder.heads, scores) - best) < 0.0001)
    }
  }

  @Test(arguments: [40, 160])
  func `many words make one tree`(count: Int) {
    var decoder = TreeDecoder()
    for seed in 1...5 {
      let scores = Self.scores(count, seed: UInt32(seed))
      decoder.decode(scores, count: count, step: count + 1)
      #expect(Self.isTree(decoder.heads))
    }
    decoder.decode([Float](repeating: .nan, count: 12), count: 3, step: 4)
    #expect(decoder.heads.count == 3)
  }

  @Test func `a cycle is opened where that costs least`() {
    var decoder = TreeDecoder()
    // Words 1 and 2 want each other; word 2 gives way to word 0, which is the root.
    let scores: [Float] = [
      0, 1, 1, 9,
      2, 0, 8, 0,
      5, 7, 0, 0,
    ]
    decoder.decode(scores, count: 3, step: 4)
    #expect(decoder.heads == [0, 2, 0])
  }

  @Test func `no words have no heads, and too few scores give none`() {
    var decoder = TreeDecoder()
    decoder.decode([], count: 0, step: 1)
    #expect(decoder.heads.isEmpty)
    decoder.decode([1, 2], count: 3, step: 4)
    #expect(decoder.heads.isEmpty)
  }
}
