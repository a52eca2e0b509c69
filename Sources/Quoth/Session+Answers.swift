internal import CorpusStore
internal import Diagnostics
internal import QueryExecution
internal import QuerySemantics
internal import QuerySyntax
internal import Rendering

extension Session {

  /// Returns the answer to a statement that has no mistake.
  ///
  /// - Throws: `Interrupted` when `interruption` asks for it.
  func answer(
    _ entry: Reading.Entry, interruption: Interruption
  ) throws(Interrupted) -> Answer {
    var answer = Answer()
    answer.notices = entry.analysis.notices
    if let statement = entry.analysis.statement {
      try fill(&answer, with: statement, of: entry, interruption: interruption)
    }
    if options.isStrict, answer.failure == nil, answer.notices.contains(where: \.isDoubt) {
      answer.failure = "a name is unknown or stands for several, which --strict does not allow"
    }
    return answer
  }

  private func fill(
    _ answer: inout Answer, with statement: BoundStatement, of entry: Reading.Entry,
    interruption: Interruption
  ) throws(Interrupted) {
    switch statement {
    case .query(let query):
      try fill(&answer, with: query, of: entry, interruption: interruption)
    case .values(_, let query):
      try fill(&answer, with: query, of: entry, interruption: interruption)
      latestResult?.unit = "values"
      answer.content = latestResult.map { .table($0) } ?? .nothing
    case .explain(let query):
      answer.content = .page(try explanation(of: query, interruption: interruption))
    case .describe(let description):
      answer.content = .table(Self.table(of: description))
    case .expect(let query, let comparison, let expected):
      let count = try count(of: query, interruption: interruption)
      if !comparison.holds(count, expected) {
        let text = entry.source.substring(entry.range)
        answer.failure = "\(text) did not hold: there are \(Numerals.grouped(count))"
      }
    case .letQuery(_, let query): keepTexts(of: query, in: entry.source)
    case .correct(let row, let attribute, let value, _):
      fill(&answer) { () throws(CorrectionError) in
        try correct(row: row, attribute.name, to: value)
      }
    case .undoCorrection(let number):
      fill(&answer) { () throws(CorrectionError) in try undoCorrection(number) }
    case .listCorrections:
      try fillWithCorrections(&answer, path: nil, interruption)
    case .saveCorrections(let path):
      try fillWithCorrections(&answer, path: path, interruption)
    case .defineTopic, .parameter, .defineFunction, .alias, .run, .use: return
    }
  }

  private func fill(
    _ answer: inout Answer, with change: () throws(CorrectionError) -> String
  ) {
    do {
      answer.remarks.append(try change())
    } catch {
      answer.failure = error.message
    }
  }

  /// Shows the corrections, or writes them to a file.
  private func fillWithCorrections(
    _ answer: inout Answer, path: String?, _ interruption: Interruption
  ) throws(Interrupted) {
    let table: ResultTable
    do {
      let listed = try listCorrections()
      table = listed.table
      answer.remarks += listed.remarks
    } catch {
      answer.failure = error.message
      return
    }
    guard let path else {
      answer.content = .table(table)
      return
    }
    let saved = try write(table, to: path, interruption: interruption)
    answer.failure = saved.failure
    answer.remarks += saved.remarks
  }
}

extension Notice {

  /// Whether a name was not clear.
  fileprivate var isDoubt: Bool { kind == .unknownName || kind == .ambiguousName }
}

extension Comparison {

  /// Returns whether two numbers compare so.
  func holds(_ a: Int, _ b: Int) -> Bool {
    switch self {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }
}
