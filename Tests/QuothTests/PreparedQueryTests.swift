import Diagnostics
import QueryExecution
import Quoth
import Testing

@Suite struct PreparedQueryTests {

  private let session = Session(corpus: .builtin())

  private func answer(_ text: String) -> ResultTable? {
    var table: ResultTable?
    _ = session.run(SourceText(text)) { event in
      if case .answer(let answer) = event, case .table(let found) = answer.content { table = found }
    }
    return table
  }

  @Test(arguments: [
    "quotes where speaker = Macron and topic = China",
    "quotes about Ukraine | count by speaker | limit 3",
    "\"tariffs\" | kwic 5",
    "documents | order by date desc | limit 4 | select date, title",
  ])
  func `a prepared query gives what the session answers, as often as it is run`(
    text: String
  ) throws {
    let query = try session.prepare(SourceText(text))
    let table = try query.run()
    #expect(table.rows == answer(text)?.rows)
    #expect(try query.run().rows == table.rows)
  }

  @Test func `a prepared query keeps to the definitions of its time`() throws {
    _ = session.run(SourceText("define topic trade as \"tariffs\"")) { _ in }
    let query = try session.prepare(SourceText("quotes about trade | count"))
    let before = try query.run().rows
    _ = session.run(SourceText("define topic trade as \"nowhere to be found\"")) { _ in }
    #expect(try query.run().rows == before)
  }

  @Test(arguments: [
    "", "expect quotes > 3", "quotes; documents", "quotes | save \"x.csv\"", "let a = quotes",
  ])
  func `what is not one query cannot be prepared`(text: String) {
    #expect(throws: PreparationError.notOneQuery) { try session.prepare(SourceText(text)) }
  }

  @Test func `a mistake is told with its place`() {
    let error = #expect(throws: PreparationError.self) {
      try session.prepare(SourceText("quotes wher speaker = Macron"))
    }
    guard case .mistakes(let mistakes) = error else {
      Issue.record("no mistakes: \(String(describing: error))")
      return
    }
    #expect(mistakes.first?.diagnostics.first?.message.contains("did you mean 'where'") == true)
  }
}
