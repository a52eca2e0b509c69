import CorpusStore
import Testing

@Suite struct ColumnTests {

  @Test func `values are coded in the order of their symbols`() {
    let column = CodeColumn([70, 10, CodeColumn.missing, 70, 40], domain: .symbols)
    #expect(column.dictionary.entries == [10, 40, 70])
    #expect(Array(column.values) == [2, 0, CodeColumn.missing, 2, 1])
    #expect(column.dictionary.code(of: 40) == 1)
    #expect(column.dictionary.code(of: 41) == nil)
    #expect(column.dictionary.symbol(of: 2) == Symbol(70))
  }

  @Test(arguments: [
    [], [1], [3, 1, 40, 2], [5000] + Array(repeating: 1, count: 90) + [700, 2],
    Array(repeating: 64, count: 20),
  ])
  func `stretches are the column of their rows`(lengths: [Int]) {
    let raw = lengths.indices.map { UInt32($0 * 3) }
    let starts = lengths.reduce(into: [UInt32(0)]) { $0.append(($0.last ?? 0) + UInt32($1)) }
    let column = CodeColumn(stretches: raw, starts: starts, domain: .rows(.documents))
    let rows = zip(raw, lengths).flatMap { Array(repeating: $0, count: $1) }
    let plain = CodeColumn(rows, domain: .rows(.documents))
    #expect(column.values == plain.values)
    #expect(
      Array(column.values)
        == zip(UInt32(0)..., lengths).flatMap { Array(repeating: $0, count: $1) })
    #expect(column.dictionary.entries == plain.dictionary.entries)
    #expect(column.dictionary.postings.offsets == plain.dictionary.postings.offsets)
    for code in raw.indices {
      #expect(
        column.dictionary.postings.rows(of: code) == plain.dictionary.postings.rows(of: code))
    }
  }

  @Test func `a column without values has an empty dictionary`() {
    let column = CodeColumn([CodeColumn.missing, CodeColumn.missing], domain: .symbols)
    #expect(column.dictionary.count == 0)
    #expect(column.dictionary.code(of: 0) == nil)
    #expect(Array(column.values) == [CodeColumn.missing, CodeColumn.missing])
  }

  @Test func `a value repeated in a row is kept once`() {
    let column = CodeListColumn([[5, 5, 3], [3]], domain: .rows(.entities))
    #expect(
      column.codes(of: RowID(0)).map { column.dictionary.row(of: $0) } == [RowID(5), RowID(3)])
    #expect(column.dictionary.postings.rows(of: 0).map(\.rawValue) == [0, 1])
  }

  @Test func `days are read in order, and those of a range lie side by side`() {
    let days: [Int32] = [30, Int32.min, 10, 20, 10]
    let column = DateColumn(days.map { Day(number: $0) })
    #expect(column.order.map(\.rawValue) == [2, 4, 3, 0])
    #expect(column.positions(of: Day(number: 10)...Day(number: 20)) == 0..<3)
    #expect(column.positions(of: Day(number: 11)...Day(number: 19)).isEmpty)
    #expect(column.positions(of: Day(number: 31)...Day(number: 99)) == 4..<4)
  }

  @Test func `texts stand by row`() {
    let column = TextColumn(["one", "", "drei\nvier"])
    #expect((0..<3).map { column[RowID($0)] } == ["one", "", "drei\nvier"])
  }
}
