import CorpusFixture
import CorpusStore
import QuerySemantics
import Testing

@testable import QueryExecution

@Suite struct FirstByDayTests {

  @Test(arguments: [0, 1, 3, 7, 40], [0, 1, 2, 5])
  func `the last rows by day are those of a full sort`(limit: Int, gap: Int) throws {
    let days = (0..<40).map { Day(number: Int32($0 / 3)) }
    let runs = try PeriodRuns(count: days.count, bounds: nil, .day, Interruption()) { days[$0] }
    #expect(runs.isAscending)
    let ids = days.indices.filter { $0 % (gap + 1) == 0 }.map { RowID(UInt32($0)) }
    let sorted = ids.indices.sorted { (days[ids[$1].index], $0) < (days[ids[$0].index], $1) }
    let count = min(limit, ids.count)
    for rows in [
      CountedRows.some(Rows(.table(.documents), ids)),
      .listed(.table(.documents), FrozenArray(ids), of: nil),
    ] {
      #expect(runs.lastPlaces(count, of: rows) == Array(sorted.prefix(count)))
    }
  }

  @Test func `rows out of the order of their days are not taken for ordered`() throws {
    for days in [[2, 1], [1, 2, 1], [Int32.min, 1]] {
      let runs = try PeriodRuns(count: days.count, bounds: nil, .day, Interruption()) {
        Day(number: days[$0])
      }
      #expect(!runs.isAscending)
    }
  }
}
