internal import Diagnostics

extension Parser {

  /// Whether a condition such as `no quotes (…)` begins here.
  var startsQuantified: Bool {
    guard current.keyword?.quantifier != nil, !comparesAttribute(at: position) else { return false }
    return token(1).kind == .word || token(1).kind == .end || token(1).kind == .leftParenthesis
  }

  /// Whether a condition such as `count of quotes (…) >= 3` begins here.
  var startsCountOf: Bool { current.keyword == .count && token(1).keyword == .of }

  /// Quantified = ( "some" | "no" | "every" ) RowKind "(" [ Predicate ] ")".
  mutating func parseQuantified() -> Predicate {
    let start = position
    let quantifier = current.keyword?.quantifier
    advance()
    guard let quantifier, let rows = parseRowsInQuestion() else {
      return Predicate(.invalid, at: range(from: start))
    }
    return Predicate(
      .quantified(quantifier, rows.kind, rows.predicate), at: range(from: start))
  }

  /// CountOf = "count" "of" RowKind "(" [ Predicate ] ")" CountTest.
  mutating func parseCountOf() -> Predicate {
    let start = position
    advance()
    advance()
    guard let rows = parseRowsInQuestion(), let test = parseCountTest() else {
      return Predicate(.invalid, at: range(from: start))
    }
    return Predicate(.countOf(rows.kind, rows.predicate, test), at: range(from: start))
  }

  private mutating func parseRowsInQuestion() -> (kind: RowKindName, predicate: Predicate?)? {
    guard let kind = parseRowKind() else {
      if current.kind == .leftParenthesis {
        advance()
        skipToClose()
      }
      return nil
    }
    let opening = position
    guard at(.leftParenthesis) else {
      reportExpected(.conditionInParentheses(of: kind.kind.rawValue))
      return nil
    }
    guard enter() else { return nil }
    defer { depth -= 1 }
    advance()
    probe?.queries.append(
      OpenQuery(source: Source(.rows(kind.kind), at: kind.range)))
    defer { probe?.queries.removeLast() }
    if consume(.rightParenthesis) { return (kind, nil) }
    let predicate = parsePredicate()
    close(from: opening)
    return predicate.kind == .invalid ? nil : (kind, predicate)
  }

  /// CountTest = Comparison Number | "=" NumberRange | "in" … | "between" Number "and" Number.
  private mutating func parseCountTest() -> CountTest? {
    if let comparison = parseComparison() {
      guard let number = parseNumber(after: comparison.rawValue) else { return nil }
      guard comparison == .equal, consume(.dotDot) else { return .comparison(comparison, number) }
      return parseNumber(after: "..").map { .between(number, $0) }
    }
    if consume(.in) { return parseCountMembership() }
    guard consume(.between) else {
      reportExpected(.countTest)
      return nil
    }
    guard let low = parseNumber(after: "between"),
      consumeRequired(.and, after: "the lower end"),
      let high = parseNumber(after: "and")
    else { return nil }
    return .between(low, high)
  }

  /// CountMembership = Number [ ".." Number ] | "(" Number { "," Number } [ "," ] ")".
  private mutating func parseCountMembership() -> CountTest? {
    guard at(.leftParenthesis) else {
      guard let number = parseNumber(after: "in") else { return nil }
      guard consume(.dotDot) else { return .membership([number]) }
      return parseNumber(after: "..").map { .between(number, $0) }
    }
    let opening = position
    advance()
    var numbers: [Value] = []
    repeat {
      if !numbers.isEmpty, current.kind == .rightParenthesis { break }
      guard let number = parseNumber(after: "in (") else {
        skipToClose()
        return nil
      }
      numbers.append(number)
    } while consume(.comma)
    close(from: opening)
    return .membership(numbers)
  }
}
