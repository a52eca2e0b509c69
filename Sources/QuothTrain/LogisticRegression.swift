#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

internal import Annotation

/// A logistic regression over hashed features of two values.
///
/// Trained by stochastic gradients with a rate for each weight (AdaGrad; Duchi, Hazan and Singer
/// 2011); the order of the examples comes from a fixed seed.
struct LogisticRegression {

  private var weights: [Float]
  private var squares: [Float]
  private var bias: Float = 0
  private let rowBits: Int

  /// An example: the rows of its features, and whether the answer is yes.
  typealias Example = (rows: [UInt32], isTrue: Bool)

  init(rowBits: Int) {
    self.rowBits = rowBits
    weights = [Float](repeating: 0, count: 1 << rowBits)
    squares = weights
  }

  /// The score of features: the logarithm of the odds.
  func score(_ rows: [UInt32]) -> Float {
    var sum = bias
    for row in rows { sum += weights[Int(row)] }
    return sum
  }

  /// Learns from examples.
  mutating func train(_ examples: [Example], epochs: Int, rate: Float) {
    var order = Array(examples.indices)
    var random = SplitMix64(seed: 7)
    for _ in 0..<epochs {
      random.shuffle(&order)
      for index in order { learn(examples[index], rate) }
    }
  }

  private mutating func learn(_ example: Example, _ rate: Float) {
    let error = Self.probability(score(example.rows)) - (example.isTrue ? 1 : 0)
    bias -= rate * 0.02 * error
    for row in example.rows {
      let index = Int(row)
      let slope = error + Self.shrinking * weights[index]
      squares[index] += slope * slope
      weights[index] -= rate * slope / (0.001 + squares[index].squareRoot())
    }
  }

  private static let shrinking: Float = 1e-5

  /// The probability of a score.
  static func probability(_ score: Float) -> Float { 1 / (1 + Float(exp(Double(-score)))) }

  /// The section that `HashedWeights` reads.
  func quantised() -> [UInt8] {
    let scale = Quantiser.scale(of: weights)
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt32(rowBits))
    bytes.append(littleEndian: scale)
    bytes.append(littleEndian: bias)
    bytes += repeatElement(0, count: WeightTable.headerLength - bytes.count)
    return bytes + weights.map { UInt8(bitPattern: Quantiser.step($0, scale)) }
  }
}
