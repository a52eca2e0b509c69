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
    case .invalid: ""
    default: ""
    }
  }

  /// Returns `query` on one line.
  public func print(_ query: Query) -> String {
    let steps = query.steps.enumerated().map { index, step in
      " " + lead(index, in: query.steps) + print(step)
    }
    return print(query.source) + steps.joined()
  }

  /// The mark in front of the step numbered `index`: a pipe, but none before the first `where`
  /// and the conditions of the short ladder.
  func lead(_ index: Int, in steps: [Step]) -> String {
    switch steps[index].kind {
    case .ladder: ""
    case .filter where steps[..<index].allSatisfy(\.isLadder): ""
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
      "\(print(left)) \(relation.kind.rawValue) \(printOperand(right))"
    case .invalid: ""
    default: ""
    }
  }

  private func printOperand(_ source: Source) -> String {
    if case .region = source.kind { return "(\(print(source)))" }
    return print(source)
  }

  /// Returns `step` without a leading mark.
  public func print(_ step: Step) -> String {
    switch step.kind {
    case .filter(let predicate): "where \(print(predicate))"
    case .ladder(let predicate): print(predicate)
    case .select(let items): "select \(items.map(print).joined(separator: ", "))"
    case .order(let items): "order by \(items.map(print).joined(separator: ", "))"
    case .limit(let number): "limit \(print(number))"
    case .top(let number, let by, let per):
      "top \(print(number))\(tail(" by ", by))\(tail(" per ", per))"
    case .sample(let number, let seed):
      "sample \(print(number))" + (seed.map { " seed \(print($0))" } ?? "")
    case .count(let paths):
      paths.isEmpty ? "count" : "count by \(paths.map(\.text).joined(separator: ", "))"
    case .timeline(let unit, let by): "timeline by \(unit.text)\(tail(" by ", by))"
    case .to(let kind): "to \(kind.kind.rawValue)"
    case .kwic(let width, let order): printConcordance(width, order)
    case .save(let file): "save \(quoted(file))"
    case .invalid: ""
    default: ""
    }
  }

  private func tail(_ lead: String, _ path: Path?) -> String { path.map { lead + $0.text } ?? "" }

  private func print(_ item: SelectItem) -> String {
    guard let name = item.name else { return item.path.text }
    return "\(item.path.text) as \(isWord(name.text) ? name.text : quoted(name))"
  }

  private func print(_ item: OrderItem) -> String {
    item.isDescending ? "\(item.path.text) desc" : item.path.text
  }

  private func printConcordance(_ width: Value?, _ order: [ConcordanceKey]) -> String {
    let keys = order.map { key in
      let place =
        switch key.place {
        case .left(let distance): "left \(distance)"
        case .right(let distance): "right \(distance)"
        case .node: "node"
        }
      return key.isDescending ? "\(place) desc" : place
    }
    return "kwic" + (width.map { " \(print($0))" } ?? "")
      + (keys.isEmpty ? "" : " order by \(keys.joined(separator: ", "))")
  }

  private func isWord(_ text: String) -> Bool {
    let lexed = Lexer.tokenize(text)
    return lexed.tokens.count == 2 && lexed.comments.isEmpty && lexed.tokens[0].kind == .word
      && lexed.tokens[0].range.length == text.utf8.count
  }
}

extension Step {

  /// Whether the step is a condition of the short ladder.
  var isLadder: Bool {
    if case .ladder = kind { true } else { false }
  }
}
