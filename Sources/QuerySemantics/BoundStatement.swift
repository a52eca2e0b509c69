public import CorpusStore
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
  /// Has named a query with parameters; the environment holds it now.
  case defineFunction(name: String)
  /// Has given entities, by code, another name; the environment holds it now.
  case alias(name: String, entities: [UInt32])
  /// Runs the statements of a file; the range is that of its name.
  case run(String, at: SourceRange)
  /// Asks another corpus from now on; the range is that of its name.
  case use(String, at: SourceRange)
  /// Puts right an attribute of a row of the latest result, numbered from one.
  case correct(row: Int, Attribute, CorrectedValue, at: SourceRange)
  /// Lists corrections.
  case listCorrections
  /// Takes back the correction of a number in the list, or the latest.
  case undoCorrection(Int?)
  /// Writes the corrections to a file.
  case saveCorrections(String)
}

/// What a correction gives a row.
public enum CorrectedValue: Hashable, Sendable {
  /// No value.
  case missing
  /// The value of a code of the dictionary of the attribute's column.
  case code(UInt32)
  /// An entity, whether or not some row has it as the attribute already.
  case entity(RowID)
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
