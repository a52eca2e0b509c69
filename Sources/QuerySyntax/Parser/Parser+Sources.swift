internal import Diagnostics

extension Parser {

  /// Query = Source [ Ladder { Ladder | RegionCondition } ] { [ "|" ] Step }.
  mutating func parseQuery() -> Query {
    let start = position
    probe?.queries.append(OpenQuery())
    defer { probe?.queries.removeLast() }
    let source = parseSource()
    probe?.note(source: source)
    if case .invalid = source.kind {
      synchronize()
      if current.kind != .pipe, !isStepStart(at: position) {
        return Query(source: source, steps: [], at: range(from: start))
      }
    }
    var steps: [Step] = []
    let outerForeign = isForeign
    isForeign = false
    while let step = parseLadderIfPresent(behind: steps, of: source) { append(step, to: &steps) }
    isForeign = outerForeign
    while let step = parseStepIfPresent() { append(step, to: &steps) }
    return Query(source: source, steps: steps, at: range(from: start))
  }

  private mutating func append(_ step: Step, to steps: inout [Step]) {
    steps.append(step)
    probe?.note(step: step)
  }

  /// Source = SourceAtom { Relation SourceAtom }.
  mutating func parseSource() -> Source {
    let start = position
    let outerHeight = height
    height = 0
    defer { height = max(height, outerHeight) }
    var source = parseSourceAtom()
    if case .invalid = source.kind { return source }
    while let relation = parseRelation() {
      let right = parseSourceAtom()
      guard right.kind != .invalid, relation.isWhole else {
        return Source(.invalid, at: range(from: start))
      }
      height += 1
      guard height + depth <= Self.greatestDepth else {
        report(.tooDeep(at: current.range))
        return Source(.invalid, at: range(from: start))
      }
      source = Source(.region(source, relation, right), at: range(from: start))
    }
    return source
  }

  /// SourceAtom = RowKind | Phrase | Name | QueryInParentheses | TokenPattern | Call | Compare.
  mutating func parseSourceAtom() -> Source {
    let start = position
    expectSources()
    if startsPattern(at: position) {
      let pattern = parseTokenPattern()
      return Source(pattern.map(Source.Kind.pattern) ?? .invalid, at: range(from: start))
    }
    if at(.leftParenthesis) { return parseQueryInParentheses() }
    switch current.kind {
    case .string: return Source(.phrase(parsePhraseAlone()), at: range(from: start))
    case .word where startsCompare: return parseCompare()
    case .word where lacksSource || startsWithProse:
      report(startsWithProse ? .prose(at: current.range) : .missingSource(at: current.range))
      skipQuery()
    case .word where isStepStart(at: position): skipLeadingStep()
    case .less where token(1).kind == .word || token(1).kind == .slash: return parseForeignRegion()
    case .word where current.keyword?.rowKind != nil || mayNameSource: return parseNamedSource()
    default: reportExpected(.source)
    }
    return Source(.invalid, at: range(from: start))
  }

  private mutating func parseNamedSource() -> Source {
    let start = position
    if let kind = current.keyword?.rowKind, let name = parseName(as: .source) {
      return Source(.rows(kind), at: name.range)
    }
    if token(1).kind == .leftParenthesis { return parseCall() }
    guard let name = parseName(as: .source) else {
      return Source(.invalid, at: range(from: start))
    }
    return Source(.name(name), at: name.range)
  }

  /// Whether a condition stands where a query begins, as in `speaker = Macron`.
  private var lacksSource: Bool {
    if isInExpectation { return false }
    if token(1).comparison != nil { return true }
    return token(1).kind == .dot && token(2).kind == .word && token(3).comparison != nil
  }

  /// Whether the next word may be a name bound with `let` or `define`.
  private var mayNameSource: Bool {
    current.keyword != .and && current.keyword != .or && !isStepStart(at: position)
  }

  /// QueryInParentheses = "(" Query ")".
  private mutating func parseQueryInParentheses() -> Source {
    let start = position
    guard enter() else { return Source(.invalid, at: range(from: start)) }
    defer { depth -= 1 }
    advance()
    let query = parseQuery()
    close(from: start)
    if case .invalid = query.source.kind { return Source(.invalid, at: range(from: start)) }
    return Source(.query(query), at: range(from: start))
  }

  /// RowKind = "documents" | … | "families".
  mutating func parseRowKind() -> RowKindName? {
    expect(.rowKind)
    guard let kind = current.keyword?.rowKind else {
      reportUnknownRowKind()
      return nil
    }
    let range = current.range
    advance()
    return RowKindName(kind, at: range)
  }

  /// Reads a phrase that stands alone, and says so where another one follows it.
  mutating func parsePhraseAlone() -> Name {
    let start = position
    let phrase = parsePhrase()
    expect(.mark(Token.Kind.leftBracket.rawValue))
    guard current.kind == .string else { return phrase }
    var texts = [phrase.text]
    while current.kind == .string { texts.append(parsePhrase().text) }
    reportAlways(.adjacentPhrases(texts, at: range(from: start)))
    return phrase
  }
}

// MARK: Defined queries and comparisons

extension Parser {

  /// Call = WORD "(" [ Value { "," Value } [ "," ] ] ")".
  private mutating func parseCall() -> Source {
    let start = position
    guard let name = parseName(as: .source), enter() else {
      return Source(.invalid, at: range(from: start))
    }
    defer { depth -= 1 }
    if name.text.lowercased() == "mu" {
      report(.foreignMeet(at: name.range))
      skipQuery()
      return Source(.invalid, at: range(from: start))
    }
    let opening = position
    advance()
    var values: [Value] = []
    while current.kind != .rightParenthesis
      || probe != nil && values.isEmpty && current.kind == .end
    {
      let value = parseValue()
      guard value.kind != .invalid else {
        skipToClose()
        return Source(.invalid, at: range(from: start))
      }
      values.append(value)
      guard consume(.comma) else { break }
    }
    close(from: opening)
    return Source(.call(name, values), at: range(from: start))
  }

  /// Whether `compare` begins a comparison here, and is no name.
  private var startsCompare: Bool {
    let next = token(1)
    guard current.keyword == .compare else {
      return current.keyword == nil && nearest(to: current, among: [.compare]) != nil
        && (token(2).keyword == .with || holdsQuery(at: position + 1))
    }
    switch next.kind {
    case .leftParenthesis, .end, .string, .leftBracket: return true
    case .word where next.keyword == .mentions:
      return token(2).keyword == .with || token(2).kind == .end
    case .word: return !isStepStart(at: position + 1) && !next.startsLadderOrRegion
    default: return false
    }
  }

  /// Compare = "compare" Operand "with" Operand [ "on" Path ].
  private mutating func parseCompare() -> Source {
    let start = position
    if current.keyword != .compare {
      report(.misspeltKeyword(text(current), didYouMean: ["compare"], at: current.range))
    }
    advance()
    let left = parseOperand(after: "compare")
    if left.kind != .invalid, isStepStart(at: position) || current.keyword?.startsLadder == true {
      report(.comparisonWithoutParentheses(at: range(from: start)))
      skipQuery()
      return Source(.invalid, at: range(from: start))
    }
    guard left.kind != .invalid, consumeRequired(.with, after: "the rows to compare") else {
      return Source(.invalid, at: range(from: start))
    }
    let right = parseOperand(after: "with")
    guard right.kind != .invalid else { return Source(.invalid, at: range(from: start)) }
    guard consume(.on) else {
      return Source(.compare(left, with: right, on: nil), at: range(from: start))
    }
    guard let path = parsePath() else { return Source(.invalid, at: range(from: start)) }
    return Source(.compare(left, with: right, on: path), at: range(from: start))
  }

  /// Operand = QueryInParentheses | Name | Call | RowKind.
  mutating func parseOperand(after place: String) -> Source {
    let start = position
    expectOperands()
    if at(.leftParenthesis) { return parseQueryInParentheses() }
    guard current.kind == .word, current.keyword?.rowKind != nil || mayNameSource,
      current.keyword != .with
    else {
      reportExpected(.operand(after: place))
      return Source(.invalid, at: range(from: start))
    }
    return parseNamedSource()
  }
}

// MARK: Queries as other languages write them

extension Parser {

  /// Reads `select … from quotes where …`, as other languages write it, and says how Quoth does.
  mutating func parseForeignQueryIfPresent() -> Query? {
    let start = position
    guard let from = indexOfForeignFrom() else { return nil }
    position = from + 1
    let kind = text(current)
    report(
      .foreignQuery(
        source: current.kind == .word ? kind : "quotes",
        at: SourceRange(tokens[start].range.start, tokens[from].range.end),
        mended: SourceRange(tokens[start].range.start, current.range.start)))
    return parseQuery()
  }

  /// The place of `from` in a statement that begins with `select … from` or `from`.
  private func indexOfForeignFrom() -> Int? {
    if text(current).lowercased() == "from" { return position }
    guard current.keyword == .select else { return nil }
    var index = position
    while !tokens[index].endsStatement {
      if tokens[index].kind == .word, text(tokens[index]).lowercased() == "from" { return index }
      index += 1
    }
    return nil
  }
}
