/// Products of matrices of floats, row by row, in vectors of eight.
///
/// Additions keep one order whatever the machine, so a network gives the same everywhere.
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
    var row = 0
    while row + 4 <= n {
      for column in stride(from: 0, to: m, by: 8) {
        unsafe fourRows(
          c + row * m + column, a + row * rowStep, rowStep, columnStep, b + column, k, m)
      }
      row += 4
    }
    while row < n {
      for column in stride(from: 0, to: m, by: 8) {
        unsafe oneRow(c + row * m + column, a + row * rowStep, columnStep, b + column, k, m)
      }
      row += 1
    }
  }

  @inline(__always) @unsafe
  private static func load(_ place: UnsafePointer<Float>) -> SIMD8<Float> {
    unsafe UnsafeRawPointer(place).loadUnaligned(as: SIMD8<Float>.self)
  }

  @inline(__always) @unsafe
  private static func add(_ place: UnsafeMutablePointer<Float>, _ value: SIMD8<Float>) {
    let sum = unsafe load(place) + value
    unsafe UnsafeMutableRawPointer(place).storeBytes(of: sum, as: SIMD8<Float>.self)
  }

  @inline(__always) @unsafe
  private static func fourRows(
    _ c: UnsafeMutablePointer<Float>, _ a: UnsafePointer<Float>, _ rowStep: Int,
    _ columnStep: Int, _ b: UnsafePointer<Float>, _ k: Int, _ m: Int
  ) {
    var (first, second) = (SIMD8<Float>.zero, SIMD8<Float>.zero)
    var (third, fourth) = (SIMD8<Float>.zero, SIMD8<Float>.zero)
    var (left, right) = unsafe (a, b)
    for _ in 0..<k {
      let weights = unsafe load(right)
      unsafe first += weights * left[0]
      unsafe second += weights * left[rowStep]
      unsafe third += weights * left[2 &* rowStep]
      unsafe fourth += weights * left[3 &* rowStep]
      unsafe left += columnStep
      unsafe right += m
    }
    unsafe add(c, first)
    unsafe add(c + m, second)
    unsafe add(c + 2 * m, third)
    unsafe add(c + 3 * m, fourth)
  }

  @inline(__always) @unsafe
  private static func oneRow(
    _ c: UnsafeMutablePointer<Float>, _ a: UnsafePointer<Float>, _ columnStep: Int,
    _ b: UnsafePointer<Float>, _ k: Int, _ m: Int
  ) {
    var sum = SIMD8<Float>.zero
    var (left, right) = unsafe (a, b)
    for _ in 0..<k {
      unsafe sum += load(right) * left[0]
      unsafe left += columnStep
      unsafe right += m
    }
    unsafe add(c, sum)
  }

  /// Adds `a` times `x` to `y`; the count comes in eights.
  @inlinable @inline(__always) @unsafe
  package static func addScaled(
    _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, by a: Float, count: Int
  ) {
    for index in stride(from: 0, to: count, by: 8) {
      let source = unsafe UnsafeRawPointer(x + index).loadUnaligned(as: SIMD8<Float>.self)
      let target = unsafe UnsafeMutableRawPointer(y + index)
      let sum = unsafe target.loadUnaligned(as: SIMD8<Float>.self) + source * a
      unsafe target.storeBytes(of: sum, as: SIMD8<Float>.self)
    }
  }

  /// Adds the products of `a` and `b`, number by number, to `y`; the count comes in eights.
  @inlinable @inline(__always) @unsafe
  package static func addProducts(
    _ y: UnsafeMutablePointer<Float>, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>,
    count: Int
  ) {
    for index in stride(from: 0, to: count, by: 8) {
      let left = unsafe UnsafeRawPointer(a + index).loadUnaligned(as: SIMD8<Float>.self)
      let right = unsafe UnsafeRawPointer(b + index).loadUnaligned(as: SIMD8<Float>.self)
      let target = unsafe UnsafeMutableRawPointer(y + index)
      let sum = unsafe target.loadUnaligned(as: SIMD8<Float>.self) + left * right
      unsafe target.storeBytes(of: sum, as: SIMD8<Float>.self)
    }
  }

  /// The inner product of two vectors; the count comes in eights.
  @inlinable @inline(__always) @unsafe
  package static func dot(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, count: Int
  ) -> Float {
    var sum = SIMD8<Float>.zero
    for index in stride(from: 0, to: count, by: 8) {
      let left = unsafe UnsafeRawPointer(a + index).loadUnaligned(as: SIMD8<Float>.self)
      let right = unsafe UnsafeRawPointer(b + index).loadUnaligned(as: SIMD8<Float>.self)
      sum += left * right
    }
    return sum.sum()
  }
}
