internal import Diagnostics

extension Parser {

  /// Reads a step, or nothing where the query ends.
  mutating func parseStepIfPresent() -> Step? {
    if consume(.pipe) { return parseStep() }
    expectSteps()
    if isStepStart(at: position) { return parseStep() }
    if skipMethodDot() { return parseStep() }
    if current.startsLadderOrRegion {
      return parseMisplacedLadder()
    }
    guard current.kind == .word, !beginsNewStatement else { return nil }
    return parseStep()
  }

  /// Skips the dot of `quotes.where(…)`, and says that a blank stands there.
  private mutating func skipMethodDot() -> Bool {
    guard current.kind == .dot, token(1).kind == .word, !beginsPromptCommand else { return false }
    let word = text(token(1))
    report(
      .foreignMethod(foreignStep(word)?.rawValue ?? word, at: current.range.union(token(1).range)))
    advance()
    lastMistake = position
    return true
  }

  /// Step = Where | Select | OrderBy | Limit | Top | Sample | Count | Timeline | To | Kwic | Save | ….
  mutating func parseStep() -> Step {
    let start = position
    expectSteps()
    var keyword = current.keyword
    if keyword.map({ Keyword.steps.contains($0) }) != true { keyword = misspeltStep() }
    guard let keyword else {
      synchronize()
      return Step(.invalid, at: range(from: start))
    }
    advance()
    let opening = position
    let isMethod = isMethodCall(keyword, from: start)
    if isMethod { advance() }
    let kind = parseStep(keyword, from: start)
    if isMethod, kind != .invalid { close(from: opening) }
    if case .invalid = kind { synchronize() }
    return Step(kind, at: range(from: start))
  }

  private mutating func parseStep(_ keyword: Keyword, from start: Int) -> Step.Kind {
    switch keyword {
    case .where: parseWhere()
    case .select: parseSelect()
    case .order: parseOrderBy()
    case .limit: parseLimit()
    case .top: parseTop()
    case .sample: parseSample()
    case .count: parseCount()
    case .timeline: parseTimeline()
    case .to: parseTo()
    case .kwic: parseKwic()
    case .save: parseSave()
    default: parseFigures(keyword)
    }
  }

  /// Reads the steps that make figures of rows, and those that join two queries.
  private mutating func parseFigures(_ keyword: Keyword) -> Step.Kind {
    switch keyword {
    case .distinct: parseDistinct()
    case .similar: parseSimilar()
    case .summarize: parseSummarize()
    case .per, .as: parseRate(keyword)
    case .collocates: parseCollocates()
    case .keywords: parseKeywords()
    case .pairs: parsePairs()
    case .families: parseFamilies()
    case .chart: parseChart()
    default: keyword.setOperator.map { parseCombine($0) } ?? .invalid
    }
  }

  /// Whether the step is written as a call, like `quotes.limit(5)`; `where` takes parentheses.
  private func isMethodCall(_ keyword: Keyword, from start: Int) -> Bool {
    start > 0 && tokens[start - 1].kind == .dot && current.kind == .leftParenthesis
      && keyword != .where
  }

  /// Distinct = "distinct".
  private mutating func parseDistinct() -> Step.Kind { .distinct }

  /// Families = "families".
  private mutating func parseFamilies() -> Step.Kind { .families }

  /// Where = "where" Predicate.
  private mutating func parseWhere() -> Step.Kind {
    let predicate = parsePredicate()
    if case .invalid = predicate.kind { synchronize() }
    return .filter(predicate)
  }

  /// Select = "select" SelectItem { "," SelectItem } [ "," ].
  private mutating func parseSelect() -> Step.Kind {
    parseList { $0.parseSelectItem() }.map(Step.Kind.select) ?? .invalid
  }

  /// SelectItem = Path [ "as" WORD ].
  private mutating func parseSelectItem() -> SelectItem? {
    guard let path = parsePath() else { return nil }
    guard consume(.as) else { return SelectItem(path, as: nil) }
    return parseNameOrPhrase(as: .heading).map { SelectItem(path, as: $0) }
  }

  /// OrderBy = "order" "by" OrderItem { "," OrderItem } [ "," ].
  private mutating func parseOrderBy() -> Step.Kind {
    guard consumeRequired(.by, after: "order") else { return .invalid }
    return parseList { $0.parseOrderItem() }.map(Step.Kind.order) ?? .invalid
  }

  /// OrderItem = Path [ "asc" | "desc" ].
  private mutating func parseOrderItem() -> OrderItem? {
    parsePath().map { OrderItem($0, isDescending: parseDirection()) }
  }

  /// Direction = "asc" | "desc".
  mutating func parseDirection() -> Bool {
    let word = current.kind == .word ? text(current).lowercased() : ""
    if word == "descending" || word == "ascending" {
      let isDescending = word == "descending"
      report(.foreignWord(text(current), quoth: isDescending ? "desc" : "asc", at: current.range))
      advance()
      return isDescending
    }
    if consume(.asc) { return false }
    return consume(.desc)
  }

  /// Limit = "limit" Number.
  private mutating func parseLimit() -> Step.Kind {
    parseNumber(after: "limit").map(Step.Kind.limit) ?? .invalid
  }

  /// Top = "top" Number ( [ "by" Path ] [ "per" Path ] | "per" Path "by" Path ).
  private mutating func parseTop() -> Step.Kind {
    guard let number = parseNumber(after: "top") else { return .invalid }
    var (by, per): (Path?, Path?)
    while true {
      if by == nil, consume(.by) {
        by = parsePath()
        if by == nil { return .invalid }
      } else if per == nil, !startsRate(at: position), consume(.per) {
        per = parsePath()
        if per == nil { return .invalid }
      } else if current.keyword == .by || current.keyword == .per && !startsRate(at: position) {
        reportRepeatedOption()
        return .invalid
      } else {
        return .top(number, by: by, per: per)
      }
    }
  }

  /// Sample = "sample" Number [ "seed" Number ].
  private mutating func parseSample() -> Step.Kind {
    guard let number = parseNumber(after: "sample") else { return .invalid }
    guard consume(.seed) else { return .sample(number, seed: nil) }
    return parseNumber(after: "seed").map { .sample(number, seed: $0) } ?? .invalid
  }

  /// Count = "count" [ "by" Path { "," Path } [ "," ] ].
  private mutating func parseCount() -> Step.Kind {
    guard consume(.by) else { return .count(by: []) }
    return parseList { $0.parsePath() }.map(Step.Kind.count) ?? .invalid
  }

  /// Timeline = "timeline" "by" ( TimeUnit [ "by" Path ] | Path "by" TimeUnit ).
  private mutating func parseTimeline() -> Step.Kind {
    guard consumeRequired(.by, after: "timeline") else { return .invalid }
    if isGroupedTimeline {
      guard let path = parsePath(), consume(.by), let unit = parseTimeUnit() else {
        return .invalid
      }
      return .timeline(unit: unit, by: path)
    }
    guard let unit = parseTimeUnit() else { return .invalid }
    guard consume(.by) else { return .timeline(unit: unit, by: nil) }
    return parsePath().map { .timeline(unit: unit, by: $0) } ?? .invalid
  }

  /// Whether a path stands here, with `by` and a unit of time behind it: `by speaker by week`.
  private var isGroupedTimeline: Bool {
    guard current.kind == .word, !isTimeUnit(at: position) else { return false }
    var index = position + 1
    while tokens[min(index, tokens.count - 1)].kind == .dot { index += 2 }
    return tokens[min(index, tokens.count - 1)].keyword == .by && isTimeUnit(at: index + 1)
  }

  /// To = "to" RowKind.
  private mutating func parseTo() -> Step.Kind {
    parseRowKind().map(Step.Kind.to) ?? .invalid
  }

  /// Save = "save" STRING.
  private mutating func parseSave() -> Step.Kind {
    parseFileName().map(Step.Kind.save) ?? .invalid
  }
}
