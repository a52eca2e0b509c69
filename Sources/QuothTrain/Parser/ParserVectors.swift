internal import Annotation

/// The vectors of features while they are learnt.
struct ParserVectors {

  /// The average of the vectors of late.
  private(set) var average: MovingAverage

  private let width: Int
  private var vectors: [Float]
  private var slopes: [Float]
  private var adam: Adam
  private let counts: [Int]

  /// Words that were seen this often are read as unknown half the time; and all sometimes.
  private static let rare: Float = 0.25
  private static let unknown: Float = 0.04

  init(_ shape: ParserShape, _ examples: [ParserExample], _ vectors: [Float]) {
    width = shape.width
    self.vectors = vectors
    average = MovingAverage(vectors)
    slopes = [Float](repeating: 0, count: vectors.count)
    adam = Adam(count: vectors.count)
    var counts = [Int](repeating: 0, count: ParserFeatures.rows)
    for example in examples {
      for row in example.rows { counts[Int(row)] += 1 }
    }
    self.counts = counts
  }

  /// The rows of all words of a group; some words are read as unknown, the rarer the oftener.
  func rows(of group: [ParserExample], _ random: inout SplitMix64) -> [Int32] {
    var rows = group.flatMap(\.rows)
    let rareRows = group.flatMap(\.rareRows)
    for index in stride(from: 0, to: rows.count, by: ParserFeatures.count) {
      let count = Float(counts[Int(rows[index])])
      if random.unit() < Self.rare / (Self.rare + count) || random.unit() < Self.unknown {
        rows[index] = rareRows[index / ParserFeatures.count]
      }
    }
    return rows
  }

  /// The sums of vectors of a number of words.
  func read(_ rows: [Int32], _ size: Int) -> [Float] {
    var input = [Float](repeating: 0, count: size * width)
    unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe vectors.withUnsafeBufferPointer { vectors in
        guard let input = input.baseAddress, let vectors = vectors.baseAddress else { return }
        for (index, row) in rows.enumerated() {
          let word = index / ParserFeatures.count
          unsafe Matrix.addScaled(
            input + word * width, vectors + Int(row) * width, by: 1, count: width)
        }
      }
    }
    return input
  }

  /// Moves the vectors of the words that were read, by the slopes of their sums.
  mutating func learn(_ rows: [Int32], _ inputSlopes: [Float], rate: Float) {
    unsafe slopes.withUnsafeMutableBufferPointer { target in
      unsafe inputSlopes.withUnsafeBufferPointer { source in
        guard let target = target.baseAddress, let source = source.baseAddress else { return }
        for (index, row) in rows.enumerated() {
          let word = index / ParserFeatures.count
          unsafe Matrix.addScaled(
            target + Int(row) * width, source + word * width, by: 1, count: width)
        }
      }
    }
    adam.advance()
    for row in Set(rows).sorted() {
      let start = Int(row) * width
      adam.update(&vectors, &slopes, start..<start + width, rate: rate)
    }
  }

  /// Moves the average towards the vectors.
  mutating func follow() { average.follow(vectors) }
}
