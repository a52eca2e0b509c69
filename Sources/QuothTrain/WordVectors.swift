internal import Annotation

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Vectors of words that foretell their neighbours, each place beside the word by its own table.
///
/// Skip-grams with negative samples (Mikolov et al. 2013), structured (Ling et al. 2015).
/// Words that the vocabulary does not know have none, and are looked over.
struct WordVectors {

  private let width: Int
  private var vectors: [Float]
  private var contexts: [Float]
  private var random = SplitMix64(seed: 60)
  /// Words to draw at random, the frequent ones oftener, by the power 3/4 of their counts.
  private var urn: [Int32] = []
  private var kept: [Float] = []

  private static let places = [-2, -1, 1, 2]
  private static let negatives = 3
  private static let highestRate: Float = 0.05
  /// The share of a text that a word may have before some of its places are passed over.
  private static let threshold: Float = 0.0005

  init(width: Int) {
    self.width = width
    let count = ParserFeatures.wordRows
    var random = SplitMix64(seed: 61)
    vectors = (0..<count * width).map { _ in (random.unit() - 0.5) / Float(width) }
    contexts = [Float](repeating: 0, count: count * width * Self.places.count)
  }

  /// Learns from a text, where zero parts lines.
  mutating func learn(_ text: [UInt32], _ vocabulary: Vocabulary) {
    let rows = text.map { hash in
      hash == 0 ? -1 : ParserFeatures.row(ofKnown: vocabulary.entry(of: hash).known) ?? 0
    }
    count(rows)
    var slope = [Float](repeating: 0, count: width)
    for (index, row) in rows.enumerated() where row >= 0 {
      guard random.unit() < kept[Int(row)] else { continue }
      let rate = Self.highestRate * max(0.02, 1 - Float(index) / Float(rows.count))
      for (place, offset) in Self.places.enumerated() {
        let other = index + offset
        guard rows.indices.contains(other), rows[other] >= 0,
          abs(offset) == 1 || rows[index + offset / 2] >= 0
        else { continue }
        foretell(Int(row), Int(rows[other]), place, rate, &slope)
      }
    }
  }

  private mutating func count(_ rows: [Int32]) {
    var counts = [Int](repeating: 0, count: ParserFeatures.wordRows)
    for row in rows where row >= 0 { counts[Int(row)] += 1 }
    let total = Float(counts.reduce(0, +))
    kept = counts.map { min(1, (Self.threshold * total / Float(max($0, 1))).squareRoot()) }
    let weights = counts.map { powf(Float($0), 0.75) }
    let sum = weights.reduce(0, +)
    urn = weights.indices.flatMap { row in
      repeatElement(Int32(row), count: Int(weights[row] / sum * Float(1 << 20)))
    }
  }

  private mutating func foretell(
    _ row: Int, _ truth: Int, _ place: Int, _ rate: Float, _ slope: inout [Float]
  ) {
    let table = place * ParserFeatures.wordRows
    for index in slope.indices { slope[index] = 0 }
    for sample in 0...Self.negatives {
      let other = sample == 0 ? truth : Int(urn[random.below(urn.count)])
      if sample > 0, other == truth { continue }
      let context = (table + other) * width
      unsafe vectors.withUnsafeMutableBufferPointer { vectors in
        unsafe contexts.withUnsafeMutableBufferPointer { contexts in
          unsafe slope.withUnsafeMutableBufferPointer { slope in
            guard let vectors = vectors.baseAddress, let contexts = contexts.baseAddress,
              let slope = slope.baseAddress
            else { return }
            let product = unsafe Matrix.dot(vectors + row * width, contexts + context, count: width)
            let guess = 1 / (1 + expf(-product))
            let step = rate * ((sample == 0 ? 1 : 0) - guess)
            unsafe Matrix.addScaled(slope, contexts + context, by: step, count: width)
            unsafe Matrix.addScaled(
              contexts + context, vectors + row * width, by: step, count: width)
          }
        }
      }
    }
    for index in 0..<width { vectors[row * width + index] += slope[index] }
  }

  /// The vectors of all features of the parser: those of words with a given spread, the others zero.
  func parserVectors(spread: Float) -> [Float] {
    let mean = vectors.reduce(0) { $0 + $1 * $1 } / Float(vectors.count)
    let scale = spread / max(mean.squareRoot(), 1e-6)
    return vectors.map { $0 * scale }
      + repeatElement(0, count: (ParserFeatures.rows - ParserFeatures.wordRows) * width)
  }
}
