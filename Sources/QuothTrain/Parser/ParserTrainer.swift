internal import Annotation

/// Learns the parser's network by Adam over small groups of sentences; what ships is the average of
/// what was learnt of late.
struct ParserTrainer {

  private let shape: ParserShape
  private var network: ParserNetwork
  private var vectors: ParserVectors
  private var adam: Adam
  private var average: MovingAverage
  private var gradient: ParserGradient
  private var values: ParserValues
  private var random: SplitMix64
  private var steps = 0

  /// The words of a group.
  private static let groupSize = 320
  /// The groups between two looks at the averages.
  private static let pause = 16
  private static let highestRate: Float = 0.003
  /// The share of numbers that are hidden in what is read, before layers, and before projections.
  private static let (dropped, droppedBetween, droppedLast): (Float, Float, Float) =
    (0.25, 0.15, 0.33)

  /// Starts with vectors of features; networks of different seeds err in different places.
  init(_ shape: ParserShape, _ examples: [ParserExample], vectors: [Float], seed: UInt64) {
    self.shape = shape
    random = SplitMix64(seed: seed)
    network = ParserNetwork(shape, Self.start(shape, seed: seed + 1))
    self.vectors = ParserVectors(shape, examples, vectors)
    adam = Adam(count: shape.count)
    average = MovingAverage(network.parameters)
    gradient = ParserGradient(shape)
    values = ParserValues(shape)
  }

  /// Small random parameters, by the sizes of matrices (Glorot and Bengio 2010).
  private static func start(_ shape: ParserShape, seed: UInt64) -> [Float] {
    var random = SplitMix64(seed: seed)
    var parameters = [Float](repeating: 0, count: shape.count)
    func fill(_ start: Int, _ rows: Int, _ columns: Int) {
      let size = (6 / Float(rows + columns)).squareRoot()
      for index in 0..<rows * columns { parameters[start + index] = size * (2 * random.unit() - 1) }
    }
    for layer in 0..<shape.layers {
      fill(shape.matrix(layer), shape.width, shape.gates)
      for index in 0..<2 * shape.width {
        parameters[shape.shares(layer) + index] = 0.2 * (2 * random.unit() - 1)
      }
    }
    fill(shape.tagging, shape.width, ParserShape.foretold)
    fill(shape.projection, shape.width, shape.projections)
    fill(shape.root, 8, (shape.arc + shape.relation) / 8)
    fill(shape.output, shape.relation, ParserShape.relations)
    return parameters
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
      let loss = gradient.loss / Float(max(words, 1))
      let right = Double(gradient.right) / Double(max(words, 1))
      report("parser: round \(round), loss \(loss), heads \(right)")
    }
  }

  private mutating func learn(_ group: [ParserExample], _ size: Int, rate: Float) {
    var sentences: [Range<Int>] = []
    for example in group {
      let start = sentences.last?.upperBound ?? 0
      sentences.append(start..<start + example.count)
    }
    let rows = vectors.rows(of: group, &random)
    let inputMask = mask(size, Self.dropped)
    values.count = size
    values.inputs[0] = vectors.read(rows, size)
    hide(&values.inputs[0], inputMask)
    var masks: [[Float]] = []
    for layer in 0..<shape.layers {
      network.mix(layer: layer, &values, sentences)
      masks.append(mask(size, Self.droppedBetween))
      hide(&values.mixed[layer], masks[layer])
      network.apply(layer: layer, &values, sentences)
    }
    masks.append(mask(size, Self.droppedLast))
    hide(&values.inputs[shape.layers], masks[shape.layers])
    network.project(&values)
    gradient.add(network, values, sentences, group, masks: masks)
    adam.advance()
    adam.update(&network.parameters, &gradient.parameters, 0..<shape.count, rate: rate)
    var slopes = gradient.input
    hide(&slopes, inputMask)
    vectors.learn(rows, slopes, rate: rate)
    steps += 1
    if steps.isMultiple(of: Self.pause) {
      average.follow(network.parameters)
      vectors.follow()
    }
  }

  /// Zeros for what is hidden, and for what stays what makes up for it.
  ///
  /// Dropout (Srivastava et al. 2014).
  private mutating func mask(_ size: Int, _ dropped: Float) -> [Float] {
    (0..<size * shape.width).map { _ in random.unit() < dropped ? 0 : 1 / (1 - dropped) }
  }

  private func hide(_ values: inout [Float], _ mask: [Float]) {
    for index in mask.indices { values[index] *= mask[index] }
  }

  /// The section of the parser.
  func section() -> [UInt8] {
    ParserModel.section(ParserNetwork(shape, average.values), vectors: vectors.average.values)
  }
}
