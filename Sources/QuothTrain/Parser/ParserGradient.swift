internal import Annotation

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The slope of the parser's loss: the cross entropy of heads, and of relations under true heads.
struct ParserGradient {

  /// The slope by each parameter of the network, summed.
  var parameters: [Float]
  /// The slope by what the first layer reads: words × width.
  private(set) var input: [Float] = []
  /// The loss so far, and the number of right heads.
  private(set) var loss: Float = 0
  private(set) var right = 0

  let shape: ParserShape
  var projections: [Float] = []
  private var scores: [Float] = []
  private var hidden: [Float] = []
  private var relationScores: [Float] = []

  init(_ shape: ParserShape) {
    self.shape = shape
    parameters = [Float](repeating: 0, count: shape.count)
  }

  /// Adds the slope of sentences, whose values the network has just found; `mask` was put on what
  /// the projections read.
  mutating func add(
    _ network: ParserNetwork, _ values: ParserValues, _ sentences: [Range<Int>],
    _ examples: [ParserExample], mask: [Float]
  ) {
    projections = [Float](repeating: 0, count: values.count * shape.projections)
    let tags = examples.flatMap(\.tags)
    for (sentence, example) in zip(sentences, examples) {
      addHeads(network, values, sentence, tags, example)
      for word in 0..<example.count { addRelation(network, values, sentence, example, word) }
    }
    for word in 0..<values.count {
      let start = word * shape.projections + shape.arc
      for index in start..<start + shape.arc where values.projections[index] <= 0 {
        projections[index] = 0
      }
    }
    input = [Float](repeating: 0, count: values.count * shape.width)
    goBack(
      projections, through: network, values.inputs[shape.layers], shape.projection,
      shape.projectionBias, shape.projections, values.count)
    for index in input.indices { input[index] *= mask[index] }
    for layer in (0..<shape.layers).reversed() { goBack(layer, network, values, sentences) }
  }

  /// Turns scores into the slope of the cross entropy, and returns the loss.
  private static func soften(
    _ scores: inout [Float], _ range: Range<Int>, truth: Int, without: Int = -1
  ) -> (loss: Float, isRight: Bool) {
    var most = -Float.infinity
    for index in range where index != without { most = max(most, scores[index]) }
    let isRight = scores[truth] >= most
    var sum: Float = 0
    for index in range {
      scores[index] = index == without ? 0 : expf(scores[index] - most)
      sum += scores[index]
    }
    for index in range { scores[index] /= sum }
    let loss = -logf(max(scores[truth], 1e-12))
    scores[truth] -= 1
    return (loss, isRight)
  }

  private mutating func addHeads(
    _ network: ParserNetwork, _ values: ParserValues, _ sentence: Range<Int>, _ tags: [UInt8],
    _ example: ParserExample
  ) {
    let (count, step) = (sentence.count, sentence.count + 1)
    network.scoreHeads(values, sentence, tags: tags, into: &scores)
    for word in 0..<count {
      let row = word * step..<(word + 1) * step
      let head = example.heads[word] < 0 ? count : example.heads[word]
      let (cost, isRight) = Self.soften(
        &scores, row, truth: row.lowerBound + head, without: row.lowerBound + word)
      loss += cost
      right += isRight ? 1 : 0
      for head in 0...count where head != word {
        addPair(network, values, sentence, tags, word, head, scores[row.lowerBound + head])
      }
    }
  }

  private mutating func addPair(
    _ network: ParserNetwork, _ values: ParserValues, _ sentence: Range<Int>, _ tags: [UInt8],
    _ word: Int, _ head: Int, _ slope: Float
  ) {
    guard abs(slope) > 1e-5 else { return }
    let isRoot = head == sentence.count
    let pair = ParserShape.pair(
      tag: tags[sentence.lowerBound + word],
      headTag: isRoot ? 17 : tags[sentence.lowerBound + head], distance: isRoot ? 0 : head - word)
    parameters[shape.pairs + pair] += slope
    let dependent = (sentence.lowerBound + word) * shape.projections
    let other = (sentence.lowerBound + head) * shape.projections + shape.arc
    unsafe projections.withUnsafeMutableBufferPointer { slopes in
      unsafe values.projections.withUnsafeBufferPointer { values in
        unsafe parameters.withUnsafeMutableBufferPointer { parameters in
          unsafe network.parameters.withUnsafeBufferPointer { weights in
            guard let slopes = slopes.baseAddress, let values = values.baseAddress,
              let parameters = parameters.baseAddress, let weights = weights.baseAddress
            else { return }
            let value = unsafe isRoot ? weights + shape.root : values + other
            let target = unsafe isRoot ? parameters + shape.root : slopes + other
            unsafe Matrix.addScaled(slopes + dependent, value, by: slope, count: shape.arc)
            unsafe Matrix.addScaled(target, values + dependent, by: slope, count: shape.arc)
          }
        }
      }
    }
  }

  private mutating func addRelation(
    _ network: ParserNetwork, _ values: ParserValues, _ sentence: Range<Int>,
    _ example: ParserExample, _ word: Int
  ) {
    let isRoot = example.heads[word] < 0
    let head = isRoot ? -1 : sentence.lowerBound + example.heads[word]
    network.scoreRelations(
      values, word: sentence.lowerBound + word, head: head, hidden: &hidden, scores: &relationScores
    )
    let all = 0..<DependencyRelation.allCases.count
    loss += Self.soften(&relationScores, all, truth: example.relations[word]).loss
    for index in all.upperBound..<ParserShape.relations { relationScores[index] = 0 }
    let own = (sentence.lowerBound + word) * shape.projections + 2 * shape.arc
    let other = head * shape.projections + 2 * shape.arc + shape.relation
    let columns = ParserShape.relations
    unsafe parameters.withUnsafeMutableBufferPointer { parameters in
      unsafe network.parameters.withUnsafeBufferPointer { weights in
        unsafe relationScores.withUnsafeBufferPointer { scores in
          guard let parameters = parameters.baseAddress, let weights = weights.baseAddress,
            let scores = scores.baseAddress
          else { return }
          unsafe Matrix.addScaled(parameters + shape.outputBias, scores, by: 1, count: columns)
          for row in 0..<shape.relation where hidden[row] > 0 {
            let place = shape.output + row * columns
            unsafe Matrix.addScaled(parameters + place, scores, by: hidden[row], count: columns)
            let slope = unsafe Matrix.dot(weights + place, scores, count: columns)
            projections[own + row] += slope
            if isRoot {
              unsafe parameters[shape.root + shape.arc + row] += slope
            } else {
              projections[other + row] += slope
            }
          }
        }
      }
    }
  }

  /// Goes back through a layer: the slope by its gates, then by its parameters and what it read.
  private mutating func goBack(
    _ layer: Int, _ network: ParserNetwork, _ values: ParserValues, _ sentences: [Range<Int>]
  ) {
    let (width, columns, half) = (shape.width, shape.gates, shape.width / 2)
    var slopes = [Float](repeating: 0, count: values.count * columns)
    let (gates, states) = (values.gates[layer], values.states[layer])
    for sentence in sentences {
      for column in 0..<width {
        let isForward = column < half
        var carried: Float = 0
        for step in (0..<sentence.count).reversed() {
          let word = isForward ? sentence.lowerBound + step : sentence.upperBound - 1 - step
          let before = isForward ? word - 1 : word + 1
          let gate = word * columns + column
          let (new, keep, show) = (gates[gate], gates[gate + width], gates[gate + 2 * width])
          let last = step > 0 ? states[before * width + column] : 0
          let slope = input[word * width + column]
          let state = slope * show + carried
          carried = state * keep
          slopes[gate] = state * (1 - keep) * Self.bend(new)
          slopes[gate + width] = state * (last - new) * Self.bendGate(keep)
          slopes[gate + 2 * width] =
            slope * states[word * width + column] * Self.bendGate(show)
        }
      }
    }
    goBack(
      slopes, through: network, values.inputs[layer], shape.matrix(layer), shape.bias(layer),
      columns, values.count)
  }

  /// The slope of x/(1+|x|) where it has this value, and of the gate made of it.
  private static func bend(_ value: Float) -> Float { (1 - abs(value)) * (1 - abs(value)) }
  private static func bendGate(_ value: Float) -> Float { 0.5 * bend(2 * value - 1) }

  /// Goes back through a product: adds to the slopes by its matrix and bias, and to `input`.
  private mutating func goBack(
    _ slopes: [Float], through network: ParserNetwork, _ read: [Float], _ matrix: Int, _ bias: Int,
    _ columns: Int, _ count: Int
  ) {
    let width = shape.width
    var turned = [Float](repeating: 0, count: width * columns)
    for row in 0..<width {
      for column in 0..<columns {
        turned[column * width + row] = network.parameters[matrix + row * columns + column]
      }
    }
    unsafe slopes.withUnsafeBufferPointer { slopes in
      unsafe read.withUnsafeBufferPointer { read in
        unsafe turned.withUnsafeBufferPointer { turned in
          unsafe parameters.withUnsafeMutableBufferPointer { parameters in
            unsafe input.withUnsafeMutableBufferPointer { input in
              guard let slopes = slopes.baseAddress, let read = read.baseAddress,
                let turned = turned.baseAddress, let parameters = parameters.baseAddress,
                let input = input.baseAddress
              else { return }
              unsafe Matrix.addProduct(
                parameters + matrix, read, rowStep: 1, columnStep: width, slopes, n: width,
                k: count, m: columns)
              for word in 0..<count {
                unsafe Matrix.addScaled(
                  parameters + bias, slopes + word * columns, by: 1, count: columns)
              }
              unsafe Matrix.addProduct(
                input, slopes, rowStep: columns, columnStep: 1, turned, n: count, k: columns,
                m: width)
            }
          }
        }
      }
    }
  }
}
