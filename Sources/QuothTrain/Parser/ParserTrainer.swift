internal import Annotation

/// Learns the parser's network by Adam over small groups of sentences.
struct ParserTrainer {

  private let shape: ParserShape
  private var network: ParserNetwork
  private var vectors: [Float]
  private var vectorSlopes: [Float]
  private var adam: Adam
  private var vectorAdam: Adam
  private var gradient: ParserGradient
  private var values: ParserValues
  private var random = SplitMix64(seed: 40)
  private let counts: [Int]

  /// The words of a group.
  private static let groupSize = 320
  private static let highestRate: Float = 0.003
  private static let dropped: Float = 0.2

  init(_ shape: ParserShape, _ examples: [ParserExample], vectors: [Float]? = nil) {
    self.shape = shape
    var random = SplitMix64(seed: 41)
    var parameters = [Float](repeating: 0, count: shape.count)
    func fill(_ start: Int, _ rows: Int, _ columns: Int) {
      let size = (6 / Float(rows + columns)).squareRoot()
      for index in 0..<rows * columns { parameters[start + index] = size * (2 * random.unit() - 1) }
    }
    for layer in 0..<shape.layers {
      fill(shape.matrix(layer), shape.width, shape.gates)
    }
    fill(shape.projection, shape.width, shape.projections)
    fill(shape.root, 8, (shape.arc + shape.relation) / 8)
    fill(shape.output, shape.relation, ParserShape.relations)
    network = ParserNetwork(shape, parameters)
    self.vectors = vectors ?? [Float](repeating: 0, count: ParserFeatures.rows * shape.width)
    vectorSlopes = [Float](repeating: 0, count: self.vectors.count)
    adam = Adam(count: shape.count)
    vectorAdam = Adam(count: self.vectors.count)
    gradient = ParserGradient(shape)
    values = ParserValues(shape)
    var counts = [Int](repeating: 0, count: ParserFeatures.rows)
    for example in examples {
      for row in example.rows { counts[Int(row)] += 1 }
    }
    self.counts = counts
  }

  /// Goes through the examples a number of times; the rate falls to nothing towards the end.
  mutating func train(_ examples: [ParserExample], rounds: Int) {
    var order = Array(examples.indices)
    let total = Float(rounds * examples.count)
    var seen = 0
    for round in 1...rounds {
      random.shuffle(&order)
      gradient = ParserGradient(shape)
      var group: [ParserExample] = []
      var (size, words) = (0, 0)
      for index in order {
        group.append(examples[index])
        size += examples[index].count
        seen += 1
        guard size >= Self.groupSize || index == order.last else { continue }
        let rate = Self.highestRate * min(1, Float(seen) / 2000) * (1 - Float(seen) / total)
        learn(group, size, rate: rate)
        words += size
        (group, size) = ([], 0)
      }
      let right = Double(gradient.right) / Double(max(words, 1))
      report("parser: round \(round), loss \(gradient.loss / Float(max(words, 1))), heads \(right)")
    }
  }

  private mutating func learn(_ group: [ParserExample], _ size: Int, rate: Float) {
    var sentences: [Range<Int>] = []
    for example in group {
      let start = sentences.last?.upperBound ?? 0
      sentences.append(start..<start + example.count)
    }
    let rows = keptRows(group)
    let inputMask = mask(size)
    read(rows, size, inputMask)
    for layer in 0..<shape.layers { network.apply(layer: layer, &values, sentences) }
    let mask = mask(size)
    for index in mask.indices { values.inputs[shape.layers][index] *= mask[index] }
    network.project(&values)
    gradient.add(network, values, sentences, group, mask: mask)
    adam.advance()
    vectorAdam.advance()
    adam.update(&network.parameters, &gradient.parameters, 0..<shape.count, rate: rate)
    spread(rows, size, inputMask, rate)
  }

  /// The rows of all words of a group; -1 stands for a word that is hidden, the rarer the oftener.
  private mutating func keptRows(_ group: [ParserExample]) -> [Int32] {
    var rows = group.flatMap(\.rows)
    for index in stride(from: 0, to: rows.count, by: ParserFeatures.count) {
      let count = Float(counts[Int(rows[index])])
      if random.unit() < 0.5 / (0.5 + count) || random.unit() < 0.05 { rows[index] = -1 }
    }
    return rows
  }

  /// Zeros for what is dropped, and for what stays what makes up for it.
  private mutating func mask(_ size: Int) -> [Float] {
    (0..<size * shape.width).map { _ in
      random.unit() < Self.dropped ? 0 : 1 / (1 - Self.dropped)
    }
  }

  private mutating func read(_ rows: [Int32], _ size: Int, _ mask: [Float]) {
    let width = shape.width
    values.count = size
    var input = [Float](repeating: 0, count: size * width)
    unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe vectors.withUnsafeBufferPointer { vectors in
        guard let input = input.baseAddress, let vectors = vectors.baseAddress else { return }
        for (index, row) in rows.enumerated() where row >= 0 {
          let word = index / ParserFeatures.count
          unsafe Matrix.addScaled(
            input + word * width, vectors + Int(row) * width, by: 1, count: width)
        }
      }
    }
    for index in input.indices { input[index] *= mask[index] }
    values.inputs[0] = input
  }

  /// Moves the vectors of the words that were read.
  private mutating func spread(_ rows: [Int32], _ size: Int, _ mask: [Float], _ rate: Float) {
    let width = shape.width
    var slopes = gradient.input
    for index in slopes.indices { slopes[index] *= mask[index] }
    unsafe vectorSlopes.withUnsafeMutableBufferPointer { target in
      unsafe slopes.withUnsafeBufferPointer { slopes in
        guard let target = target.baseAddress, let slopes = slopes.baseAddress else { return }
        for (index, row) in rows.enumerated() where row >= 0 {
          let word = index / ParserFeatures.count
          unsafe Matrix.addScaled(
            target + Int(row) * width, slopes + word * width, by: 1, count: width)
        }
      }
    }
    for row in Set(rows).sorted() where row >= 0 {
      let start = Int(row) * width
      vectorAdam.update(&vectors, &vectorSlopes, start..<start + width, rate: rate)
    }
  }

  /// The section of the parser.
  func section() -> [UInt8] {
    let sizes = vectors.lazy.filter { $0 != 0 }.map(abs).sorted()
    let most = sizes.isEmpty ? 1 : sizes[sizes.count - 1 - sizes.count / 5000]
    return ParserModel.section(network, vectors: vectors, scale: most / 127)
  }
}
