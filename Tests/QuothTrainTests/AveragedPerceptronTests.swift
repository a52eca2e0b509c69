import Annotation
import Testing

@testable import QuothTrain

@Suite struct AveragedPerceptronTests {

  @Test func `what is learnt is there after quantising`() throws {
    var model = AveragedPerceptron(rowBits: 6, classes: 3)
    var scores = [Float](repeating: 0, count: 3)
    var random = SplitMix64(seed: 1)
    for _ in 0..<200 {
      let truth = random.below(3)
      let rows = rows(truth, noise: random.below(20))
      let guess = model.best(rows, scores: &scores)
      model.count()
      if guess != truth { model.update(rows, truth: truth, guess: guess) }
    }
    let table = try #require(WeightTable(ModelBytes(model.quantised())))
    for truth in 0..<3 {
      var sums = table.makeScores()
      table.sum(rows(truth, noise: 21), into: &sums)
      #expect(sums[..<3].max() == sums[truth])
    }
  }

  @Test func `a shuffle is the same each time and loses nothing`() {
    var (first, second) = (Array(0..<50), Array(0..<50))
    var (one, other) = (SplitMix64(seed: 7), SplitMix64(seed: 7))
    one.shuffle(&first)
    other.shuffle(&second)
    #expect(first == second)
    #expect(first != Array(0..<50))
    #expect(first.sorted() == Array(0..<50))
  }

  private func rows(_ truth: Int, noise: Int) -> [UInt32] {
    [FeatureHash(0).with(UInt64(truth)), FeatureHash(1).with(UInt64(noise))].map { $0.row(bits: 6) }
  }
}
