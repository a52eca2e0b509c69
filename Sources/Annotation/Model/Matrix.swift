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

  /// Adds the product of `input`, `k` numbers from each row of `rowStep`, and a matrix of *k* × *m*
  /// that starts at `start` among `parameters` to the rows of `output` from `first` on.
  ///
  /// Nothing is done where one of the arrays is too short.
  static func addProduct(
    of input: [Float], rowStep: Int, n: Int, k: Int, matrix start: Int, of parameters: [Float],
    m: Int, to output: inout [Float], from first: Int = 0
  ) {
    guard n > 0, input.count >= (n - 1) * rowStep + k, parameters.count >= start + k * m,
      output.count >= first + n * m
    else { return }
    unsafe output.withUnsafeMutableBufferPointer { output in
      unsafe input.withUnsafeBufferPointer { input in
        unsafe parameters.withUnsafeBufferPointer { parameters in
          guard let output = output.baseAddress, let input = input.baseAddress,
            let parameters = parameters.baseAddress
          else { return }
          unsafe matrix_add_product(
            output + first, input, rowStep, 1, parameters + start, n, k, m)
        }
      }
    }
  }

  /// Cuts off what is below zero in some of `values`, and adds the rest to `sums` at the same places;
  /// nothing is done where these reach beyond one of the two.
  static func rectify(_ values: inout [Float], addingTo sums: inout [Float], _ places: Range<Int>) {
    guard places.lowerBound >= 0, places.upperBound <= min(values.count, sums.count) else { return }
    unsafe values.withUnsafeMutableBufferPointer { values in
      unsafe sums.withUnsafeMutableBufferPointer { sums in
        guard let values = values.baseAddress, let sums = sums.baseAddress else { return }
        let start = places.lowerBound
        unsafe matrix_rectify(values + start, sums + start, places.count)
      }
    }
  }

  /// Adds numbers to others, as many as there are of both.
  package static func add(_ values: [Float], to sums: inout [Float]) {
    for index in 0..<min(values.count, sums.count) { sums[index] += values[index] }
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
}
