internal import CMatrix

/// Products of matrices of floats, row by row, in vectors of eight.
///
/// Additions keep one order whatever the machine, so a network gives the same everywhere. The loops
/// are written in C, for tests run without optimisation.
package enum Matrix {

  /// Adds the product of `a` (*n* × *k*) and `b` (*k* × *m*) to `c` (*n* × *m*).
  ///
  /// `b` and `c` lie row after row; `a[i][l]` lies at `i * rowStep + l * columnStep`. The columns *m*
  /// come in eights.
  @unsafe
  package static func addProduct(
    _ c: UnsafeMutablePointer<Float>, _ a: UnsafePointer<Float>, rowStep: Int, columnStep: Int,
    _ b: UnsafePointer<Float>, n: Int, k: Int, m: Int
  ) {
    unsafe matrix_add_product(c, a, rowStep, columnStep, b, n, k, m)
  }

  /// Adds `a` times `x` to `y`; the count comes in eights.
  @unsafe
  package static func addScaled(
    _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, by a: Float, count: Int
  ) {
    unsafe matrix_add_scaled(y, x, a, count)
  }

  /// Adds the products of `a` and `b`, number by number, to `y`; the count comes in eights.
  @unsafe
  package static func addProducts(
    _ y: UnsafeMutablePointer<Float>, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>,
    count: Int
  ) {
    unsafe matrix_add_products(y, a, b, count)
  }

  /// The inner product of two vectors; the count comes in eights.
  @unsafe
  package static func dot(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, count: Int
  ) -> Float {
    unsafe matrix_dot(a, b, count)
  }

  /// Appends the scaled sum of some rows of a table of bytes, which has `width` columns.
  static func appendSum(
    of rows: ArraySlice<Int32>, in table: ModelBytes, width: Int, scale: Float,
    to values: inout [Float]
  ) {
    let start = values.count
    let isInside = rows.allSatisfy { $0 >= 0 && (Int($0) + 1) * width <= table.count }
    values.append(contentsOf: repeatElement(0, count: width))
    guard isInside else { return }
    unsafe values.withUnsafeMutableBufferPointer { values in
      unsafe table.withMemory { memory in
        unsafe rows.withUnsafeBufferPointer { rows in
          guard let out = values.baseAddress, let first = memory.baseAddress,
            let list = rows.baseAddress
          else { return }
          unsafe matrix_sum_rows(
            out + start, first.assumingMemoryBound(to: Int8.self), width, list, rows.count, scale)
        }
      }
    }
  }
}
