internal import Diagnostics
internal import QueryExecution
internal import QuerySemantics
internal import QuerySyntax
internal import Rendering

extension Session {

  /// Returns the answer to a statement that has no mistake.
  ///
  /// - Parameters:
  ///   - analysis: What the statement means.
  ///   - text: The statement as it was written.
  ///   - source: The text that the statement is a part of.
  ///   - interruption: A wish to stop.
  /// - Returns: What there is to show.
  /// - Throws: `Interrupted` when `interruption` asks for it.
  func answer(
    _ analysis: Analysis, to text: String, in source: SourceText, interruption: Interruption
  ) throws(Interrupted) -> Answer {
    var answer = Answer()
    answer.notices = analysis.notices
    if let statement = analysis.statement {
      try fill(&answer, with: statement, text, in: source, interruption: interruption)
    }
    if options.isStrict, answer.failure == nil, analysis.notices.contains(where: \.isDoubt) {
      answer.failure = "a name is unknown or stands for several, which --strict does not allow"
    }
    return answer
  }

  private func fill(
    _ answer: inout Answer, with statement: BoundStatement, _ text: String,
    in source: SourceText, interruption: Interruption
  ) throws(Interrupted) {
    switch statement {
    case .query(let query):
      try fill(&answer, with: query, in: source, interruption: interruption)
    case .values(_, let query):
      try fill(&answer, with: query, in: source, interruption: interruption)
      latestResult?.unit = "values"
      answer.content = latestResult.map { .table($0) } ?? .nothing
    case .explain(let query):
      answer.content = .page(try explanation(of: query, interruption: interruption))
    case .describe(let description):
      answer.content = .table(Self.table(of: description))
    case .expect(let query, let comparison, let expected):
      let count = try count(of: query, interruption: interruption)
      if !comparison.holds(count, expected) {
        answer.failure = "\(text) did not hold: there are \(Numerals.grouped(count))"
      }
    case .letQuery, .defineTopic, .parameter, .defineFunction, .alias, .run, .use, .correct,
      .listCorrections, .undoCorrection, .saveCorrections:
      answer.content = .nothing
    }
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
