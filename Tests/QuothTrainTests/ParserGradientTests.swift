import Annotation
import Testing

@testable import QuothTrain

@Suite struct ParserGradientTests {

  private static let shape: ParserShape = {
    var shape = ParserShape()
    (shape.width, shape.layers, shape.arc, shape.relation) = (16, 2, 8, 8)
    return shape
  }()

  /// Two sentences of four and three words.
  private static let examples = [
    example(heads: [1, -1, 1, 2], relations: [3, 9, 12, 20], tags: [1, 4, 6, 2]),
    example(heads: [2, 0, -1], relations: [5, 7, 9], tags: [3, 3, 8]),
  ]

  private static func example(heads: [Int], relations: [Int], tags: [UInt8]) -> ParserExample {
    ParserExample(
      rows: [], rareRows: [], tags: tags, trueTags: tags.reversed(), heads: heads,
      relations: relations)
  }

  private static func numbers(_ count: Int, seed: UInt64, size: Float) -> [Float] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in size * (2 * random.unit() - 1) }
  }

  /// The slope of the examples' loss, with the network's parameters and input as given.
  private static func gradient(_ parameters: [Float], _ input: [Float]) -> ParserGradient {
    let network = ParserNetwork(shape, parameters)
    let sentences = [0..<4, 4..<7]
    var values = ParserValues(shape)
    values.count = 7
    values.inputs[0] = input
    for layer in 0..<shape.layers {
      network.mix(layer: layer, &values, sentences)
      network.apply(layer: layer, &values, sentences)
    }
    network.project(&values)
    var gradient = ParserGradient(shape)
    let mask = [Float](repeating: 1, count: input.count)
    gradient.add(
      network, values, sentences, examples,
      masks: Array(repeating: mask, count: shape.layers + 1))
    return gradient
  }

  @Test func `the slope by each parameter is that of small steps`() {
    let parameters = Self.numbers(Self.shape.count, seed: 5, size: 0.3)
    let input = Self.numbers(7 * Self.shape.width, seed: 6, size: 1)
    let slopes = Self.gradient(parameters, input)
    let step: Float = 0.01
    for index in stride(from: 0, to: parameters.count, by: 37)
    where abs(slopes.parameters[index]) > 0.01 {
      var (more, less) = (parameters, parameters)
      more[index] += step
      less[index] -= step
      let slope =
        (Self.gradient(more, input).loss - Self.gradient(less, input).loss) / (2 * step)
      #expect(abs(slope - slopes.parameters[index]) < 0.02 + 0.05 * abs(slope), "at \(index)")
    }
  }

  @Test func `the slope by what is read is that of small steps`() {
    let parameters = Self.numbers(Self.shape.count, seed: 5, size: 0.3)
    let input = Self.numbers(7 * Self.shape.width, seed: 6, size: 1)
    let slopes = Self.gradient(parameters, input)
    let step: Float = 0.01
    for index in input.indices {
      var (more, less) = (input, input)
      more[index] += step
      less[index] -= step
      let slope =
        (Self.gradient(parameters, more).loss - Self.gradient(parameters, less).loss) / (2 * step)
      #expect(abs(slope - slopes.input[index]) < 0.02 + 0.05 * abs(slope), "at \(index)")
    }
  }
}
