public import Diagnostics
public import QuerySyntax

/// A statement with every name looked up.
public enum BoundStatement: Hashable, Sendable {
  /// Answers a query.
  case query(BoundQuery)
  /// Reads a query back and shows its plan.
  case explain(BoundQuery)
  /// Has named a query; the environment holds it now.
  case letQuery(name: String, BoundQuery)
  /// Has named a topic; the environment holds it now.
  case defineTopic(QueryEnvironment.Topic)
  /// Has declared a parameter, which now has this value.
  case parameter(name: String, Value)
  /// Tells what there is to ask about.
  case describe(CorpusDescription)
  /// Lists the values of an attribute with their counts.
  case values(of: BoundPath, BoundQuery)
  /// Fails the script unless the number of rows compares so.
  case expect(BoundQuery, Comparison, Int)
}

/// What became of one statement.
public struct Analysis: Sendable {

  /// The statement; nil where a mistake keeps it from running.
  public let statement: BoundStatement?

  /// The mistakes.
  public let diagnostics: [Diagnostic]

  /// What the user is to be told beside the answer.
  public let notices: [Notice]
}
