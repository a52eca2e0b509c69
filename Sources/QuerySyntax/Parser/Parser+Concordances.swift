internal import Diagnostics

extension Parser {

  /// Kwic = "kwic" [ Number ] [ "order" "by" ConcordanceKey { "," ConcordanceKey } [ "," ] ].
  mutating func parseKwic() -> Step.Kind {
    var width: Value?
    expect(.number)
    if current.kind == .integer || current.kind == .parameter { width = parseNumber(after: "kwic") }
    expectSteps()
    let hasPipe = current.kind == .pipe
    let distance = hasPipe ? 1 : 0
    guard token(distance).keyword == .order, token(distance + 1).keyword == .by,
      isConcordanceKey(at: position + distance + 2)
    else {
      noteConcordanceOrder()
      return .kwic(width: width, order: [])
    }
    for _ in 0..<(distance + 2) { advance() }
    let keys = parseList(before: [.families, .count]) { $0.parseConcordanceKey() }
    return keys.map { .kwic(width: width, order: $0) } ?? .invalid
  }

  private func isConcordanceKey(at index: Int) -> Bool {
    let token = tokens[min(index, tokens.count - 1)]
    if [.left, .right, .node].contains(token.keyword) { return true }
    // No attribute is followed by a number, so a misspelt place is one that was meant.
    return token.keyword == nil && tokens[min(index + 1, tokens.count - 1)].kind == .integer
      && nearest(to: token, among: [.left, .right]) != nil
  }

  /// Lets completion behind `kwic order by` offer the places of a line.
  private mutating func noteConcordanceOrder() {
    guard probe != nil, current.keyword == .order, token(1).keyword == .by, token(2).kind == .end
    else { return }
    probe?.deferred = [.keyword("left"), .keyword("right"), .keyword("node")]
  }

  /// ConcordanceKey = ( "left" Number | "right" Number | "node" ) [ Direction ].
  private mutating func parseConcordanceKey() -> ConcordanceKey? {
    let start = position
    guard let place = parseConcordancePlace() else { return nil }
    let isDescending = parseDirection()
    return ConcordanceKey(place, isDescending: isDescending, at: range(from: start))
  }

  private mutating func parseConcordancePlace() -> ConcordanceKey.Place? {
    if consume(.node) { return .node }
    let isLeft = at(.left)
    guard isLeft || at(.right) || reportMisspelling(of: .left) || reportMisspelling(of: .right)
    else {
      reportExpected(.concordanceKey)
      return nil
    }
    advance()
    expect(.number)
    guard current.kind == .integer, let distance = Int(text(current)), distance > 0 else {
      reportExpected(.distanceInWords)
      return nil
    }
    advance()
    return isLeft ? .left(distance) : .right(distance)
  }
}
