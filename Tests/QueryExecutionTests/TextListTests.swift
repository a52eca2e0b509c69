import Testing

@testable import QueryExecution

@Suite struct TextListTests {

  @Test func `texts are ordered by their bytes, a beginning before what it begins`() {
    var list = TextList()
    for text in ["ab", "a", "", "b", "ab"] { list.append(text.utf8) }
    let order = (0..<list.count).sorted {
      list.precedes($0, $1) || (list.areEqual($0, $1) && $0 < $1)
    }
    #expect(order == [2, 1, 0, 4, 3])
    #expect(list.areEqual(0, 4) && !list.areEqual(0, 1))
  }

  @Test func `every text has one number, in the order in which it was met`() {
    var numbers = TextNumbers()
    let texts = (0..<1000).map { Array("text \($0 % 300)".utf8) }
    #expect(texts.map { numbers.number(of: $0) } == (0..<1000).map { $0 % 300 })
    #expect(numbers.texts.count == 300)
    #expect(Array(numbers.texts[299]) == texts[299])
  }

  @Test func `combinations of three keys are numbered as they are met`() {
    var numbers = GroupNumbers(keyCount: 3)
    let keys = (0..<5000).map { [Int64($0 % 7), Int64($0 % 11), Int64($0 % 13)] }
    #expect(keys.map { numbers.number(of: $0).number } == (0..<5000).map { $0 % 1001 })
    let last: [Int64] = numbers.keys.map { $0[1000] }
    #expect(last == [6, 10, 12])
    // A key that fills 64 bits has a number as well.
    #expect(numbers.number(of: [1, 2, .max]) == (1001, true))
    #expect(numbers.number(of: [1, 2, .max]) == (1001, false))
  }

  @Test(arguments: [0, 1, 4095, 4097, 9000])
  func `the first of an order are the same however many are wanted`(limit: Int) throws {
    let values = (0..<10_000).map { $0 * 7919 % 10_007 }
    let first = try FirstPlaces.select(
      limit, of: values.count, interruption: Interruption()
    ) { values[$0] < values[$1] }
    #expect(first == Array(values.indices.sorted { values[$0] < values[$1] }.prefix(limit)))
  }
}
