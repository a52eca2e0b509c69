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
  var input: [Float] = []
  /// The loss so far, and the number of right heads.
  private(set) var loss: Float = 0
  private(set) var right = 0

  /// The weight of foretelling a part of speech beside finding a head.
  private static let tagWeight: Float = 0.3

  let shape: ParserShape
  var projections: [Float] = []
  private var scores: [Float] = []
  private var hidden: [Float] = []
  private var relationScores: [Float] = []

  init(_ shape: ParserShape) {
    self.shape = shape
    parameters = [Float](repeating: 0, count: shape.count)
  }

  /// Adds the slope of sentences, whose values the network has just found; `masks` were put on what
  /// each layer's matrix read, and at last the projections.
  mutating func add(
    _ network: ParserNetwork, _ values: ParserValues, _ sentences: [Range<Int>],
    _ examples: [ParserExample], masks: [[Float]]
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
    input = goBack(
      projections, through: network, values.inputs[shape.layers], shape.projection,
      shape.projectionBias, shape.projections, values.count)
    for index in input.indices { input[index] *= masks[shape.layers][index] }
    for layer in (0..<shape.layers).reversed() {
      if layer == 0 { addTags(network, values, examples) }
      goBack(layer, network, values, sentences, masks[layer])
    }
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
    let bucket = ParserShape.bucket(isRoot ? 0 : head - word)
    let pair = ParserShape.pair(
      tag: tags[sentence.lowerBound + word],
      headTag: isRoot ? 17 : tags[sentence.lowerBound + head], bucket: bucket)
    parameters[shape.pairs + pair] += slope
    let dependent = (sentence.lowerBound + word) * shape.projections
    let distance = shape.distanceColumn + bucket
    projections[dependent + distance] += slope
    if !isRoot {
      projections[
        (sentence.lowerBound + head) * shape.projections + distance + ParserShape.distances] +=
        slope
    }
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
    let own = (sentence.lowerBound + word) * shape.projections + shape.relationColumn
    let other = head * shape.projections + shape.relationColumn + shape.relation
    let distance = isRoot ? 0 : example.heads[word] - word
    let span = shape.spans + ParserShape.bucket(distance) * shape.relation
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
            unsafe parameters[span + row] += slope
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

  /// Adds the slope of the tags that people gave, foretold from the first layer.
  private mutating func addTags(
    _ network: ParserNetwork, _ values: ParserValues, _ examples: [ParserExample]
  ) {
    let (columns, width) = (ParserShape.foretold, shape.width)
    let weight = Self.tagWeight
    let read = values.inputs[1]
    for (word, truth) in examples.flatMap(\.trueTags).enumerated() {
      network.scoreTags(values, word: word, into: &relationScores)
      let all = 0..<PartOfSpeech.allCases.count
      loss += weight * Self.soften(&relationScores, all, truth: Int(truth)).loss
      for index in 0..<columns {
        relationScores[index] = index < all.upperBound ? relationScores[index] * weight : 0
      }
      unsafe parameters.withUnsafeMutableBufferPointer { parameters in
        unsafe network.parameters.withUnsafeBufferPointer { weights in
          unsafe relationScores.withUnsafeBufferPointer { scores in
            guard let parameters = parameters.baseAddress, let weights = weights.baseAddress,
              let scores = scores.baseAddress
            else { return }
            unsafe Matrix.addScaled(parameters + shape.taggingBias, scores, by: 1, count: columns)
            for row in 0..<width {
              let place = shape.tagging + row * columns
              let value = read[word * width + row]
              unsafe Matrix.addScaled(parameters + place, scores, by: value, count: columns)
              input[word * width + row] += unsafe Matrix.dot(
                weights + place, scores, count: columns)
            }
          }
        }
      }
    }
  }
}
