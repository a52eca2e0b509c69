public import Diagnostics
internal import QueryPlanning
internal import QuerySemantics
internal import QuerySyntax

/// The forms that a statement takes on its way to an answer.
public enum Stage: String, Hashable, Sendable, CaseIterable {
  /// The words and marks that the lexer finds.
  case tokens
  /// The tree that the parser makes of them.
  case tree
  /// The tree with every name looked up.
  case bound
  /// How it is carried out.
  case plan
}

extension Session {

  /// Returns what a stage makes of a text, or the mistakes that keep it from being reached.
  public func representation(_ stage: Stage, of source: SourceText) -> Result<String, Mistakes> {
    switch stage {
    case .tokens:
      return .success(Lexer.tokenize(source.text).dump(in: source))
    case .tree:
      return .success(Parser.parse(source.text).script.outline)
    case .bound, .plan:
      let reading = read(source)
      if let found = reading.mistakes.first(where: { $0.diagnostics.hasErrors }) {
        return .failure(Mistakes(diagnostics: found.diagnostics))
      }
      let queries = reading.analyses.compactMap(\.statement?.query)
      return .success(queries.map { text(of: $0, at: stage) }.joined(separator: "\n"))
    }
  }

  /// The mistakes of a text that does not reach a stage.
  public struct Mistakes: Error, Hashable, Sendable {

    /// The mistakes, in order.
    public let diagnostics: [Diagnostic]
  }

  private func text(of query: BoundQuery, at stage: Stage) -> String {
    stage == .bound
      ? BoundQueryPrinter(corpus).print(query) : PlanPrinter(corpus).print(planner.plan(query))
  }
}

extension BoundStatement {

  /// The query that the statement holds.
  var query: BoundQuery? {
    switch self {
    case .query(let query), .explain(let query), .letQuery(_, let query), .values(_, let query),
      .expect(let query, _, _):
      query
    case .defineTopic, .parameter, .describe, .defineFunction, .alias, .run, .use, .correct,
      .listCorrections, .undoCorrection, .saveCorrections:
      nil
    }
  }
}
