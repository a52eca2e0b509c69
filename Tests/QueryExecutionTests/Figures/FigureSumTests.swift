import Testing

@testable import QueryExecution

@Suite struct FigureSumTests {

  @Test func `a sum of whole numbers stays at the greatest there is`() {
    for sign: Int64 in [1, -1] {
      var sum = FigureSum(.integers)
      sum.add(sign * (Int64.max - 5))
      sum.add(sign * 100)
      sum.add(sign * 100)
      #expect(abs(sum.key) >= Int64.max - 1)
      #expect(sum.key != GroupValues.missing)
    }
  }

  @Test func `small numbers are not lost beside great ones`() {
    var sum = FigureSum(.figures)
    for number in [1.0, 1e100, 1.0, -1e100] { sum.add(number) }
    #expect(sum.number == 2)
  }

  @Test func `missing values are not added`() {
    var sum = FigureSum(.integers)
    sum.add(GroupValues.missing)
    #expect(sum.key == GroupValues.missing)
    sum.add(Int64(3))
    #expect(sum.key == 3)
  }

  @Test(arguments: [0, -0.0, 1, -1, 0.1, -0.1, 1e300, -1e300, .leastNonzeroMagnitude])
  func `the key of a number reads back as the number`(number: Double) {
    #expect(KeyReading.figures.number(of: KeyReading.key(of: number)) == number)
  }

  @Test func `keys of numbers order as the numbers do`() {
    let numbers = [-1e300, -2, -1, -0.5, 0, .leastNonzeroMagnitude, 0.5, 1, 2, 1e300]
    let keys = numbers.map { KeyReading.key(of: Double?($0)) }
    #expect(keys == keys.sorted())
    for number in [Double.nan, .infinity, -.infinity] {
      #expect(KeyReading.key(of: Double?(number)) == GroupValues.missing)
    }
  }
}
