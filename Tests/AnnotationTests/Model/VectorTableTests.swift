import Testing

@testable import Annotation

@Suite struct VectorTableTests {

  private static let width = 32

  /// Vectors of rather different sizes.
  private static let vectors: [Float] = (0..<5 * width).map { index in
    let row = index / width
    return row == 3 ? 0 : Float(index * 37 % 29 - 14) * (row == 1 ? 0.001 : Float(row + 1))
  }

  private static let bytes = [9] + VectorTable.bytes(of: vectors, width: width)

  private static let table = VectorTable(ModelBytes(bytes), at: 1, count: 5, width: width)

  @Test(arguments: 0..<5)
  func `each number is right to a part of the largest of its vector`(row: Int) throws {
    var read: [Float] = []
    try #require(Self.table).appendSum(of: [Int32(row)], to: &read)
    let vector = Array(Self.vectors[row * Self.width..<(row + 1) * Self.width])
    let most = vector.map(abs).max() ?? 0
    for (number, other) in zip(vector, read) { #expect(abs(number - other) <= most * 0.2) }
    let loss = zip(vector, read).reduce(Float(0)) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    #expect(loss <= Float(Self.width) * (most / 7) * (most / 7) / 6)
  }

  @Test func `vectors are summed behind what is there, and rows outside count for nothing`() throws
  {
    let table = try #require(Self.table)
    var (first, second): ([Float], [Float]) = ([], [])
    table.appendSum(of: [0], to: &first)
    table.appendSum(of: [4], to: &second)
    var sums: [Float] = [77]
    table.appendSum(of: [0, -1, 5, .max, 4], to: &sums)
    #expect(sums == [77] + zip(first, second).map { $0 + $1 })
  }

  @Test func `a table cut short, or of an odd width, is refused`() {
    let bytes = Array(Self.bytes.dropLast())
    #expect(VectorTable(ModelBytes(bytes), at: 1, count: 5, width: Self.width) == nil)
    #expect(VectorTable(ModelBytes(Self.bytes), at: 1, count: 5, width: 24) == nil)
    #expect(VectorTable(ModelBytes(Self.bytes), at: 1, count: 0, width: Self.width) == nil)
    #expect(VectorTable(.empty, at: 0, count: 1, width: 16) == nil)
  }
}
