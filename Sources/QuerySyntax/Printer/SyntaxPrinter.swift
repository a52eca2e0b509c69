internal import Diagnostics

/// Writes a tree as text in the one canonical way.
///
/// What is printed reads back as an equal tree, places aside. Parentheses stand only where the
/// tree would otherwise be another one; numbers, dates and bare words stand as they are.
public struct SyntaxPrinter: Sendable {

  /// Creates a printer.
  public init() {}

  /// Returns `statement` on one line, without an end mark.
  public func print(_ statement: Statement) -> String {
    switch statement.kind {
    case .query(let query): print(query)
    case .letQuery(let name, let query): "let \(name.text) = \(print(query))"
    case .defineTopic(let name, let phrases):
      "define topic \(quoted(name)) as \(phrases.map(quoted).joined(separator: " or "))"
    case .parameter(let name, let value): "param \(name.text) = \(print(value))"
    case .describe(let kind): kind.map { "describe \($0.kind.rawValue)" } ?? "describe"
    case .values(let path): "values of \(path.text)"
    case .explain(let query): "explain \(print(query))"
    case .expect(let query, let comparison, let value):
      "expect \(print(query)) \(comparison.rawValue) \(print(value))"
    case .defineFunction(let name, let parameters, let query):
      "define \(head(name, parameters)) = \(print(query))"
    case .alias(let name, let value): "alias \(quoted(name)) = \(print(value))"
    case .run(let file): "run \(quoted(file))"
    case .use(let corpus): "use \(quoted(corpus))"
    case .correct(let row, let attribute, let value):
      "correct \(print(row)) \(attribute.text) "
        + (value.map { "= \(print($0))" } ?? "is missing")
    case .corrections(let action): "corrections" + print(action)
    case .invalid: ""
    }
  }

  /// Returns how a defined query is called: `macron_on($topic)`.
  func head(_ name: Name, _ parameters: [Name]) -> String {
    "\(name.text)(\(parameters.map { "$" + $0.text }.joined(separator: ", ")))"
  }

  private func print(_ action: CorrectionsAction) -> String {
    switch action {
    case .list: ""
    case .undo(let number): " undo" + (number.map { " \(print($0))" } ?? "")
    case .save(let file): " save \(quoted(file))"
    }
  }

  /// Returns `query` on one line.
  public func print(_ query: Query) -> String {
    let steps = query.steps.enumerated().map { index, step in
      " " + lead(index, in: query.steps) + print(step)
    }
    return print(query.source) + steps.joined()
  }

  /// The mark in front of the step numbered `index`: a pipe, but none before the conditions of the
  /// short ladder, and a `where` or `similar to` directly behind them.
  func lead(_ index: Int, in steps: [Step]) -> String {
    switch steps[index].kind {
    case .ladder: ""
    case .filter where steps[..<index].allSatisfy(\.isLadder): ""
    case .similar where steps[..<index].allSatisfy(\.isLadder): ""
    default: "| "
    }
  }

  /// Returns `source` on one line.
  public func print(_ source: Source) -> String {
    switch source.kind {
    case .rows(let kind): kind.rawValue
    case .phrase(let phrase): quoted(phrase)
    case .name(let name): name.text
    case .query(let query): "(\(print(query)))"
    case .region(let left, let relation, let right):
      "\(print(left)) \(print(relation)) \(printOperand(right))"
    case .pattern(let pattern): print(pattern)
    case .call(let name, let values):
      "\(name.text)(\(values.map(print).joined(separator: ", ")))"
    case .compare(let left, let right, let path):
      "compare \(print(left)) with \(print(right))" + (path.map { " on \($0.text)" } ?? "")
    case .invalid: ""
    }
  }

  /// Returns `relation` with how far it reaches: `near/5`.
  public func print(_ relation: Relation) -> String {
    switch relation.reach {
    case nil: relation.kind.rawValue
    case .tokens(let number): "\(relation.kind.rawValue)/\(print(number))"
    case .unit(let unit): "\(relation.kind.rawValue)/\(unit.text)"
    case .time(let number, let unit):
      "\(relation.kind.rawValue)/\(print(number)) \(unit.text)"
    }
  }

  private func printOperand(_ source: Source) -> String {
    if case .region = source.kind { return "(\(print(source)))" }
    return print(source)
  }
}

extension Step {

  /// Whether the step is a condition of the short ladder.
  var isLadder: Bool {
    if case .ladder = kind { true } else { false }
  }
}
