internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

extension Analyzer {

  /// Binds a step and puts it behind those of `query`; a faulty one is left out.
  mutating func bind(_ step: Step, to query: inout BoundQuery, in scope: inout Scope) {
    switch step.kind {
    case .filter(let predicate), .ladder(let predicate):
      append(bindClauses(predicate, in: scope), to: &query)
    case .to(let kind): bindMove(kind, to: &query, in: &scope)
    case .families:
      bindMove(RowKindName(.families, at: step.range), to: &query, in: &scope)
    case .pairs(let key, let group):
      bindPairs(of: key, per: group, at: step.range, to: &query, in: &scope)
    case .invalid: isBroken = true
    case .select, .order, .limit, .top, .sample, .count, .timeline, .kwic, .save, .distinct,
      .similar, .summarize, .rate, .collocates, .keywords, .chart, .combine:
      guard let bound = bindShape(step, behind: query, in: scope) else {
        loseGroups(behind: step)
        return
      }
      query.steps.append(bound)
      if case .select(let columns) = bound { scope.columns = columns }
      if case .combine = bound { scope.kind = nil }
      let rowType = bound.rowType(after: scope.rowType)
      if rowType != scope.rowType { scope = Scope(rowType: rowType) }
    }
  }

  /// Behind a faulty step that was to make groups, it is not known what the rows are.
  private mutating func loseGroups(behind step: Step) {
    isBroken = true
    switch step.kind {
    case .count, .timeline, .summarize, .rate, .collocates, .keywords: lacksRows = true
    default: return
    }
  }

  /// Two filters with nothing between them are one.
  private func append(_ clauses: [BoundClause], to query: inout BoundQuery) {
    if case .filter(let before) = query.steps.last {
      query.steps[query.steps.count - 1] = .filter(before + clauses)
    } else {
      query.steps.append(.filter(clauses))
    }
  }

  private mutating func bindShape(
    _ step: Step, behind query: BoundQuery, in scope: Scope
  ) -> BoundStep? {
    switch step.kind {
    case .select(let items): return bindSelect(items, in: scope)
    case .order(let items): return bindOrder(items, in: scope)
    case .limit(let value): return bindCount(value, of: "limit", atLeast: 1).map { .limit($0) }
    case .top(let value, let key, let group):
      return bindTop(value, by: key, per: group, in: scope)
    case .sample(let value, let seed): return bindSample(value, seed: seed)
    case .count(let keys):
      return bindColumns(keys, besides: "count", in: scope).map { .count(by: $0) }
    case .timeline(let unit, let key): return bindTimeline(unit, by: key, at: step, in: scope)
    case .kwic(let width, let order): return bindConcordance(width, order, at: step, in: scope)
    case .save(let name): return bindSave(name)
    default: return bindFigures(step, behind: query, in: scope)
    }
  }

  private mutating func bindFigures(
    _ step: Step, behind query: BoundQuery, in scope: Scope
  ) -> BoundStep? {
    let range = step.range
    switch step.kind {
    case .distinct: return bindDistinct(in: scope)
    case .similar(let text): return bindSimilar(to: text, at: range, in: scope)
    case .summarize(let figures, let keys): return bindSummary(figures, by: keys, in: scope)
    case .rate(let rate): return bindRate(rate, at: range, behind: query)
    case .collocates(let window, let attribute, let measure):
      return bindCollocates(window, of: attribute, by: measure, at: range, in: scope)
    case .keywords(let attribute, let reference, let measure):
      return bindKeywords(of: attribute, against: reference, by: measure, at: range, in: scope)
    case .chart(let name): return bindChart(name, at: range, behind: query, in: scope)
    case .combine(let operation, let other):
      return bindCombination(operation, other, at: range, in: scope)
    case .filter, .ladder, .select, .order, .limit, .top, .sample, .count, .timeline, .to, .kwic,
      .save, .pairs, .families, .invalid:
      return nil
    }
  }

  private mutating func bindSelect(_ items: [SelectItem], in scope: Scope) -> BoundStep? {
    var columns: [BoundColumn] = []
    for item in items {
      guard let path = bind(item.path, in: scope) else { continue }
      let heading = item.name?.text ?? item.path.text
      if columns.contains(where: { $0.name == heading }) {
        report(.repeatedHeading(heading, at: item.name?.range ?? item.path.range))
      }
      columns.append(BoundColumn(path, name: heading))
    }
    return columns.isEmpty ? nil : .select(columns)
  }

  private mutating func bindOrder(_ items: [OrderItem], in scope: Scope) -> BoundStep? {
    var keys: [BoundOrder] = []
    for item in items {
      guard let path = bind(item.path, in: scope) else { continue }
      if path.isMany { report(.orderByMany(item.path)) }
      keys.append(BoundOrder(path, isDescending: item.isDescending))
    }
    return keys.isEmpty ? nil : .order(keys)
  }

  private mutating func bindTop(
    _ value: Value, by key: Path?, per group: Path?, in scope: Scope
  ) -> BoundStep? {
    let number = bindCount(value, of: "top", atLeast: 1)
    let by = key.flatMap { bind($0, in: scope) }
    if let by, let key, !by.type.isMeasure || by.isMany { report(.topByUnordered(key, by.type)) }
    let per = group.flatMap { bind($0, in: scope) }
    return number.map { .top($0, by: by, per: per) }
  }

  private mutating func bindSample(_ value: Value, seed: Value?) -> BoundStep? {
    let number = bindCount(value, of: "sample", atLeast: 1)
    let seed = seed.map { bindCount($0, of: "seed", atLeast: 0) } ?? Self.defaultSeed
    guard let number, let seed else { return nil }
    return .sample(number, seed: UInt64(seed))
  }

  /// Binds the keys of a count, each a column of the result; `figure` heads a column besides.
  mutating func bindColumns(
    _ keys: [Path], besides figure: String? = nil, in scope: Scope
  ) -> [BoundColumn]? {
    var columns: [BoundColumn] = []
    for key in keys {
      guard let path = bind(key, in: scope) else { continue }
      if columns.contains(where: { $0.name == key.text }) || key.text == figure {
        report(.repeatedHeading(key.text, at: key.range))
      }
      columns.append(BoundColumn(path, name: key.text))
    }
    return columns.count == keys.count ? columns : nil
  }

  /// The seed of a sample that names none: the same sample for everybody.
  static let defaultSeed = 1
}

extension AttributeType {

  /// Whether values can be compared as greater and smaller in a way that a ranking follows.
  var isMeasure: Bool {
    switch self {
    case .integer, .decimal, .date: true
    case .name, .category, .text, .flag, .reference: false
    }
  }
}
