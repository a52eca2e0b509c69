import Testing

@testable import Annotation

@Suite struct MatrixTests {

  /// Numbers that floats hold exactly, so that sums do not depend on their order.
  private static func numbers(_ count: Int) -> [Float] {
    (0..<count).map { Float($0 * 7 % 11) - 5 }
  }

  @Test(arguments: [1, 3, 4, 5, 6, 9, 17], [8, 16, 24, 48])
  func `a product is the sum over its middle`(rows: Int, m: Int) {
    let k = 6
    let (input, matrix) = (Self.numbers(rows * k), Self.numbers(2 + k * m))
    var output = [Float](repeating: 1, count: m + rows * m)
    Matrix.addProduct(
      of: input, rowStep: k, n: rows, k: k, matrix: 2, of: matrix, m: m, to: &output, from: m)
    #expect(output[..<m].allSatisfy { $0 == 1 })
    for (row, column) in (0..<rows).flatMap({ row in (0..<m).map { (row, $0) } }) {
      var sum: Float = 1
      for middle in 0..<k { sum += input[row * k + middle] * matrix[2 + middle * m + column] }
      #expect(output[m + row * m + column] == sum)
    }
  }

  @Test func `nothing is done beyond the ends of an array`() {
    var output = [Float](repeating: 0, count: 15)
    Matrix.addProduct(
      of: Self.numbers(4), rowStep: 2, n: 2, k: 2, matrix: 0, of: Self.numbers(16), m: 8,
      to: &output)
    #expect(output.allSatisfy { $0 == 0 })
    var (values, sums) = (Self.numbers(8), Self.numbers(8))
    Matrix.rectify(&values, addingTo: &sums, 4..<12)
    #expect(values == Self.numbers(8) && sums == values)
  }

  @Test func `numbers are added as far as both reach`() {
    var sums: [Float] = [1, 2, 3]
    Matrix.add([5, 6], to: &sums)
    #expect(sums == [6, 8, 3])
    Matrix.add([1, 1, 1, 1], to: &sums)
    #expect(sums == [7, 9, 4])
  }

  @Test func `what is below zero is cut off, and the rest added`() {
    var (values, sums) = (Self.numbers(24), [Float](repeating: 2, count: 24))
    Matrix.rectify(&values, addingTo: &sums, 8..<16)
    for (index, number) in Self.numbers(24).enumerated() {
      let isInside = (8..<16).contains(index)
      #expect(values[index] == (isInside ? max(0, number) : number))
      #expect(sums[index] == (isInside ? 2 + max(0, number) : 2))
    }
  }
}
