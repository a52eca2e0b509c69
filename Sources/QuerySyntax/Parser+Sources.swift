internal import Diagnostics

extension Parser {

  /// Query = Source { Ladder } { [ "|" ] Step }.
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
    while let step = parseLadderIfPresent() { append(step, to: &steps) }
    while let step = parseStepIfPresent() { append(step, to: &steps) }
    return Query(source: source, steps: steps, at: range(from: start))
  }

  private mutating func append(_ step: Step, to steps: inout [Step]) {
    steps.append(step)
    probe?.note(step: step)
  }

  /// Source = SourceAtom { RegionOperator SourceAtom }.
  mutating func parseSource() -> Source {
    let start = position
    var source = parseSourceAtom()
    if case .invalid = source.kind { return source }
    var length = 0
    while let relation = parseRegionOperator() {
      let right = parseSourceAtom()
      if case .invalid = right.kind { return Source(.invalid, at: range(from: start)) }
      length += 1
      guard length + depth <= Self.greatestDepth else {
        report(.tooDeep(at: current.range))
        return Source(.invalid, at: range(from: start))
      }
      source = Source(
        .region(source, Relation(relation, at: range(from: start)), right), at: range(from: start))
    }
    return source
  }

  /// SourceAtom = RowKind | Phrase | Name | QueryInParentheses.
  mutating func parseSourceAtom() -> Source {
    let start = position
    expect(.rowKind)
    expect(.letName)
    expect(.phrase)
    if consume(.leftParenthesis) { return parseQueryInParentheses(from: start) }
    switch current.kind {
    case .string:
      return Source(.phrase(parsePhrase()), at: range(from: start))
    case .word where token(1).comparison != nil && !isInExpectation:
      report(.missingSource(at: current.range))
      skipStatement()
      return Source(.invalid, at: range(from: start))
    case .word where current.keyword?.rowKind != nil || mayNameSource:
      let token = current
      advance()
      let kind = token.keyword?.rowKind.map(Source.Kind.rows)
      return Source(kind ?? .name(Name(text(token), at: token.range)), at: token.range)
    default:
      reportExpected(.source)
      return Source(.invalid, at: range(from: start))
    }
  }

  /// Whether the next word may be a name bound with `let`.
  private var mayNameSource: Bool {
    current.keyword != .and && current.keyword != .or && !isStepStart(at: position)
  }

  /// QueryInParentheses = "(" Query ")".
  private mutating func parseQueryInParentheses(from start: Int) -> Source {
    guard enter() else { return Source(.invalid, at: range(from: start)) }
    defer { depth -= 1 }
    let query = parseQuery()
    close(from: start)
    if case .invalid = query.source.kind { return Source(.invalid, at: range(from: start)) }
    return Source(.query(query), at: range(from: start))
  }

  /// RegionOperator = "within" | "containing" | "outside" | "overlapping" | "before" | "after".
  mutating func parseRegionOperator() -> RegionOperator? {
    expectKeywords(Keyword.regions)
    guard let relation = current.keyword?.regionOperator else { return nil }
    advance()
    return relation
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
