internal import Diagnostics

extension Parser {

  /// Path = WORD { "." WORD }.
  mutating func parsePath() -> Path? {
    let start = position
    expect(.attribute)
    guard current.kind == .word else {
      reportExpected(.attribute)
      return nil
    }
    var parts = [takeName()]
    while current.kind == .dot, !current.followsBlank, position < tokens.count {
      advance()
      probe?.pathPrefix = parts
      expect(.attribute)
      guard current.kind == .word else {
        reportExpected(.attribute)
        return nil
      }
      probe?.pathPrefix = []
      parts.append(takeName())
    }
    return Path(parts, at: range(from: start))
  }

  private mutating func takeName() -> Name {
    let token = current
    advance()
    return Name(text(token), at: token.range)
  }

  /// Name = WORD.
  mutating func parseName(as wanted: Wanted) -> Name? {
    if wanted.isName, wanted != .label { expect(.newName) }
    guard current.kind == .word else {
      reportExpected(wanted)
      return nil
    }
    return takeName()
  }

  /// NameOrPhrase = WORD | STRING.
  mutating func parseNameOrPhrase(as wanted: Wanted) -> Name? {
    current.kind == .string ? parsePhrase() : parseName(as: wanted)
  }

  /// PhraseOrWords = STRING | WORD { WORD }, up to `as`, `or` or the end.
  mutating func parsePhraseOrWords(as wanted: Wanted) -> Name? {
    expect(.newName)
    expect(.phrase)
    if current.kind == .string { return parsePhrase() }
    let start = position
    while current.kind == .word, current.keyword != .as, current.keyword != .or { advance() }
    guard position > start else {
      reportExpected(wanted)
      return nil
    }
    return Name(joinedText(of: start..<position), at: range(from: start))
  }

  /// Reads a list between commas; one more comma at its end is welcome.
  ///
  /// A step ends it whose keyword could be no item: in `steps`, or one that its next word tells.
  mutating func parseList<Item>(
    before steps: [Keyword] = [], _ parse: (inout Parser) -> Item?
  ) -> [Item]? {
    var items: [Item] = []
    repeat {
      if !items.isEmpty, endsList || current.keyword.map({ steps.contains($0) }) == true { break }
      guard let item = parse(&self) else { return nil }
      items.append(item)
    } while consume(.comma)
    return items
  }

  /// Whether a list ends behind a comma; `count` is an attribute there unless `by` follows.
  private var endsList: Bool {
    guard probe == nil || current.kind != .end else { return false }
    if current.keyword == .count { return token(1).keyword == .by }
    return current.kind != .word || isStepStart(at: position) || startsCombine
  }

  /// Whether `union`, `except` or `intersect` stands with a name behind it, which no path has.
  private var startsCombine: Bool {
    guard current.keyword?.setOperator != nil, token(1).kind == .word else { return false }
    return token(1).keyword == nil || token(2).kind == .leftParenthesis
  }
}
