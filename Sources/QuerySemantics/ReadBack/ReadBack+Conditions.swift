internal import CorpusStore

extension ReadBack {

  /// Values of a set that are named before the others are only counted.
  private static let namedValues = 5

  /// Returns a condition as a relative clause: `whose speaker is Emmanuel Macron`.
  func condition(_ predicate: BoundPredicate) -> String {
    switch predicate {
    case .constant(let value): value ? "without condition" : "of which there can be none"
    case .and(let parts): "both " + parts.map(part).joined(separator: " and ")
    case .or(let parts): "either " + parts.map(part).joined(separator: " or ")
    case .not(let part): negated(part)
    case .isMissing(let path):
      path.isNesting ? "that stand in no other quote" : "without \(Self.known(path))"
    case .phrase(let pattern): "that hold the phrase \"\(pattern.text)\""
    case .region(let relation, let source): "that " + relates(relation, to: related(source))
    case .pattern(let pattern): "that hold " + match(of: pattern)
    case .proximity(let one, let relation, let other):
      "that hold " + proximity(one, relation, other)
    case .linked(let number, let table, let type, let part): linked(number, table, type, part)
    case .codes, .integers, .decimals, .dates, .contains, .matches, .groupEquals:
      comparison(predicate, verb: "is")
    }
  }

  private static func known(_ path: BoundPath) -> String {
    path.isMany ? "known \(path.spoken)" : "a known \(path.spoken)"
  }

  private func negated(_ predicate: BoundPredicate) -> String {
    switch predicate {
    case .isMissing(let path):
      path.isNesting ? "that stand in another quote" : "with \(Self.known(path))"
    case .phrase(let pattern): "that do not hold the phrase \"\(pattern.text)\""
    case .region(let relation, let source): "that " + relatesNot(relation, to: related(source))
    case .pattern(let pattern): "that do not hold " + match(of: pattern)
    case .proximity(let one, let relation, let other):
      "that do not hold " + proximity(one, relation, other)
    case .contains(let path, let text) where path.part == .weekday:
      "whose \(path.spoken) is not \(text.prefix(1).uppercased() + text.dropFirst())"
    case .contains(let path, let text): "whose \(path.spoken) does not contain \"\(text)\""
    case .matches(let path, _): "whose \(path.spoken) does not match the regular expression"
    case .codes, .integers, .decimals, .dates, .groupEquals:
      comparison(predicate, verb: "is not")
    case .linked(.some, let table, let type, let part): linked(.no, table, type, part)
    case .linked(.no, let table, let type, let part): linked(.some, table, type, part)
    case .constant(let value): condition(.constant(!value))
    case .not(let part): condition(part)
    case .linked(.every, let table, let type, let part): linked(.some, table, type, .not(part))
    case .linked(.count(let range), let table, let type, let part):
      "with " + amount(outside: range) + " " + linkedRows(table, type, part)
    case .and(let parts): condition(.or(parts.map { .not($0) }))
    case .or(let parts): condition(.and(parts.map { .not($0) }))
    }
  }

  /// Returns a condition in parentheses where its own words join others.
  private func part(_ predicate: BoundPredicate) -> String {
    switch predicate {
    case .and, .or, .not(.and), .not(.or): "(" + condition(predicate) + ")"
    default: condition(predicate)
    }
  }

  private func comparison(_ predicate: BoundPredicate, verb: String) -> String {
    switch predicate {
    case .codes(let path, let codes): "whose \(path.spoken) \(verb) " + values(codes, of: path)
    case .integers(let path, let range): integers(path, range, verb)
    case .decimals(let path, let range):
      "whose \(path.spoken) \(verb) "
        + span(
          range.lowerBound == -.infinity ? nil : "\(range.lowerBound)",
          range.upperBound == .infinity ? nil : "\(range.upperBound)")
    case .dates(let path, let range):
      "whose \(path.spoken) \(verb) " + days(range)
    case .contains(let path, let text) where path.part == .weekday:
      "whose \(path.spoken) is \(text.prefix(1).uppercased() + text.dropFirst())"
    case .contains(let path, let text): "whose \(path.spoken) contains \"\(text)\""
    case .matches(let path, _): "whose \(path.spoken) matches the regular expression"
    case .groupEquals(let path, let text): "whose \(path.spoken) \(verb) \"\(text)\""
    default: ""
    }
  }

  private func integers(_ path: BoundPath, _ range: ClosedRange<Int>, _ verb: String) -> String {
    if path.type == .flag {
      return "of which '\(path.text)' \(verb) " + (range.lowerBound == 1 ? "true" : "false")
    }
    return "whose \(path.spoken) \(path.agreeing(verb)) "
      + span(
        range.lowerBound == .min ? nil : Wording.grouped(range.lowerBound),
        range.upperBound == .max ? nil : Wording.grouped(range.upperBound))
  }

  /// Returns days as the end of a sentence: `from 2025-01-01 to 2025-12-31`.
  func days(_ range: ClosedRange<Day>) -> String {
    span(
      range.lowerBound == .earliest ? nil : range.lowerBound.iso,
      range.upperBound == .latest ? nil : range.upperBound.iso, more: "later", less: "earlier")
  }

  private func span(
    _ low: String?, _ high: String?, more: String = "more", less: String = "less"
  ) -> String {
    switch (low, high) {
    case (nil, nil): "any"
    case (let low?, nil): "\(low) or \(more)"
    case (nil, let high?): "\(high) or \(less)"
    case (let low?, let high?): low == high ? low : "from \(low) to \(high)"
    }
  }

  private func values(_ codes: [UInt32], of path: BoundPath) -> String {
    guard let dictionary = dictionary(of: path), !codes.isEmpty else {
      return "a value that is not in the corpus"
    }
    let unit = path.owner.name
    let rows = { (code: UInt32) in dictionary.postings.count(of: Int(code)) }
    let frequent = codes.sorted { (rows($1), $0) < (rows($0), $1) }
    var names = frequent.prefix(Self.namedValues).map { code in
      corpus.label(of: code, in: dictionary) + " (\(count(rows(code), unit)))"
    }
    if codes.count > names.count { names.append("\(codes.count - names.count) more") }
    return Wording.list(names, "or")
  }

  private func dictionary(of path: BoundPath) -> ColumnDictionary? {
    guard case .attribute(let attribute) = path.target else { return nil }
    return corpus.column(of: attribute)?.dictionary
  }
}

extension BoundPath {

  /// The path as it is said: `speaker's type`.
  fileprivate var spoken: String {
    text.split(separator: ".").joined(separator: "'s ")
  }

  /// Whether it is the quote that a quote stands in.
  fileprivate var isNesting: Bool {
    guard case .attribute(let attribute) = target else { return false }
    return attribute.table == .quotes && attribute.name == "nested" && hops.isEmpty
  }

  /// The form of a verb that goes with the attribute's name: `whose words are 3`.
  fileprivate func agreeing(_ verb: String) -> String {
    guard text.hasSuffix("s") else { return verb }
    return verb == "is" ? "are" : "are not"
  }

  /// The table whose rows have the attribute at the end.
  var owner: Table {
    if case .attribute(let attribute) = target { return attribute.table }
    return .documents
  }
}
