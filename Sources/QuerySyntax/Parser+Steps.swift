internal import Diagnostics

extension Parser {

  /// Reads a step, or nothing where the query ends.
  mutating func parseStepIfPresent() -> Step? {
    if consume(.pipe) { return parseStep() }
    expectSteps()
    if isStepStart(at: position) { return parseStep() }
    if current.startsLadderOrRegion {
      return parseMisplacedLadder()
    }
    guard current.kind == .word, !beginsNewStatement else { return nil }
    return parseStep()
  }

  /// Step = Where | Select | OrderBy | Limit | Top | Sample | Count | Timeline | To | Kwic | Save.
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
    let kind = parseStep(keyword, from: start)
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
    default: .invalid
    }
  }

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
    if consume(.asc) { return false }
    return consume(.desc)
  }

  /// Limit = "limit" Number.
  private mutating func parseLimit() -> Step.Kind {
    parseNumber(after: "limit").map(Step.Kind.limit) ?? .invalid
  }

  /// Top = "top" Number [ "by" Path ] [ "per" Path ].
  private mutating func parseTop() -> Step.Kind {
    guard let number = parseNumber(after: "top") else { return .invalid }
    var (by, per): (Path?, Path?)
    if consume(.by) {
      by = parsePath()
      if by == nil { return .invalid }
    }
    if consume(.per) {
      per = parsePath()
      if per == nil { return .invalid }
    }
    return .top(number, by: by, per: per)
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

  /// Timeline = "timeline" "by" TimeUnit [ "by" Path ].
  private mutating func parseTimeline() -> Step.Kind {
    guard consumeRequired(.by, after: "timeline"), let unit = parseTimeUnit() else {
      return .invalid
    }
    guard consume(.by) else { return .timeline(unit: unit, by: nil) }
    return parsePath().map { .timeline(unit: unit, by: $0) } ?? .invalid
  }

  /// To = "to" RowKind.
  private mutating func parseTo() -> Step.Kind {
    parseRowKind().map(Step.Kind.to) ?? .invalid
  }

  /// Save = "save" STRING.
  private mutating func parseSave() -> Step.Kind {
    guard current.kind == .string else {
      reportExpected(.fileName)
      return .invalid
    }
    return .save(parsePhrase())
  }
}
