internal import Annotation

/// Weights of eight bits out of real ones.
enum Quantiser {

  /// Returns the section of a `WeightTable`: `weights[row * classes + class]`.
  static func table(_ weights: [Float], rowBits: Int, classes: Int) -> [UInt8] {
    let scale = scale(of: weights)
    let stride = WeightTable.stride(of: classes)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(WeightTable.length(rowBits: rowBits, classes: classes))
    for number in [rowBits, classes, stride] { bytes.append(littleEndian: UInt32(number)) }
    bytes.append(littleEndian: scale)
    bytes += repeatElement(0, count: WeightTable.headerLength - bytes.count)
    for row in 0..<(1 << rowBits) {
      for index in 0..<stride {
        let weight = index < classes ? weights[row * classes + index] : 0
        bytes.append(UInt8(bitPattern: step(weight, scale)))
      }
    }
    return bytes
  }

  /// The nearest step of a weight; what lies beyond the last step is cut off.
  static func step(_ weight: Float, _ scale: Float) -> Int8 {
    Int8(max(-127, min(127, (weight / scale).rounded())))
  }

  /// A scale by which one weight in two thousand, of those that are not zero, is cut off.
  static func scale(of weights: [Float]) -> Float {
    let sizes = weights.lazy.filter { $0 != 0 }.map(abs).sorted()
    guard !sizes.isEmpty else { return 1 }
    return max(sizes[sizes.count - 1 - sizes.count / 2000] / 127, Float.leastNormalMagnitude)
  }
}
