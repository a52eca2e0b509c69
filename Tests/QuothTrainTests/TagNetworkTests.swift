import Annotation
import Testing

@testable import QuothTrain

@Suite struct TagNetworkTests {

  @Test func `the slope is that of the loss`() {
    var network = TagNetwork(numbers(TagShape.count, seed: 3))
    let values = values(network)
    var gradient = TagGradient()
    gradient.add(
      network, values, [2, 5, 11], places, mask: [Float](repeating: 1, count: 6 * TagShape.width))
    for place in [
      TagShape.matrix(0) + 70, TagShape.bias(1) + 3, TagShape.output + 9, TagShape.outputBias + 2,
    ] {
      let (step, old) = (Float(0.01), network.parameters[place])
      network.parameters[place] = old + step
      let above = loss(network)
      network.parameters[place] = old - step
      let below = loss(network)
      network.parameters[place] = old
      let slope = (above - below) / (2 * step)
      #expect(abs(slope - gradient.parameters[place]) < 0.02 + 0.05 * abs(slope))
    }
  }

  @Test func `sentences do not see each other`() {
    let network = TagNetwork(numbers(TagShape.count, seed: 4))
    let both = values(network)
    var alone = TagValues()
    alone.isWord = Array(both.isWord[3...])
    alone.inputs[0] = Array(both.inputs[0][(3 * TagShape.width)...])
    network.apply(&alone)
    network.score(&alone)
    #expect(alone.scores[...] == both.scores[(3 * TagShape.classes)...])
  }

  @Test func `bytes of another shape are no network`() {
    #expect(TagModel(ModelBytes([])) == nil)
    var bytes: [UInt8] = []
    for number in [TagShape.width, TagShape.layers, TagVectors.rows] {
      bytes.append(littleEndian: UInt32(number))
    }
    #expect(TagModel(ModelBytes(bytes)) == nil)
    bytes += repeatElement(0, count: TagShape.count * 2 + (TagVectors.rows + 2) * TagShape.width)
    #expect(TagModel(ModelBytes(bytes)) != nil)
    bytes[0] += 1
    #expect(TagModel(ModelBytes(bytes)) == nil)
  }

  /// A sentence of two words and one of one.
  private let places = [1, 2, 4]

  private func values(_ network: TagNetwork) -> TagValues {
    var values = TagValues()
    values.isWord = (0..<6).map { places.contains($0) }
    values.inputs[0] = numbers(6 * TagShape.width, seed: 5)
    for place in 0..<6 where !values.isWord[place] {
      for index in 0..<TagShape.width { values.inputs[0][place * TagShape.width + index] = 0 }
    }
    network.apply(&values)
    network.score(&values)
    return values
  }

  private func loss(_ network: TagNetwork) -> Float {
    var gradient = TagGradient()
    gradient.add(
      network, values(network), [2, 5, 11], places,
      mask: [Float](repeating: 1, count: 6 * TagShape.width))
    return gradient.loss
  }

  private func numbers(_ count: Int, seed: UInt64) -> [Float] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in 0.4 * (random.unit() - 0.5) }
  }
}
