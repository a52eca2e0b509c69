internal import Annotation

extension ParserGradient {

  /// Goes back through a layer: the slope by its gates, then by its parameters and what it read.
  mutating func goBack(
    _ layer: Int, _ network: ParserNetwork, _ values: ParserValues, _ sentences: [Range<Int>],
    _ mask: [Float]
  ) {
    var slopes = [Float](repeating: 0, count: values.count * shape.gates)
    for sentence in sentences {
      for column in stride(from: 0, to: shape.width, by: 8) {
        unsafe unpool(layer, values, sentence, column, &slopes)
      }
    }
    var mixed = goBack(
      slopes, through: network, values.mixed[layer], shape.matrix(layer), shape.bias(layer),
      shape.gates, values.count)
    for index in mixed.indices { mixed[index] *= mask[index] }
    unmix(layer, network, values, sentences, mixed)
  }

  @inline(__always) @unsafe
  private func load(_ values: UnsafeRawBufferPointer, _ place: Int) -> SIMD8<Float> {
    unsafe values.loadUnaligned(fromByteOffset: place * 4, as: SIMD8<Float>.self)
  }

  @inline(__always) @unsafe
  private func store(
    _ values: UnsafeMutableRawBufferPointer, _ place: Int, _ value: SIMD8<Float>
  ) {
    unsafe values.storeBytes(of: value, toByteOffset: place * 4, as: SIMD8<Float>.self)
  }

  /// Goes back through the pooling of eight columns over a sentence.
  @unsafe
  private func unpool(
    _ layer: Int, _ values: ParserValues, _ sentence: Range<Int>, _ column: Int,
    _ slopes: inout [Float]
  ) {
    let (width, columns) = (shape.width, shape.gates)
    let isForward = column < width / 2
    unsafe values.gates[layer].withUnsafeBytes { gates in
      unsafe values.states[layer].withUnsafeBytes { states in
        unsafe input.withUnsafeBytes { input in
          unsafe slopes.withUnsafeMutableBytes { slopes in
            var carried = SIMD8<Float>.zero
            for step in (0..<sentence.count).reversed() {
              let word = isForward ? sentence.lowerBound + step : sentence.upperBound - 1 - step
              let before = isForward ? word - 1 : word + 1
              let (gate, cell) = (word * columns + column, word * width + column)
              let new = unsafe load(gates, gate)
              let keep = unsafe load(gates, gate + width)
              let show = unsafe load(gates, gate + 2 * width)
              let last = unsafe step > 0 ? load(states, before * width + column) : .zero
              let slope = unsafe load(input, cell)
              let state = slope * show + carried
              carried = state * keep
              unsafe store(slopes, gate, state * (1 - keep) * Self.bend(new))
              unsafe store(slopes, gate + width, state * (last - new) * Self.bendGate(keep))
              unsafe store(
                slopes, gate + 2 * width, slope * load(states, cell) * Self.bendGate(show))
            }
          }
        }
      }
    }
  }

  /// Goes back through the shares of neighbours; the slope by what was mixed joins that of the input.
  private mutating func unmix(
    _ layer: Int, _ network: ParserNetwork, _ values: ParserValues, _ sentences: [Range<Int>],
    _ mixed: [Float]
  ) {
    let (width, shares) = (shape.width, shape.shares(layer))
    unsafe values.inputs[layer].withUnsafeBufferPointer { read in
      unsafe mixed.withUnsafeBufferPointer { mixed in
        unsafe input.withUnsafeMutableBufferPointer { input in
          unsafe parameters.withUnsafeMutableBufferPointer { parameters in
            unsafe network.parameters.withUnsafeBufferPointer { weights in
              guard let read = read.baseAddress, let mixed = mixed.baseAddress,
                let input = input.baseAddress, let slopes = parameters.baseAddress,
                let weights = weights.baseAddress
              else { return }
              unsafe Matrix.addScaled(input, mixed, by: 1, count: values.count * width)
              for word in sentences.lazy.flatMap({ $0.dropFirst() }) {
                let (place, before) = (word * width, (word - 1) * width)
                unsafe Matrix.addProducts(
                  slopes + shares, mixed + place, read + before, count: width)
                unsafe Matrix.addProducts(
                  input + before, mixed + place, weights + shares, count: width)
                unsafe Matrix.addProducts(
                  slopes + shares + width, mixed + before, read + place, count: width)
                unsafe Matrix.addProducts(
                  input + place, mixed + before, weights + shares + width, count: width)
              }
            }
          }
        }
      }
    }
  }

  /// The slope of x/(1+|x|) where it has this value, and of the gate made of it.
  @inline(__always)
  private static func bend(_ value: SIMD8<Float>) -> SIMD8<Float> {
    let rest = 1 - value.replacing(with: -value, where: value .< 0)
    return rest * rest
  }
  @inline(__always)
  private static func bendGate(_ value: SIMD8<Float>) -> SIMD8<Float> { 0.5 * bend(2 * value - 1) }

  /// Goes back through a product: adds to the slopes by its matrix and bias, and returns the slope by
  /// what it read.
  mutating func goBack(
    _ slopes: [Float], through network: ParserNetwork, _ read: [Float], _ matrix: Int, _ bias: Int,
    _ columns: Int, _ count: Int
  ) -> [Float] {
    let width = shape.width
    var input = [Float](repeating: 0, count: count * width)
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
    return input
  }
}
