internal import CorpusStore

extension ReadBack {

  /// Values of a set that are named before the others are only counted.
  private static let namedForms = 4

  /// Returns a token pattern as a noun, first as it was written, then in words.
  func match(of pattern: BoundPattern) -> String {
    let constraint = pattern.constraint.map { ", where " + words($0) } ?? ""
    return "a match of \(pattern.text) (\(words(pattern.node))\(constraint))"
  }

  private func words(_ node: BoundPatternNode) -> String {
    switch node {
    case .token(let test): return token(test)
    case .labelled(let label, let test): return token(test) + ", called " + name(label)
    case .sequence(let parts):
      return parts.isEmpty ? "nothing" : parts.map(words).joined(separator: ", then ")
    case .choice(let parts):
      return "either " + parts.map(words).joined(separator: " or ")
    case .repetition(let part, let least, let most):
      return group(part) + " " + times(least, most)
    }
  }

  private func group(_ node: BoundPatternNode) -> String {
    switch node {
    case .token: words(node)
    case .labelled, .sequence, .choice, .repetition: "[\(words(node))]"
    }
  }

  private func times(_ least: Int, _ most: Int?) -> String {
    switch (least, most) {
    case (0, nil): "any number of times"
    case (1, nil): "once or more"
    case (let least, nil): Wording.count(least, "times") + " or more"
    case (0, 1?): "once or not at all"
    case (let least, let most?) where least == most: Wording.count(least, "times")
    case (let least, let most?): "\(least) to \(Wording.count(most, "times"))"
    }
  }

  private func token(_ test: BoundTokenTest) -> String {
    if case .any = test { return "any token" }
    return "a token " + words(test)
  }

  /// Returns what must hold of a token as a relative clause.
  private func words(_ test: BoundTokenTest) -> String {
    switch test {
    case .any: return "of any form"
    case .and(let parts): return parts.map(part).joined(separator: " and ")
    case .or(let parts): return "either " + parts.map(part).joined(separator: " or ")
    case .not(.codes(let attribute, let codes)):
      return "whose \(attribute.name) is not " + forms(codes, of: attribute)
    case .not(.matches(let attribute, _, let regard)):
      return "whose \(attribute.name) does not match its expression" + regard.reading
    case .not(let part): return "that is not one " + words(part)
    case .codes(let attribute, let codes):
      return "whose \(attribute.name) is " + forms(codes, of: attribute)
    case .matches(let attribute, _, let regard):
      return "whose \(attribute.name) matches its expression" + regard.reading
    }
  }

  /// Returns a clause in parentheses where its own words join others.
  private func part(_ test: BoundTokenTest) -> String {
    switch test {
    case .and, .or: "(" + words(test) + ")"
    default: words(test)
    }
  }

  private func forms(_ codes: [UInt32], of attribute: Attribute) -> String {
    guard let dictionary = corpus.column(of: attribute)?.dictionary, !codes.isEmpty else {
      return "a value that is not in the corpus"
    }
    let known = codes.filter { $0 < dictionary.count }
    var names = known.prefix(Self.namedForms).map { corpus.label(of: $0, in: dictionary) }
    if known.count > names.count { names.append("\(known.count - names.count) more") }
    return Wording.list(names, "or")
  }

  private func words(_ condition: BoundLabelCondition) -> String {
    switch condition {
    case .and(let parts): return parts.map(words).joined(separator: " and ")
    case .or(let parts): return "either " + parts.map(words).joined(separator: " or ")
    case .not(.same(let one, let first, let other, let second)):
      return "the \(first.name) of \(name(one)) is not the \(second.name) of \(name(other))"
    case .not(let part): return "it is not so that " + words(part)
    case .same(let one, let first, let other, let second):
      return "the \(first.name) of \(name(one)) is the \(second.name) of \(name(other))"
    case .test(let label, let test): return "\(name(label)) is a token " + words(test)
    }
  }

  /// The name of a label, which is kept as a number: a, b, c.
  private func name(_ label: Int) -> String {
    (0..<26).contains(label)
      ? String(UnicodeScalar(UInt8(ascii: "A") + UInt8(label))) : "token \(label + 1)"
  }
}

extension TextRegard {

  /// What counts beside the letters, in words; nothing where neither case nor accents do.
  fileprivate var reading: String {
    switch (letterCase, accents) {
    case (false, false): ""
    case (true, false): ", with regard to case"
    case (false, true): ", with regard to accents"
    case (true, true): ", with regard to case and accents"
    }
  }
}
