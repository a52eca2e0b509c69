extension SyntaxPrinter {

  /// Returns `pattern` on one line.
  public func print(_ pattern: TokenPattern) -> String {
    let constraint = pattern.constraint.map { " :: \(print($0))" } ?? ""
    return print(pattern.node) + constraint
  }

  /// Returns a part of a pattern; a choice stands in parentheses.
  public func print(_ node: PatternNode) -> String {
    switch node.kind {
    case .token(let condition): "[\(condition.map(print) ?? "")]"
    case .word(let text): print(text)
    case .sequence(let parts): parts.map(printPart).joined(separator: " ")
    case .choice: printAtom(node)
    case .repetition(let part, let least, let most):
      printLabelled(part) + printTimes(least, most)
    case .labelled: printLabelled(node)
    }
  }

  private func printPart(_ node: PatternNode) -> String {
    if case .sequence = node.kind { printAtom(node) } else { print(node) }
  }

  private func printLabelled(_ node: PatternNode) -> String {
    guard case .labelled(let name, let part) = node.kind else { return printAtom(node) }
    return "\(name.text):\(printAtom(part))"
  }

  /// Returns a part with parentheses around what is more than one token.
  private func printAtom(_ node: PatternNode) -> String {
    switch node.kind {
    case .token, .word: print(node)
    case .choice(let parts): "(\(parts.map(print).joined(separator: " | ")))"
    case .sequence, .repetition, .labelled: "(\(print(node)))"
    }
  }

  private func printTimes(_ least: Int, _ most: Int?) -> String {
    switch (least, most) {
    case (0, nil): "*"
    case (1, nil): "+"
    case (0, 1): "?"
    case (_, nil): "{\(least),}"
    case (_, let most?): least == most ? "{\(least)}" : "{\(least),\(most)}"
    }
  }

  /// Returns `text` with its quotation marks and flags.
  public func print(_ text: PatternText) -> String {
    let flags = text.flags.isEmpty ? "" : "%" + text.flags
    return (text.isExact ? "exactly " : "") + quoted(text.text) + flags
  }

  /// Returns what must hold of one token, without its brackets.
  public func print(_ condition: TokenCondition) -> String {
    switch condition.kind {
    case .or(let parts): parts.map(printJoined).joined(separator: " | ")
    case .and(let parts): parts.map(printFactor).joined(separator: " & ")
    case .not(let part): "!\(printFactor(part))"
    case .comparison(let name, let isEqual, let text):
      "\(name.text) \(isEqual ? "=" : "!=") \(print(text))"
    }
  }

  private func printJoined(_ condition: TokenCondition) -> String {
    if case .or = condition.kind { "(\(print(condition)))" } else { print(condition) }
  }

  private func printFactor(_ condition: TokenCondition) -> String {
    switch condition.kind {
    case .or, .and: "(\(print(condition)))"
    case .not, .comparison: print(condition)
    }
  }

  /// Returns what must hold of the labelled tokens, without the `::` in front.
  public func print(_ condition: LabelCondition) -> String {
    switch condition.kind {
    case .or(let parts): parts.map(printJoined).joined(separator: " | ")
    case .and(let parts): parts.map(printFactor).joined(separator: " & ")
    case .not(let part): "!\(printFactor(part))"
    case .same(let path, let isEqual, let other):
      "\(print(path)) \(isEqual ? "=" : "!=") \(print(other))"
    case .comparison(let path, let isEqual, let text):
      "\(print(path)) \(isEqual ? "=" : "!=") \(print(text))"
    }
  }

  private func print(_ path: LabelPath) -> String { "\(path.label.text).\(path.attribute.text)" }

  private func printJoined(_ condition: LabelCondition) -> String {
    if case .or = condition.kind { "(\(print(condition)))" } else { print(condition) }
  }

  private func printFactor(_ condition: LabelCondition) -> String {
    switch condition.kind {
    case .or, .and: "(\(print(condition)))"
    case .not, .same, .comparison: print(condition)
    }
  }
}
