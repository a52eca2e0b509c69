internal import Diagnostics

extension Parser {

  /// Reports a mistake, unless one is reported at the same token already.
  mutating func report(_ diagnostic: Diagnostic) {
    guard lastMistake != position else { return }
    lastMistake = position
    guard diagnostics.count < Self.greatestNumberOfMistakes else { return }
    diagnostics.append(diagnostic)
  }

  /// Reports a mistake that is known only behind the tokens it is about.
  mutating func reportAlways(_ diagnostic: Diagnostic) {
    guard diagnostics.count < Self.greatestNumberOfMistakes else { return }
    diagnostics.append(diagnostic)
    lastMistake = position
  }

  /// Reports that something else must stand at the next token.
  mutating func reportExpected(_ wanted: Wanted) {
    if current.kind == .end { lacksEnd = true }
    // A word that was taken for another may not be followed by what that other one needs.
    let followsMistake = current.endsStatement && lastMistake >= 0 && lastMistake == position - 1
    guard !followsMistake, !isReportedByLexer(current) else {
      lastMistake = position
      return
    }
    let near = wanted.isName ? [] : nearestWords(to: current, among: attempted)
    guard current.keyword == nil, !near.isEmpty else {
      return report(.expected(wanted, found: describe(current), at: placeOfMistake))
    }
    report(.misspeltKeyword(text(current), didYouMean: near, at: current.range))
  }

  /// Where a mark is drawn: under the next token, or directly behind the last one at an end.
  var placeOfMistake: SourceRange {
    guard current.endsStatement, current.kind != .semicolon, position > 0 else {
      return current.range
    }
    return SourceRange(at: tokens[position - 1].range.end)
  }

  /// Whether the lexer has said already what is wrong with `token`.
  func isReportedByLexer(_ token: Token) -> Bool {
    token.kind == .invalid
  }

  /// Reports that the next token cannot stand where it does.
  mutating func reportUnexpected() {
    guard !isReportedByLexer(current) else { return }
    switch current.kind {
    case .rightParenthesis: report(.unopenedParenthesis(at: current.range))
    case .rightBracket, .rightBrace:
      report(.unopenedBracket(text(current), at: current.range))
    default: reportUnexpectedWord()
    }
  }

  /// Skips `keyword`, or reports that it is missing and goes on as if it stood there.
  ///
  /// Returns false where going on makes no sense.
  mutating func consumeRequired(_ keyword: Keyword, after place: String) -> Bool {
    if consume(keyword) { return true }
    if current.kind == .word, current.keyword == nil,
      nearest(to: current, among: [keyword]) != nil
    {
      report(.misspeltKeyword(text(current), didYouMean: [keyword.rawValue], at: current.range))
      advance()
      return true
    }
    reportExpected(.keyword(keyword.rawValue, after: place))
    return false
  }

  /// Skips `kind`, or reports that it is missing.
  mutating func consumeRequired(_ kind: Token.Kind, after place: String) -> Bool {
    if consume(kind) { return true }
    reportExpected(.keyword(kind.rawValue, after: place))
    return false
  }

  private mutating func reportUnexpectedWord() {
    let near = nearestWords(to: current, among: attempted)
    guard current.kind == .word, current.keyword == nil, !near.isEmpty else {
      return report(.unexpected(describe(current), at: current.range))
    }
    report(.misspeltKeyword(text(current), didYouMean: near, at: current.range))
  }

  /// Goes one level deeper, or reports that this is too deep and skips the statement.
  mutating func enter() -> Bool {
    guard depth < Self.greatestDepth else {
      report(.tooDeep(at: current.range))
      skipStatement()
      lastMistake = position
      return false
    }
    depth += 1
    return true
  }

  /// Skips the mark that closes the one numbered `start`.
  mutating func close(_ mark: Token.Kind = .rightParenthesis, from start: Int) {
    if consume(mark) { return }
    if current.endsStatement {
      if current.kind == .end { lacksEnd = true }
      let range = tokens[start].range
      report(
        mark == .rightParenthesis
          ? .unclosedParenthesis(at: range) : .unclosedBracket(mark.rawValue, at: range))
      return
    }
    reportUnexpected()
    skipToClose(mark)
  }

  /// Skips to behind the mark that closes the present level.
  mutating func skipToClose(_ mark: Token.Kind = .rightParenthesis) {
    var level = 0
    while !current.endsStatement {
      let kind = current.kind
      advance()
      if kind.opens { level += 1 }
      if kind.closes {
        if level == 0 { return }
        level -= 1
      }
    }
  }

  /// Skips to the next place where a step may begin, or where the query ends.
  mutating func synchronize() {
    var level = 0
    while !current.endsStatement {
      if level == 0, current.kind == .pipe || mayStartStep { return }
      if depth == 0, beginsNewStatement { return }
      if current.kind.closes {
        if level == 0, current.kind == .rightParenthesis { return }
        level = max(0, level - 1)
      }
      if current.kind.opens { level += 1 }
      advance()
    }
  }

  /// Whether the next word is likely to begin a step, for want of a better place to go on.
  private var mayStartStep: Bool {
    switch current.keyword {
    case .order, .limit, .timeline, .sample: true
    default: isStepStart(at: position)
    }
  }

  /// Skips to the end of the statement.
  mutating func skipStatement() {
    while !current.endsStatement { advance() }
  }
}

// MARK: Where a value or list ends

extension Parser {

  /// Whether a step begins at the token numbered `index`, as far as the next token tells.
  func isStepStart(at index: Int) -> Bool {
    let token = tokens[min(index, tokens.count - 1)]
    let next = tokens[min(index + 1, tokens.count - 1)]
    switch token.keyword {
    case .where, .select, .count, .kwic, .summarize, .collocates: return true
    case .distinct: return next.kind != .leftParenthesis
    case .order, .timeline: return next.keyword == .by || isEndOfProbe(next)
    case .limit, .top, .sample:
      return next.kind == .integer || next.kind == .parameter || isEndOfProbe(next)
    case .to: return next.keyword?.rowKind != nil || isEndOfProbe(next)
    case .save: return next.kind == .string || isEndOfProbe(next)
    default: return isFigureStart(at: index, next)
    }
  }

  private func isFigureStart(at index: Int, _ next: Token) -> Bool {
    if isEndOfProbe(next) { return false }
    switch tokens[min(index, tokens.count - 1)].keyword {
    case .per: return startsRate(at: index)
    case .as: return next.keyword == .share
    case .similar: return next.keyword == .to
    case .pairs: return next.keyword == .of
    case .keywords:
      // An author may be called Keywords, but nobody is behind `by` what `against` follows.
      let third = tokens[min(index + 3, tokens.count - 1)].keyword
      return next.keyword == .against || next.keyword == .of
        || next.keyword == .by && (third == .against || third == .of)
    case .chart: return next.keyword.map { Keyword.charts.contains($0) } == true
    case .union, .except, .intersect:
      return next.kind == .leftParenthesis || next.keyword?.rowKind != nil
        || next.kind == .word && tokens[min(index + 2, tokens.count - 1)].kind == .leftParenthesis
    default: return false
    }
  }

  /// Whether completion is asked for directly behind a word that may begin a step.
  private func isEndOfProbe(_ token: Token) -> Bool { probe != nil && token.kind == .end }

  /// Whether the word numbered `index` ends a value of several words.
  func endsValue(at index: Int) -> Bool {
    let token = tokens[min(index, tokens.count - 1)]
    let next = tokens[min(index + 1, tokens.count - 1)]
    guard token.kind == .word else { return true }
    let isCompared = next.comparison != nil || next.kind == .colon
    if isStepStart(at: index) || isCompared && !isInExpectation { return true }
    if isForeign, foreignLadder(at: index) != nil { return true }
    switch token.keyword {
    case .and, .or, .by, .about, .mentions, .since: return true
    case .last: return next.kind == .integer || next.kind == .parameter || isEndOfProbe(next)
    case .some(let keyword) where keyword.regionOperator != nil:
      return leadsRegion(keyword, at: index)
    case .some(let keyword)
    where token.startsLine && (keyword.rowKind != nil || keyword.startsStatement):
      return depth == 0
    case .some: return false
    case nil: return looksMisspelt(at: index)
    }
  }
}

extension Parser {

  /// Whether the word of a relation numbered `index`, inside a value, relates the rows to others.
  ///
  /// Behind `before` and `after` a kind of row may go on with the value: life after people.
  private func leadsRegion(_ keyword: Keyword, at index: Int) -> Bool {
    let next = tokens[min(index + 1, tokens.count - 1)]
    switch next.kind {
    case .leftParenthesis, .leftBracket, .string: return true
    case .slash: return isReach(at: index + 2)
    case .word where tokens[min(index + 2, tokens.count - 1)].kind == .leftParenthesis:
      return true
    case .word where next.keyword == .compare:
      return tokens[min(index + 2, tokens.count - 1)].kind == .word
    case .word: return next.keyword?.rowKind != nil && keyword != .before && keyword != .after
    default: return false
    }
  }

  /// Whether a reach such as the `5` of `near/5` stands at the token numbered `index`.
  private func isReach(at index: Int) -> Bool {
    let token = tokens[min(index, tokens.count - 1)]
    return token.kind == .integer || token.kind == .parameter
      || token.keyword.map { Keyword.reaches.contains($0) } == true
  }
}

extension Token.Kind {

  /// Whether the mark opens a pair.
  var opens: Bool { self == .leftParenthesis || self == .leftBracket || self == .leftBrace }

  /// Whether the mark closes a pair.
  var closes: Bool { self == .rightParenthesis || self == .rightBracket || self == .rightBrace }
}

extension Token {

  /// Whether the word leads a condition that stands without a comparison.
  var startsLadderOrRegion: Bool {
    keyword?.startsLadder == true || keyword?.regionOperator != nil
  }
}
