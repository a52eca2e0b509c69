internal import Annotation

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The slope of the loss of the tagger's network: the cross entropy of tags.
struct TagGradient {

  /// The slope by each parameter of the network, summed.
  var parameters = [Float](repeating: 0, count: TagShape.count)
  /// The slope by what the first layer reads: places × width.
  private(set) var input: [Float] = []
  /// The loss so far.
  private(set) var loss: Float = 0

  /// Adds the slope of words at some places, whose values the network has just found; `mask` was put
  /// on what the scores are made of.
  mutating func add(
    _ network: TagNetwork, _ values: TagValues, _ tags: [UInt8], _ places: [Int], mask: [Float]
  ) {
    let count = values.isWord.count
    var slopes = [Float](repeating: 0, count: values.scores.count)
    for (place, tag) in zip(places, tags) { soften(values.scores, &slopes, place, Int(tag)) }
    input = [Float](repeating: 0, count: count * TagShape.width)
    goBack(
      slopes, through: network, values.inputs[TagShape.layers], TagShape.output,
      TagShape.outputBias, columns: TagShape.classes, neighbours: 1, count: count)
    for index in input.indices { input[index] *= mask[index] }
    for layer in (0..<TagShape.layers).reversed() {
      var slopes = input
      for index in slopes.indices where values.found[layer][index] <= 0 { slopes[index] = 0 }
      goBack(
        slopes, through: network, values.inputs[layer], TagShape.matrix(layer),
        TagShape.bias(layer), columns: TagShape.width, neighbours: 3, count: count)
    }
  }

  /// Fills the slope of the cross entropy by the scores of a word, and adds to the loss.
  private mutating func soften(
    _ scores: [Float], _ slopes: inout [Float], _ place: Int, _ truth: Int
  ) {
    let start = place * TagShape.classes
    let row = start..<start + PartOfSpeech.allCases.count
    let most = scores[row].max() ?? 0
    var sum: Float = 0
    for index in row {
      slopes[index] = expf(scores[index] - most)
      sum += slopes[index]
    }
    for index in row { slopes[index] /= sum }
    loss -= logf(max(slopes[start + truth], 1e-12))
    slopes[start + truth] -= 1
  }

  /// Goes back through a product of each place with its neighbours: adds to the slopes by its matrix
  /// and bias, and to `input`.
  private mutating func goBack(
    _ slopes: [Float], through network: TagNetwork, _ read: [Float], _ matrix: Int, _ bias: Int,
    columns: Int, neighbours: Int, count: Int
  ) {
    let width = TagShape.width
    let first = neighbours / 2
    var turned = [Float](repeating: 0, count: neighbours * width * columns)
    for part in 0..<neighbours {
      for row in 0..<width {
        for column in 0..<columns {
          turned[(part * columns + column) * width + row] =
            network.parameters[matrix + (part * width + row) * columns + column]
        }
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
              let rows = count - 2 * first
              let inner = unsafe slopes + first * columns
              unsafe Matrix.addProduct(
                parameters + matrix, read, rowStep: 1, columnStep: width, inner,
                n: neighbours * width, k: rows, m: columns)
              for place in 0..<rows {
                unsafe Matrix.addScaled(
                  parameters + bias, inner + place * columns, by: 1, count: columns)
              }
              for part in 0..<neighbours {
                unsafe Matrix.addProduct(
                  input + part * width, inner, rowStep: columns, columnStep: 1,
                  turned + part * columns * width, n: rows, k: columns, m: width)
              }
            }
          }
        }
      }
    }
  }
}
