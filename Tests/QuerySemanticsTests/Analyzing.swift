import CorpusStore
import Diagnostics
import QuerySemantics
import QuerySyntax

/// Returns what became of each statement of `text` on the fixture.
func analyses(
  _ text: String, given: [String: String] = [:]
) -> [Analysis] {
  var analyzer = Analyzer(corpus: fixture, environment: QueryEnvironment(givenParameters: given))
  return analyzer.analyze(Parser.parse(text).script)
}

/// Returns what became of the last statement.
func analysis(_ text: String, given: [String: String] = [:]) -> Analysis {
  analyses(text, given: given).last ?? Analysis.nothing
}

/// Returns the bound query of the last statement.
func query(_ text: String, given: [String: String] = [:]) -> BoundQuery? {
  switch analysis(text, given: given).statement {
  case .query(let query), .explain(let query), .letQuery(_, let query), .values(_, let query),
    .expect(let query, _, _):
    query
  default: nil
  }
}

/// Returns the print of the bound query of the last statement.
func bound(_ text: String, given: [String: String] = [:]) -> String {
  query(text, given: given).map { BoundQueryPrinter(fixture).print($0) } ?? "nothing"
}

/// Returns the mistakes of all statements, each with its id and the words that it marks.
func mistakes(_ text: String, given: [String: String] = [:]) -> [String] {
  let source = SourceText(text)
  let parsed = Parser.parse(text).diagnostics
  return (parsed + analyses(text, given: given).flatMap(\.diagnostics)).map {
    "\(source.substring($0.range)): \($0.message) [\($0.id.rawValue)]"
  }
}

/// Returns what the user is told beside the answer of the last statement.
func notices(_ text: String) -> [String] { analysis(text).notices.map(\.message) }

extension Analysis {

  /// What becomes of an empty text.
  static var nothing: Analysis {
    var analyzer = Analyzer(corpus: fixture)
    return analyzer.analyze(Statement(.invalid, at: SourceRange(at: 0)))
  }
}
