internal import CMatrix

/// Vectors of numbers of four bits, each vector with a scale of its own.
///
/// In a section: the vectors, of *width* / 2 bytes each, where byte *n* holds number *n* below and
/// number *n* + *width* / 2 above; then the scales (`ModelBytes.shortFloats`), and zeros up to a
/// multiple of 64.
package struct VectorTable: Sendable {

  /// The number of vectors.
  package let count: Int
  /// The length of a vector, which comes in sixteens.
  package let width: Int

  private let vectors: ModelBytes
  private let scales: [Float]

  /// The largest of the numbers before they are scaled.
  private static let most: Float = 7

  /// Reads a table from an offset, or returns nil where the bytes do not reach that far.
  package init?(_ bytes: ModelBytes, at offset: Int, count: Int, width: Int) {
    guard width > 0, width.isMultiple(of: 16), count > 0,
      let whole = bytes.part(offset, Self.length(count: count, width: width)),
      let vectors = whole.part(0, count * width / 2)
    else { return nil }
    (self.count, self.width, self.vectors) = (count, width, vectors)
    scales = whole.shortFloats(count * width / 2, count: count)
  }

  /// The number of bytes of a table.
  package static func length(count: Int, width: Int) -> Int {
    (count * (width / 2 + 2) + 63) / 64 * 64
  }

  /// Appends the sum of some vectors; numbers without a vector count for nothing.
  package func appendSum(of rows: ArraySlice<Int32>, to values: inout [Float]) {
    let start = values.count
    values.append(contentsOf: repeatElement(0, count: width))
    unsafe values.withUnsafeMutableBufferPointer { values in
      unsafe vectors.withMemory { memory in
        guard let out = values.baseAddress, let first = memory.baseAddress else { return }
        for row in rows where row >= 0 && Int(row) < count {
          unsafe matrix_add_short_row(
            out + start, first.assumingMemoryBound(to: Int8.self) + Int(row) * width / 2, width,
            scales[Int(row)])
        }
      }
    }
  }

  // MARK: Writing

  /// Returns the bytes of a table of vectors that lie row by row.
  package static func bytes(of vectors: [Float], width: Int) -> [UInt8] {
    let count = vectors.count / width
    var bytes: [UInt8] = []
    bytes.reserveCapacity(length(count: count, width: width))
    var scales: [Float] = []
    for row in 0..<count {
      let vector = vectors[row * width..<(row + 1) * width]
      let scale = scale(of: vector)
      let steps = vector.map { step($0, scale) }
      for (low, high) in zip(steps[..<(width / 2)], steps[(width / 2)...]) {
        bytes.append(UInt8(bitPattern: high << 4 | low & 0xF))
      }
      scales.append(scale)
    }
    bytes.append(shortFloats: scales)
    return bytes + repeatElement(0, count: length(count: count, width: width) - bytes.count)
  }

  private static func step(_ number: Float, _ scale: Float) -> Int8 {
    Int8(max(-most, min(most, (number / scale).rounded())))
  }

  /// Of some scales, the one by which a vector loses least; the largest numbers may be cut off.
  private static func scale(of vector: ArraySlice<Float>) -> Float {
    let whole = (vector.lazy.map(abs).max() ?? 0) / most
    guard whole > .leastNormalMagnitude else { return 1 }
    var best = (scale: whole, loss: Float.infinity)
    for part in 0..<8 {
      let scale = whole * (1 - 0.08 * Float(part))
      let loss = vector.reduce(Float(0)) { sum, number in
        let rest = Float(step(number, scale)) * scale - number
        return sum + rest * rest
      }
      if loss < best.loss { best = (scale, loss) }
    }
    return best.scale
  }
}
