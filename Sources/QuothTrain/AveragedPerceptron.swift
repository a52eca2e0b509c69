internal import Annotation

/// A linear classifier over hashed features, trained by the averaged perceptron (Collins 2002).
///
/// Sums of past weights are kept lazily, so that an update costs what it changes. Rows come from
/// `FeatureHash.row(bits:)`; two features of one row share their weights.
struct AveragedPerceptron {

  /// The logarithm of the number of rows.
  let rowBits: Int
  /// The number of classes.
  let classes: Int

  private var weights: [Float]
  private var sums: [Float]
  /// The number of decisions so far.
  private var step: Float = 0

  init(rowBits: Int, classes: Int) {
    self.rowBits = rowBits
    self.classes = classes
    weights = [Float](repeating: 0, count: classes << rowBits)
    sums = weights
  }

  /// Returns the best of the classes that `allowed` lets through, or the best of all.
  func best(_ rows: [UInt32], scores: inout [Float], allowed: [Bool]? = nil) -> Int {
    score(rows, into: &scores)
    var best = -1
    for index in 0..<classes where allowed?[index] ?? true {
      if best < 0 || scores[index] > scores[best] { best = index }
    }
    return max(best, 0)
  }

  /// Sums the weights of the rows for each class.
  func score(_ rows: [UInt32], into scores: inout [Float]) {
    for index in 0..<classes { scores[index] = 0 }
    for row in rows {
      let base = Int(row) * classes
      for index in 0..<classes { scores[index] += weights[base + index] }
    }
  }

  /// Counts a decision; every one must be counted, the right ones too.
  mutating func count() { step += 1 }

  /// Moves the weights of the rows from `guess` towards `truth`, which must differ.
  mutating func update(_ rows: [UInt32], truth: Int, guess: Int, by amount: Float = 1) {
    for row in rows {
      let base = Int(row) * classes
      weights[base + truth] += amount
      weights[base + guess] -= amount
      sums[base + truth] += amount * step
      sums[base + guess] -= amount * step
    }
  }

  /// The averaged weights.
  func averaged() -> [Float] {
    weights.indices.map { step > 0 ? weights[$0] - sums[$0] / step : weights[$0] }
  }

  /// The section of a `WeightTable` of the averaged weights.
  func quantised() -> [UInt8] {
    Quantiser.table(averaged(), rowBits: rowBits, classes: classes)
  }

  /// The section of a `WeightTable` of what is halfway between the averaged weights and those of
  /// another classifier of the same shape.
  func quantised(with other: AveragedPerceptron) -> [UInt8] {
    let weights = zip(averaged(), other.averaged()).map { ($0 + $1) / 2 }
    return Quantiser.table(weights, rowBits: rowBits, classes: classes)
  }
}
