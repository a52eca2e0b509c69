internal import Diagnostics

extension Parser {

  /// Script = { StatementEnd } [ Statement { StatementEnd { StatementEnd } Statement } ].
  mutating func parseScript() -> Script {
    var statements: [Statement] = []
    while true {
      while current.kind == .semicolon || current.kind == .blankLine { advance() }
      guard current.kind != .end || probe != nil else { break }
      probe?.statementCount = statements.count
      let start = position
      statements.append(parseStatement())
      if current.kind == .end { break }
      parseStatementEnd(startedAt: start)
    }
    return Script(statements: statements)
  }

  /// StatementEnd = ";" | BLANK_LINE.
  ///
  /// Skips what is left of a statement that cannot be read to its end.
  private mutating func parseStatementEnd(startedAt start: Int) {
    if current.endsStatement { return }
    if !beginsNewStatement || position == start {
      reportUnexpected()
      repeat { advance() } while !current.endsStatement && !beginsNewStatement
    }
    if !current.endsStatement, !beginsPromptCommand {
      report(.missingStatementEnd(at: current.range))
    }
  }

  /// Whether the next token begins a line, and can only begin a statement there.
  var beginsNewStatement: Bool {
    if beginsPromptCommand { return true }
    guard current.startsLine, let keyword = current.keyword else { return false }
    return keyword.rowKind != nil || keyword.startsStatement
  }

  /// Statement = Query | Let | Define | Param | Describe | Values | Explain | Expect | Alias | Run | ….
  mutating func parseStatement() -> Statement {
    let start = position
    expectKeywords(Keyword.statements)
    let kind = parseStatementKind()
    return Statement(kind, at: range(from: start))
  }

  private mutating func parseStatementKind() -> Statement.Kind {
    if current.kind == .dot, token(1).kind == .word { return skipPromptCommand() }
    switch statementKeyword {
    case .let: return parseLet()
    case .define: return parseDefine()
    case .param: return parseParam()
    case .describe: return parseDescribe()
    case .values: return parseValues()
    case .explain: return parseExplain()
    case .expect: return parseExpect()
    case .alias: return parseAlias()
    case .run: return parseRun()
    case .use: return parseUse()
    case .correct: return parseCorrect()
    case .corrections: return parseCorrections()
    default: return parseQueryStatement()
    }
  }

  /// Whether a line like `.why 1` begins, which is no step written with a dot.
  var beginsPromptCommand: Bool {
    current.startsLine && current.kind == .dot && token(1).kind == .word && !isStepName(token(1))
  }

  /// Skips a line such as `.mode csv`, which only the prompt knows.
  private mutating func skipPromptCommand() -> Statement.Kind {
    report(.promptCommand(text(token(1)), at: current.range.union(token(1).range)))
    repeat { advance() } while !current.endsStatement && !current.startsLine
    lastMistake = position
    return .invalid
  }

  /// The keyword that begins the statement, or the one that its first word is a misspelling of.
  private mutating func statementKeywordIfMisspelt() -> Keyword? {
    guard current.kind == .word, current.keyword == nil, mayFollowStatementKeyword,
      let keyword = nearest(to: current, among: Keyword.statements + [.compare]),
      keyword != .compare
    else { return nil }
    report(.misspeltKeyword(text(current), didYouMean: [keyword.rawValue], at: current.range))
    return keyword
  }

  /// Whether the second token cannot stand behind the name of a query.
  private var mayFollowStatementKeyword: Bool {
    switch token(1).kind {
    case .string, .integer, .leftBracket, .parameter: return true
    case .leftParenthesis: return holdsQuery(at: position + 1)
    case .word: return !isStepStart(at: position + 1) && !token(1).startsLadderOrRegion
    default: return false
    }
  }

  /// Whether the parenthesis numbered `index` holds a query, and no values of a call.
  func holdsQuery(at index: Int) -> Bool {
    guard index + 2 < tokens.count, tokens[index].kind == .leftParenthesis else { return false }
    let first = tokens[index + 1]
    switch first.kind {
    case .leftParenthesis, .leftBracket: return true
    case .word: return first.keyword?.rowKind != nil || first.keyword == .compare
    default: return false
    }
  }

  private var statementKeyword: Keyword? {
    mutating get {
      guard let keyword = current.keyword, keyword.startsStatement else {
        return statementKeywordIfMisspelt()
      }
      if [.describe, .explain, .expect, .corrections].contains(keyword) { return keyword }
      let isName = isStepStart(at: position + 1) || token(1).kind == .pipe
      return isName ? nil : keyword
    }
  }

  private mutating func parseQueryStatement() -> Statement.Kind {
    let start = position
    let query = parseForeignQueryIfPresent() ?? parseSpokenQueryIfPresent() ?? parseQuery()
    if query.source.kind == .invalid, position == start { return .invalid }
    return .query(query)
  }

  /// Let = "let" WORD "=" Query.
  private mutating func parseLet() -> Statement.Kind {
    advance()
    guard let name = parseName(as: .nameOfQuery), consumeRequired(.equal, after: "let \(name.text)")
    else { return .invalid }
    return .letQuery(name: name, query: parseQuery())
  }

  /// Param = "param" WORD "=" Value.
  private mutating func parseParam() -> Statement.Kind {
    advance()
    guard let name = parseName(as: .nameOfParameter),
      consumeRequired(.equal, after: "param \(name.text)")
    else { return .invalid }
    let value = parseValue()
    return value.kind == .invalid ? .invalid : .parameter(name: name, value: value)
  }

  /// Describe = "describe" [ RowKind ].
  private mutating func parseDescribe() -> Statement.Kind {
    advance()
    expect(.rowKind)
    return current.kind == .word ? .describe(parseRowKind()) : .describe(nil)
  }

  /// Values = "values" "of" Path.
  private mutating func parseValues() -> Statement.Kind {
    advance()
    guard consumeRequired(.of, after: "values"), let path = parsePath() else { return .invalid }
    return .values(of: path)
  }

  /// Explain = "explain" Query.
  private mutating func parseExplain() -> Statement.Kind {
    advance()
    let query = parseQuery()
    return query.source.kind == .invalid ? .invalid : .explain(query)
  }

  /// Expect = "expect" Query Comparison Value.
  private mutating func parseExpect() -> Statement.Kind {
    advance()
    isInExpectation = true
    let query = parseQuery()
    isInExpectation = false
    if query.source.kind == .invalid { return .invalid }
    guard let comparison = parseComparison() else {
      reportExpected(.comparisonOfExpectation)
      skipStatement()
      return .invalid
    }
    let value = parseValue()
    return value.kind == .invalid ? .invalid : .expect(query, comparison, value)
  }
}
