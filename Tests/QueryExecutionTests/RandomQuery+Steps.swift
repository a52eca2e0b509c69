import CorpusFixture
import CorpusStore
import Diagnostics
import QuerySemantics
import TestSupport

extension RandomQuery {

  /// Adds a step that can stand behind any rows.
  mutating func addStep(to query: inout BoundQuery) {
    let type = query.rowType
    switch random.below(19) {
    case 0...4: query.steps.append(filter(of: type))
    case 5, 6:
      let keys = paths(of: type, 1 + random.below(2))
      if !keys.isEmpty { query.steps.append(.order(keys.map { order($0) })) }
    case 7: query.steps.append(.limit(1 + random.below(6)))
    case 8:
      query.steps.append(
        .top(
          1 + random.below(3), by: random.once(in: 3) ? nil : path(of: type),
          per: random.once(in: 2) ? nil : path(of: type)))
    case 9, 10:
      query.steps.append(move())
    case 11: query.steps.append(.kwic(width: random.below(6), order: concordanceKeys()))
    case 12: query.steps.append(.combine(random.pick(SetOperation.allCases), other(than: query)))
    case 13, 14:
      let columns = columns(of: type, 1 + random.below(2))
      if !columns.isEmpty { query.steps.append(.distinct(columns)) }
    case 15: query.steps.append(.similar(similarity()))
    case 16:
      query.steps.append(.sample(1 + random.below(5), seed: UInt64(random.below(100))))
    case 17: query.steps.append(.chart(random.pick(ChartKind.allCases)))
    default:
      let columns = columns(of: type, 1 + random.below(3))
      query.steps.append(
        columns.isEmpty || random.once(in: 3) ? .save("rows.csv") : .select(columns))
    }
    if case .groups = type, let last = query.steps.last, !Self.takesGroups(last) {
      query.steps.removeLast()
    }
  }

  private static func takesGroups(_ step: BoundStep) -> Bool {
    switch step {
    case .similar, .kwic, .to, .combine, .sample: false
    default: true
    }
  }

  mutating func filter(of type: RowType) -> BoundStep {
    .filter(
      (0..<(1 + random.below(2))).map { _ in
        BoundClause(predicate(of: type, depth: 2), at: Self.range)
      })
  }

  private mutating func move() -> BoundStep {
    let table = random.pick(Table.allCases)
    return .to(table, entityType: entityType(of: table))
  }

  mutating func entityType(of table: Table) -> UInt32? {
    guard table == .entities, let count = corpus.column("type", of: .entities)?.codeCount,
      count > 0, random.once(in: 2)
    else { return nil }
    return UInt32(random.below(count))
  }

  private mutating func order(_ path: BoundPath) -> BoundOrder {
    BoundOrder(path, isDescending: random.once(in: 2))
  }

  private mutating func concordanceKeys() -> [BoundConcordanceKey] {
    (0..<random.below(3)).map { _ in
      BoundConcordanceKey(offset: random.below(7) - 3, isDescending: random.once(in: 2))
    }
  }

  /// Returns another query of the same rows: the same with one more condition first, and cut short.
  private mutating func other(than query: BoundQuery) -> BoundQuery {
    var other = query
    if random.once(in: 3) { other.steps.removeAll { if case .limit = $0 { true } else { false } } }
    other.steps.insert(filter(of: query.source.rowType), at: 0)
    if random.once(in: 3) { other.steps.append(.limit(1 + random.below(5))) }
    return other
  }

  private mutating func similarity() -> BoundSimilarity {
    let words = words(1 + random.below(6)).map { corpus.string(ofTokens: $0..<($0 + 1)) }
    return BoundSimilarity(
      text: words.joined(separator: " "), words: words.map { TextFolding.fold($0) })
  }

  // MARK: Figures

  /// Adds a step that makes groups of rows.
  mutating func addFigures(to query: inout BoundQuery) {
    let type = query.rowType
    switch random.below(12) {
    case 0, 1:
      let keys = columns(of: type, random.below(3))
      addRate(to: &query, .count(by: keys), keys)
    case 2, 3: addTimeline(to: &query)
    case 4...6:
      let keys = columns(of: type, random.below(3), where: Self.isNoQuote)
      addRate(to: &query, .summarize(figures(of: type), by: keys), keys)
    case 7, 8: query.steps.append(.collocates(collocates()))
    case 9: query.steps.append(.keywords(keywords()))
    default:
      if let path = path(of: type, where: Self.isNoQuote), let group = self.path(of: type) {
        query.steps.append(
          .pairs(of: BoundColumn(path, name: "key"), per: BoundColumn(group, name: "groups")))
      }
    }
  }

  private mutating func addTimeline(to query: inout BoundQuery) {
    let type = query.rowType
    guard case .table(let table) = type, let date = datePath(of: table) else { return }
    let key = random.once(in: 2) ? columns(of: type, 1).first : nil
    let part = random.pick([DatePart.year, .quarter, .month, .week, .day])
    let keys = [BoundColumn(date.with(part), name: part.rawValue)] + (key.map { [$0] } ?? [])
    addRate(to: &query, .timeline(part, date: date, by: key), keys)
  }

  /// Adds a step that counts by keys, and at times a rate behind it.
  private mutating func addRate(
    to query: inout BoundQuery, _ step: BoundStep, _ keys: [BoundColumn]
  ) {
    var all = query
    query.steps.append(step)
    guard case .groups(let columns) = query.rowType, random.once(in: 3),
      let numerator = columns.lastIndex(where: { $0.name == "count" })
    else { return }
    if random.once(in: 2) {
      return query.steps.append(
        .rate(
          BoundRate(
            name: "share", scale: 1, numerator: numerator, denominator: .total,
            denominatorName: nil, meaning: "all")))
    }
    let wanted = keys.indices.filter { _ in !random.once(in: 4) }
    while case .filter = all.steps.last { all.steps.removeLast() }
    all.steps.append(.count(by: wanted.map { keys[$0] }))
    query.steps.append(
      .rate(
        BoundRate(
          name: "per 100 rows", scale: 100, numerator: numerator,
          denominator: .query(all, keys: wanted), denominatorName: "rows", meaning: "all rows")))
  }

  private mutating func figures(of type: RowType) -> [BoundAggregate] {
    let first = BoundAggregate(.count, name: "count")
    return [first] + (0..<(1 + random.below(3))).compactMap { figure(of: type, "figure \($0)") }
  }

  private mutating func figure(of type: RowType, _ name: String) -> BoundAggregate? {
    let function = random.pick(BoundAggregate.Function.allCases)
    let path: BoundPath? =
      switch function {
      case .count, .share: nil
      case .sum, .mean, .median, .deviation: self.path(of: type, where: Self.isNumber)
      case .min, .max: self.path(of: type) { Self.isNumber($0) || $0 == .date }?.withoutPart
      case .first, .last, .distinct: self.path(of: type)
      }
    if path == nil, function != .count, function != .share { return nil }
    if function == .first || function == .last, path?.isMany == true { return nil }
    var date: BoundPath?
    if case .table(let table) = type { date = datePath(of: table) }
    if case .matches = type { date = datePath(of: .tokens) }
    return BoundAggregate(function, of: path, date: date, name: name)
  }

  private mutating func collocates() -> BoundCollocates {
    BoundCollocates(
      window: 1 + random.below(5), attribute: tokenAttribute(),
      measure: random.pick([.logdice, .mi, .ll, .t]))
  }

  private mutating func keywords() -> BoundKeywords {
    BoundKeywords(
      attribute: tokenAttribute(), reference: inner(textSource(depth: 0)),
      measure: random.pick([.ll, .logratio]))
  }
}
