import Quoth
import Testing

/// Rows that the user takes out of the latest result.
@Suite struct LeavingOutTests {

  @Test func `rows are taken out, and the rest is numbered anew`() throws {
    let asked = try Asked.press()
    _ = asked("quotes")
    let all = try #require(asked.session.latestResult)
    _ = try asked.session.leaveOut(rows: [2])
    _ = try asked.session.leaveOut(rows: [1, 3])
    let rest = try #require(asked.session.latestResult)
    #expect(Array(rest.rows) == [2, 4, 5, 6].map { all.rows[$0] })
    #expect(Array(rest.origins) == [2, 4, 5, 6].map { all.origins[$0] })
    #expect(rest.total == all.total - 3)
    #expect(rest.notes == ["3 rows are left out by hand"])
    let first = try asked.session.detail(ofRow: 1)
    #expect(first.text == text(rest, 0))
  }

  @Test func `a row of the rest of a long result leaves the count right`() throws {
    let asked = try Asked.press(SessionOptions(rowLimit: 2))
    _ = asked("quotes")
    _ = try asked.session.leaveOut(rows: [1])
    let rest = try #require(asked.session.latestResult)
    #expect(rest.rows.count == 1)
    #expect(rest.total == 6)
  }

  @Test func `a number of no row changes nothing`() throws {
    let asked = try Asked.press()
    #expect(throws: RowError.self) { try asked.session.leaveOut(rows: [1]) }
    _ = asked("quotes")
    #expect(throws: RowError.self) { try asked.session.leaveOut(rows: [1, 8]) }
    #expect(asked.session.latestResult?.rows.count == 7)
    _ = asked("quotes count")
    #expect(throws: RowError.self) { try asked.session.leaveOut(rows: [1]) }
  }

  private func text(_ table: ResultTable, _ row: Int) -> String? {
    guard let column = table.columns.firstIndex(where: { $0.name == "text" }),
      case .text(let text) = table.rows[row][column]
    else { return nil }
    return text
  }
}
