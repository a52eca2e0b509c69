internal import CorpusStore

extension BoundQueryPrinter {

  /// Returns the print of a token pattern: `pattern [lemma {send}] []{0,3}`.
  func print(_ pattern: BoundPattern) -> String {
    "pattern " + print(pattern.node)
      + (pattern.constraint.map { " :: " + print($0) } ?? "")
  }

  private func print(_ node: BoundPatternNode) -> String {
    switch node {
    case .token(let test): return "[" + print(test) + "]"
    case .labelled(let label, let test): return "\(label):[" + print(test) + "]"
    case .sequence(let parts):
      return "(" + parts.map(print).joined(separator: " ") + ")"
    case .choice(let parts): return "(" + parts.map(print).joined(separator: " | ") + ")"
    case .repetition(let part, let least, let most):
      return print(part) + "{\(least),\(most.map(String.init) ?? "")}"
    }
  }

  private func print(_ test: BoundTokenTest) -> String {
    switch test {
    case .any: return ""
    case .and(let parts): return "(" + parts.map(print).joined(separator: " & ") + ")"
    case .or(let parts): return "(" + parts.map(print).joined(separator: " | ") + ")"
    case .not(let part): return "!(" + print(part) + ")"
    case .codes(let attribute, let codes):
      return attribute.name + " {"
        + values(codes, of: BoundPath(target: .attribute(attribute), text: attribute.name)) + "}"
    case .matches(let attribute, let tree, let regard):
      return attribute.name + " matches a tree of \(tree.size)" + regard.print
    }
  }

  private func print(_ condition: BoundLabelCondition) -> String {
    switch condition {
    case .and(let parts): return "(" + parts.map(print).joined(separator: " & ") + ")"
    case .or(let parts): return "(" + parts.map(print).joined(separator: " | ") + ")"
    case .not(let part): return "!(" + print(part) + ")"
    case .same(let one, let first, let other, let second):
      return "\(one).\(first.name) = \(other).\(second.name)"
    case .test(let label, let test): return "\(label):[" + print(test) + "]"
    }
  }

  /// Returns the print of what stands in a text.
  func print(_ text: BoundText) -> String {
    switch text {
    case .phrase(let pattern): return phrase(pattern)
    case .pattern(let pattern): return print(pattern)
    case .related(let one, let relation, let other):
      return "(" + print(one) + " " + relation.name + " " + print(other) + ")"
    }
  }
}

extension TextRegard {

  /// What counts, as a printed query names it.
  fileprivate var print: String {
    (letterCase ? " with case" : "") + (accents ? " with accents" : "")
  }
}
