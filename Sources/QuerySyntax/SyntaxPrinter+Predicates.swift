extension SyntaxPrinter {

  /// How tightly the parts of a condition hold together.
  private enum Tightness: Int, Comparable {
    case or, and, not, condition

    static func < (a: Tightness, b: Tightness) -> Bool { a.rawValue < b.rawValue }
  }

  /// Returns `predicate` on one line.
  public func print(_ predicate: Predicate) -> String {
    switch predicate.kind {
    case .or(let parts): parts.map { print($0, within: .and) }.joined(separator: " or ")
    case .and(let parts): parts.map { print($0, within: .not) }.joined(separator: " and ")
    case .not(let operand): printNegation(of: operand)
    case .comparison(let path, let comparison, let value):
      "\(path.text) \(comparison.rawValue) \(print(value))"
    case .membership(let path, let values): "\(path.text) in \(printMembers(values))"
    case .between(let path, let low, let high):
      "\(path.text) between \(print(low)) and \(print(high))"
    case .all(let path, let values): "\(path.text) = all \(printList(values))"
    case .isMissing(let path): "\(path.text) is missing"
    case .isKnown(let path): "\(path.text) is known"
    case .flag(let path): path.text
    case .phrase(let phrase): quoted(phrase)
    case .contains(let path, let phrase): "\(path.text) contains \(quoted(phrase))"
    case .matches(let path, let pattern): "\(path.text) matches \(printPattern(pattern.text))"
    case .mentions(let value): "mentions \(print(value))"
    case .about(let value): "about \(print(value))"
    case .by(let value): "by \(print(value))"
    case .since(let value): "since \(print(value))"
    case .last(let number, let unit): "last \(print(number)) \(unit.text)"
    case .region(let relation, let source): "\(print(relation)) \(print(source))"
    case .pattern(let pattern): print(pattern)
    case .proximity(let left, let relation, let right):
      "\(print(left)) \(print(relation)) \(print(right))"
    case .quantified(let quantifier, let kind, let condition):
      "\(quantifier.rawValue) \(printRows(kind, condition))"
    case .countOf(let kind, let condition, let test):
      "count of \(printRows(kind, condition)) \(print(test))"
    case .invalid: ""
    }
  }

  private func printRows(_ kind: RowKindName, _ condition: Predicate?) -> String {
    "\(kind.kind.rawValue) (\(condition.map(print) ?? ""))"
  }

  private func print(_ test: CountTest) -> String {
    switch test {
    case .comparison(let comparison, let value): "\(comparison.rawValue) \(print(value))"
    case .between(let low, let high): "between \(print(low)) and \(print(high))"
    case .membership(let values): "in \(printList(values))"
    }
  }

  /// The parts between which a long condition is broken into lines, each with its leading word.
  func clauses(of predicate: Predicate) -> [String] {
    switch predicate.kind {
    case .or(let parts): lead(parts.map { print($0, within: .and) }, by: "or ")
    case .and(let parts): lead(parts.map { print($0, within: .not) }, by: "and ")
    default: [print(predicate)]
    }
  }

  private func lead(_ clauses: [String], by word: String) -> [String] {
    clauses.prefix(1) + clauses.dropFirst().map { word + $0 }
  }

  private func print(_ predicate: Predicate, within least: Tightness) -> String {
    let text = print(predicate)
    return tightness(of: predicate) < least ? "(\(text))" : text
  }

  private func tightness(of predicate: Predicate) -> Tightness {
    switch predicate.kind {
    case .or: .or
    case .and: .and
    case .not: .not
    default: .condition
    }
  }

  private func printNegation(of operand: Predicate) -> String {
    if case .membership(let path, let values) = operand.kind {
      return "\(path.text) not in \(printMembers(values))"
    }
    return "not \(print(operand, within: .not))"
  }

  private func printMembers(_ values: [Value]) -> String {
    if values.count == 1, case .date = values[0].kind { return print(values[0]) }
    return printList(values)
  }

  private func printList(_ values: [Value]) -> String {
    "(\(values.map(print).joined(separator: ", ")))"
  }

  private func printPattern(_ pattern: String) -> String {
    var text = "/"
    var scalars = pattern.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if scalar == "/" { text += "\\" }
      text.unicodeScalars.append(scalar)
      if scalar == "\\", let next = scalars.popFirst() { text.unicodeScalars.append(next) }
    }
    return text + "/"
  }
}
