internal import Diagnostics

extension Parser {

  /// Summarize = "summarize" Aggregate { "," Aggregate } [ "," ] [ "by" Path { "," Path } [ "," ] ].
  mutating func parseSummarize() -> Step.Kind {
    var aggregates: [Aggregate] = []
    repeat {
      if !aggregates.isEmpty, endsAggregates { break }
      guard let aggregate = parseAggregate() else { return .invalid }
      aggregates.append(aggregate)
    } while consume(.comma)
    guard consume(.by) else { return .summarize(aggregates, by: []) }
    return parseList { $0.parsePath() }.map { .summarize(aggregates, by: $0) } ?? .invalid
  }

  /// Whether the list of figures ends behind a comma; `count` is a figure there, and no step.
  private var endsAggregates: Bool {
    guard probe == nil || current.kind != .end else { return false }
    if current.keyword == .by { return token(1).kind == .word }
    return current.kind != .word || current.keyword != .count && isStepStart(at: position)
  }

  /// Aggregate = [ WORD "=" ] WORD [ "(" Path ")" ].
  private mutating func parseAggregate() -> Aggregate? {
    let start = position
    var name: Name?
    if current.kind == .word, token(1).kind == .equal {
      name = parseName(as: .heading)
      advance()
    }
    expect(.function)
    guard current.kind == .word, let function = parseName(as: .function) else {
      reportExpected(.function)
      return nil
    }
    guard at(.leftParenthesis) else {
      return Aggregate(function, of: nil, as: name, at: range(from: start))
    }
    let opening = position
    advance()
    if function.text.lowercased() == "count", consumeEmptyCount() {
      close(from: opening)
      return Aggregate(function, of: nil, as: name, at: range(from: start))
    }
    guard let path = parsePath() else {
      skipToClose()
      return nil
    }
    close(from: opening)
    return Aggregate(function, of: path, as: name, at: range(from: start))
  }

  /// Skips what `count(*)` and `count()` hold, and says that `count` stands alone.
  private mutating func consumeEmptyCount() -> Bool {
    let isStar = current.kind == .asterisk
    guard isStar || current.kind == .rightParenthesis else { return false }
    let opening = tokens[position - 1].range
    let end = isStar && token(1).kind == .rightParenthesis ? token(1).range : current.range
    report(.countWithParentheses(at: opening.union(end)))
    if isStar { advance() }
    return true
  }

  /// Rate = "per" Amount Measured | "as" "share".
  mutating func parseRate(_ keyword: Keyword) -> Step.Kind {
    if keyword == .as {
      return consumeRequired(.share, after: "as") ? .rate(.share) : .invalid
    }
    guard let amount = parseAmount(), let measured = parseMeasured() else { return .invalid }
    return .rate(.per(amount, measured))
  }

  /// Amount = [ INTEGER ] [ "thousand" | "million" ].
  private mutating func parseAmount() -> Value? {
    let start = position
    expect(.number)
    expectKeywords([.thousand, .million])
    var (amount, isTooLarge) = (1, false)
    if current.kind == .integer {
      guard let number = Int(text(current)) else {
        report(.numberTooLarge(at: current.range))
        return nil
      }
      amount = number
      advance()
      expectKeywords([.thousand, .million])
    }
    if current.keyword == .thousand || current.keyword == .million {
      let scale = current.keyword == .thousand ? 1000 : 1_000_000
      (amount, isTooLarge) = amount.multipliedReportingOverflow(by: scale)
      advance()
    }
    guard !isTooLarge else {
      reportAlways(.numberTooLarge(at: range(from: start)))
      return nil
    }
    return Value(.integer(amount), at: range(from: start))
  }

  /// Measured = RowKind | "words".
  private mutating func parseMeasured() -> Name? {
    expectKeywords([.words])
    if current.keyword == .words {
      return parseName(as: .rowKind).map { Name("words", at: $0.range) }
    }
    return parseRowKind().map { Name($0.kind.rawValue, at: $0.range) }
  }

  /// Whether `per` at the token numbered `index` leads a rate, and not the groups of a `top`.
  func startsRate(at index: Int) -> Bool {
    func keyword(_ distance: Int) -> Keyword? {
      tokens[min(index + distance, tokens.count - 1)].keyword
    }
    let next = tokens[min(index + 1, tokens.count - 1)]
    if next.kind == .integer { return true }
    let isScaled = next.keyword == .thousand || next.keyword == .million
    let measured = keyword(isScaled ? 2 : 1)
    return measured == .words || measured?.rowKind != nil
  }

  /// Chart = "chart" ( "bars" | "line" | "heat" | "dots" ).
  mutating func parseChart() -> Step.Kind {
    expectKeywords(Keyword.charts)
    guard let keyword = current.keyword, Keyword.charts.contains(keyword) else {
      guard current.kind == .word, !isStepStart(at: position) else {
        reportExpected(.chart)
        return .invalid
      }
      let near = EditDistance.nearest(
        to: text(current), among: Keyword.charts.map(\.rawValue))
      report(.unknownChart(text(current), didYouMean: near, at: current.range))
      advance()
      return .invalid
    }
    return parseName(as: .chart).map { .chart(Name(keyword.rawValue, at: $0.range)) } ?? .invalid
  }

  /// Pairs = "pairs" "of" Path "per" Path.
  mutating func parsePairs() -> Step.Kind {
    guard consumeRequired(.of, after: "pairs"), let of = parsePath(),
      consumeRequired(.per, after: "what is paired"), let per = parsePath()
    else { return .invalid }
    return .pairs(of: of, per: per)
  }
}
