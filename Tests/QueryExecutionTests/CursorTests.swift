import TestSupport
import CorpusFixture
import CorpusStore
import Testing

@testable import QueryExecution

/// Sizes of blocks around the ones at which off-by-one errors show.
private let blockSizes = [1, 2, 63, 64, 65]

@Suite struct CursorTests {

  @Test(arguments: blockSizes, [0, 1, 63, 64, 65, 130])
  func `a scan yields every row once`(blockSize: Int, count: Int) throws {
    var cursor = ScanCursor(count: count)
    #expect(try cursor.drain(blockSize: blockSize) == (0..<UInt32(count)).map { RowID($0) })
  }

  @Test(arguments: blockSizes)
  func `a stretch of a list is read and nothing around it`(blockSize: Int) throws {
    let rows = rows(seed: 3, below: 400, oneIn: 2)
    var cursor = RowListCursor(FrozenArray(rows).extracting(5..<100))
    #expect(try cursor.drain(blockSize: blockSize) == Array(rows[5..<100]))
  }

  @Test(arguments: blockSizes, 0..<12)
  func `intersection and union are those of sets`(blockSize: Int, seed: Int) throws {
    let lists = (0..<3).map { rows(seed: seed * 3 + $0, below: 300, oneIn: 1 + (seed + $0) % 7) }
    let sets = lists.map(Set.init)
    func cursors() -> [any RowCursor] { lists.map { RowListCursor($0) } }
    var both = IntersectionCursor(cursors(), blockSize: blockSize)
    var any = UnionCursor(cursors(), blockSize: blockSize)
    #expect(
      try both.drain(blockSize: blockSize)
        == sets[0].intersection(sets[1]).intersection(sets[2]).sorted())
    #expect(try any.drain(blockSize: blockSize) == sets[0].union(sets[1]).union(sets[2]).sorted())
  }

  @Test(arguments: blockSizes, [1, 3, 40, 400])
  func `what several lists have in common is that of sets`(blockSize: Int, rareness: Int) throws {
    let lists = [
      rows(seed: 11, below: 5000, oneIn: 2), rows(seed: 12, below: 4000, oneIn: rareness),
      rows(seed: 13, below: 5000, oneIn: 3),
    ]
    for count in 0...3 {
      let chosen = Array(lists.prefix(count))
      var cursor = ListIntersection(chosen.map { FrozenArray($0) })
      let expected = chosen.dropFirst().reduce(Set(chosen.first ?? [])) { $0.intersection($1) }
      #expect(try cursor.drain(blockSize: blockSize) == expected.sorted())
    }
  }

  @Test(arguments: blockSizes, [0, 1, 64, 200])
  func `a limit yields the first rows and reads no further`(blockSize: Int, count: Int) throws {
    let rows = rows(seed: 8, below: 300, oneIn: 2)
    var cursor = LimitCursor(RowListCursor(rows), count: count)
    #expect(try cursor.drain(blockSize: blockSize) == Array(rows.prefix(count)))
  }

  @Test(arguments: blockSizes)
  func `a filter keeps the rows of which all tests are true`(blockSize: Int) throws {
    let column = CodeColumn((0..<500).map { UInt32($0 % 5) }, domain: .symbols)
    var threes = Bitmap(count: 5)
    threes.insert(3)
    let tests: [any RowTest] = [
      CodeTest(column: column, codes: threes), NotTest(test: ConstantTest(isTrue: false)),
    ]
    var cursor = FilterCursor(ScanCursor(count: 500), tests, blockSize: blockSize)
    #expect(
      try cursor.drain(blockSize: blockSize).map(\.index) == (0..<500).filter { $0 % 5 == 3 })
  }

  @Test func `a cursor that has ended stays so`() throws {
    var cursor = IntersectionCursor([ScanCursor(count: 3), ScanCursor(count: 2)])
    #expect(try cursor.drain().count == 2)
    #expect(try cursor.drain().isEmpty)
  }

  @Test func `galloping finds what a search from the front does`() {
    let values = rows(seed: 4, below: 1000, oneIn: 3)
    for value in stride(from: UInt32(0), to: 1010, by: 7).map({ RowID($0) }) {
      for start in [0, 1, 17, values.count] {
        let expected = values[start...].firstIndex { $0 >= value } ?? values.count
        #expect(Gallop.lowerBound(of: value, in: values, from: start) == expected)
        let numbers = values.map(\.rawValue)
        let behind = numbers[start...].firstIndex { $0 > value.rawValue } ?? values.count
        #expect(Gallop.upperBound(of: value.rawValue, in: numbers.span, from: start) == behind)
      }
    }
  }

  private func rows(seed: Int, below bound: Int, oneIn times: Int) -> [RowID] {
    var random = SeededGenerator(seed: UInt64(seed))
    return (0..<bound).filter { _ in random.once(in: times) }.map { RowID(UInt32($0)) }
  }
}
