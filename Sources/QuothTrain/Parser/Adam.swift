/// Adam (Kingma and Ba 2015) over a flat run of parameters, of which some rows may be touched alone.
struct Adam {

  private var mean: [Float]
  private var square: [Float]
  private var step = 0
  private var correction: (mean: Float, square: Float) = (1, 1)

  private static let (meanDecay, squareDecay): (Float, Float) = (0.9, 0.99)

  init(count: Int) {
    mean = [Float](repeating: 0, count: count)
    square = mean
  }

  /// Starts the next update.
  mutating func advance() {
    step += 1
    correction.mean *= Self.meanDecay
    correction.square *= Self.squareDecay
  }

  /// Moves the parameters of a range against their gradient, and clears it.
  mutating func update(
    _ parameters: inout [Float], _ gradient: inout [Float], _ range: Range<Int>, rate: Float
  ) {
    let rate = rate * (1 - correction.square).squareRoot() / (1 - correction.mean)
    unsafe parameters.withUnsafeMutableBufferPointer { parameters in
      unsafe gradient.withUnsafeMutableBufferPointer { gradient in
        unsafe mean.withUnsafeMutableBufferPointer { mean in
          unsafe square.withUnsafeMutableBufferPointer { square in
            for index in range {
              let slope = unsafe gradient[index]
              unsafe mean[index] += (1 - Self.meanDecay) * (slope - mean[index])
              unsafe square[index] += (1 - Self.squareDecay) * (slope * slope - square[index])
              unsafe parameters[index] -= rate * mean[index] / (square[index].squareRoot() + 1e-8)
              unsafe gradient[index] = 0
            }
          }
        }
      }
    }
  }
}
