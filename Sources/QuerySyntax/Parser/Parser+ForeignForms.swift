internal import Diagnostics

/// Statements as people say them, and as other corpus tools write them.
extension Parser {

  /// Verbs that people put before what they look for.
  private static let verbs: Set = [
    "find", "show", "list", "get", "give", "display", "search", "fetch", "return", "print", "see",
  ]

  /// Reads `find quotes by Macron` or `show me all quotes`, and says what is left out.
  mutating func parseSpokenQueryIfPresent() -> Query? {
    guard let source = indexOfSpokenSource() else { return nil }
    let spoken = SourceRange(current.range.start, tokens[source - 1].range.end)
    report(
      .spokenQuery(
        text(spoken), source: text(tokens[source]), at: spoken,
        mended: SourceRange(spoken.start, tokens[source].range.start)))
    position = source
    return parseQuery()
  }

  /// The place of the kind of row behind a verb; `list families` may be a step behind a name.
  private func indexOfSpokenSource() -> Int? {
    guard current.kind == .word, Self.verbs.contains(text(current).lowercased()) else { return nil }
    for distance in 1...3 {
      let next = token(distance)
      guard next.kind == .word, !next.startsLine else { return nil }
      if next.keyword?.rowKind != nil, next.keyword != .families { return position + distance }
      guard next.keyword == nil || next.keyword == .all || next.keyword == .every else {
        return nil
      }
    }
    return nil
  }

  /// Whether words stand here that no query begins with, as in `who said "x"`.
  var startsWithProse: Bool {
    guard current.keyword == nil, !isInExpectation, probe == nil,
      position == 0 || tokens[position - 1].endsStatement
    else { return false }
    let next = token(1)
    if next.kind == .dot { return token(2).kind == .word && !isStepName(token(2)) }
    guard next.kind == .word, next.keyword == nil, !next.startsLine, !isStepName(next),
      foreignLadder(at: position + 1) == nil
    else { return false }
    let kinds = Keyword.allCases.filter { $0.rowKind != nil } + Keyword.statements + [.compare]
    let followers = Keyword.steps + Keyword.ladder + Keyword.regions + [.and, .with]
    return nearest(to: current, among: kinds) == nil && nearest(to: next, among: followers) == nil
  }

  func isStepName(_ token: Token) -> Bool {
    token.keyword.map { Keyword.steps.contains($0) } ?? (foreignStep(text(token)) != nil)
  }

  /// Reports a step that has nothing in front of it, and skips what belongs to it.
  mutating func skipLeadingStep() {
    let keyword = current.keyword
    report(
      .leadingStep(
        text(current), at: current.range, isWhole: token(1).keyword?.rowKind == nil))
    if keyword != .where { skipQuery() }
  }

  /// Skips what is left of a query, up to the parenthesis that closes it or the statement's end.
  mutating func skipQuery() {
    var level = 0
    while !current.endsStatement {
      if current.kind.closes {
        if level == 0 { break }
        level -= 1
      }
      if current.kind.opens { level += 1 }
      advance()
    }
    lastMistake = position
  }

  /// Reads `<s>` or `<s/>`, as corpus tools write regions, and says how Quoth does.
  mutating func parseForeignRegion() -> Source {
    let start = position
    let kind: RowKind =
      switch text(token(1)).lowercased() {
      case "p", "para", "paragraph": .paragraphs
      case "text", "doc", "document": .documents
      case "quote", "q": .quotes
      default: .sentences
      }
    while current.kind != .greater, !current.endsStatement, position - start < 4 { advance() }
    if current.kind == .greater { advance() }
    let isWhole = current.kind != .leftBracket && current.kind != .string
    reportAlways(.foreignRegion(text(range(from: start)), kind, at: range(from: start), isWhole))
    if !isWhole { skipQuery() }
    return Source(.rows(kind), at: range(from: start))
  }
}

// MARK: The short ladder in other words

extension Parser {

  /// How a word leads a condition in everyday speech, and what Quoth writes.
  struct ForeignLadder {
    /// The word of the ladder; nil for a date, which stands behind `where`.
    let keyword: Keyword?
    /// What is written instead.
    var quoth: String { keyword?.rawValue ?? "where date in" }
  }

  /// Returns what the word numbered `index` leads, like the `of` of `quotes of Macron`.
  func foreignLadder(at index: Int) -> ForeignLadder? {
    let word = tokens[min(index, tokens.count - 1)]
    let next = tokens[min(index + 1, tokens.count - 1)]
    let isDate = next.kind == .integer || next.kind == .date
    guard word.kind == .word, !word.startsLine, isDate || next.kind == .word || next.kind == .string
    else { return nil }
    switch text(word).lowercased() {
    case "from": return ForeignLadder(keyword: isDate ? .since : .by)
    case "of": return ForeignLadder(keyword: .by)
    case "on", "regarding", "concerning": return ForeignLadder(keyword: .about)
    case "mentioning", "naming": return ForeignLadder(keyword: .mentions)
    case "in" where isDate, "during" where isDate: return ForeignLadder(keyword: nil)
    default: return nil
    }
  }

  /// Reads `from Macron` or `in 2025` behind a source, and says how Quoth writes it.
  mutating func parseForeignLadderIfPresent() -> Step? {
    let start = position
    guard probe == nil, let foreign = foreignLadder(at: position) else { return nil }
    report(.foreignWord(text(current), quoth: foreign.quoth, at: current.range))
    isForeign = true
    advance()
    let value = parseValue(ofLadder: foreign.keyword)
    let path = Path([Name("date", at: value.range)], at: value.range)
    let kind: Predicate.Kind =
      switch foreign.keyword {
      case _ where value.kind == .invalid: .invalid
      case .by?: .by(value)
      case .about?: .about(value)
      case .mentions?: .mentions(value)
      case .since?: .since(value)
      default: .membership(path, [value])
      }
    return Step(.ladder(Predicate(kind, at: range(from: start))), at: range(from: start))
  }

  /// Reads the other names of `by Macron or Trump`, and says how several are asked for.
  mutating func skipFurtherNames(behind predicate: Predicate, of source: Source) {
    guard let (attribute, first) = comparedName(predicate, of: source) else { return }
    let start = tokens[position].range.start
    var names = [SyntaxPrinter().print(first)]
    while continuesNames {
      advance()
      let value = parseValue()
      guard value.kind != .invalid else { break }
      names.append(SyntaxPrinter().print(value))
    }
    guard names.count > 1 else { return }
    let end = tokens[position - 1].range.end
    reportAlways(
      .severalNames(
        predicate, attribute, names, at: SourceRange(start, end),
        isWhole: !current.startsLadderOrRegion && current.keyword != .where))
  }

  /// Whether another name follows, which neither leads a condition nor is an attribute compared.
  private var continuesNames: Bool {
    guard current.kind == .comma || current.keyword == .and || current.keyword == .or else {
      return false
    }
    let next = token(1)
    return next.kind == .string
      || next.kind == .word && next.keyword == nil && !comparesAttribute(at: position + 1)
  }

  private func comparedName(_ predicate: Predicate, of source: Source) -> (String, Value)? {
    switch predicate.kind {
    case .by(let value): (source.kind == .rows(.quotes) ? "speaker" : "author", value)
    case .about(let value): ("topic", value)
    case .mentions(let value): ("mention", value)
    default: nil
    }
  }
}
