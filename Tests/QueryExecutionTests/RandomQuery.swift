import TestSupport
import CorpusFixture
import CorpusStore
import Diagnostics
import QuerySemantics

/// Bound queries drawn at random over a corpus.
struct RandomQuery {

  let corpus: Corpus
  var random: SeededGenerator

  private static let tables = Table.allCases
  private static let range = SourceRange(0, 0)

  /// Returns a query of some steps.
  mutating func query() -> BoundQuery {
    var query = BoundQuery(source: source(depth: 2))
    for _ in 0..<random.below(3) { addStep(to: &query) }
    if random.once(in: 4) { addAggregate(to: &query) }
    return query
  }

  mutating func source(depth: Int) -> BoundSource {
    if depth > 0, random.once(in: 5) {
      return .region(source(depth: 0), random.pick(Self.relations), source(depth: 0))
    }
    if depth > 0, random.once(in: 6) {
      var inner = BoundQuery(source: source(depth: 0))
      inner.steps = [filter(of: inner.rowType)]
      return .query(inner)
    }
    return random.once(in: 5) ? .phrase(phrase()) : .table(random.pick(Self.tables))
  }

  private mutating func addStep(to query: inout BoundQuery) {
    let type = query.rowType
    switch random.below(10) {
    case 0...4: query.steps.append(filter(of: type))
    case 5, 6:
      guard let path = path(of: type) else { return }
      query.steps.append(.order([BoundOrder(path, isDescending: random.once(in: 2))]))
    case 7: query.steps.append(.limit(random.below(6)))
    case 8:
      query.steps.append(.top(1 + random.below(3), by: path(of: type), per: path(of: type)))
    default: query.steps.append(.to(random.pick(Self.tables), entityType: nil))
    }
  }

  private mutating func addAggregate(to query: inout BoundQuery) {
    let type = query.rowType
    if random.once(in: 2), let date = path(of: type, where: { $0.type == .date }), isDate(date) {
      let key = random.once(in: 2) ? path(of: type).map { BoundColumn($0, name: "key") } : nil
      query.steps.append(
        .timeline(random.pick([.year, .quarter, .month, .week, .day]), date: date, by: key))
    } else {
      let keys = (0..<random.below(3)).compactMap { index in
        path(of: type).map { BoundColumn($0, name: "key \(index)") }
      }
      query.steps.append(.count(by: keys))
      if random.once(in: 2) { query.steps.append(.limit(random.below(4))) }
    }
  }

  private func isDate(_ path: BoundPath) -> Bool {
    if case .attribute = path.target { true } else { false }
  }

  mutating func filter(of type: RowType) -> BoundStep {
    .filter(
      (0..<(1 + random.below(3))).map { _ in
        BoundClause(predicate(of: type, depth: 2), at: Self.range)
      })
  }

  mutating func predicate(of type: RowType, depth: Int) -> BoundPredicate {
    if depth > 0 {
      switch random.below(8) {
      case 0: return .not(predicate(of: type, depth: depth - 1))
      case 1:
        return .and([predicate(of: type, depth: depth - 1), predicate(of: type, depth: depth - 1)])
      case 2:
        return .or([predicate(of: type, depth: depth - 1), predicate(of: type, depth: depth - 1)])
      default: break
      }
    }
    switch random.below(12) {
    case 0: return .constant(random.once(in: 2))
    case 1, 2: return .phrase(phrase())
    case 3, 4: return .region(random.pick(Self.relations), source(depth: 0))
    default: return path(of: type).map { condition(on: $0) } ?? .constant(true)
    }
  }

  private mutating func condition(on path: BoundPath) -> BoundPredicate {
    if random.once(in: 6) { return .isMissing(path) }
    if random.once(in: 6) { return .contains(path, random.pick(["a", "E", "ta", "1", "é", ""])) }
    if random.once(in: 8) { return .matches(path, regex(depth: 3)) }
    if path.part != nil || path.type == .date { return dates(path) }
    switch path.target {
    case .attribute(let attribute):
      switch corpus.column(of: attribute) {
      case .codes(let column)?: return .codes(path, codes(below: column.dictionary.count))
      case .codeLists(let column)?: return .codes(path, codes(below: column.dictionary.count))
      case .integers?:
        let low = random.below(6)
        return attribute.type == .flag ? .isMissing(path) : .integers(path, low...(low + 3))
      case .decimals?:
        let low = Double(random.below(100)) / 100
        return .decimals(path, low...(low + 0.3))
      case .dates?: return dates(path)
      case .texts?, nil: return .contains(path, "e")
      }
    case .ownText: return .contains(path, random.pick(["x", "e t", "river"]))
    case .group(_, let column):
      return column.type == .integer ? .integers(path, 1...2) : .groupEquals(path, "TRADE")
    }
  }

  private mutating func dates(_ path: BoundPath) -> BoundPredicate {
    let first = Day(year: 2024 + random.below(2), month: 1 + random.below(12), day: 1)
    return .dates(path, first...Day(number: first.number + Int32(random.below(90))))
  }

  private mutating func codes(below count: Int) -> [UInt32] {
    (0..<count).filter { _ in random.once(in: 3) }.map { UInt32($0) }
  }

  private mutating func phrase() -> PhrasePattern {
    let count = corpus.tokens.folds.dictionary.count
    let length = 1 + random.below(3)
    let places = (0..<length).map { _ in
      random.once(in: 2) ? codes(below: count) : [UInt32(random.below(count))]
    }
    return PhrasePattern(text: "…", places: count == 0 ? [] : places)
  }

  mutating func regex(depth: Int) -> RegexTree {
    func letter(_ random: inout SeededGenerator) -> RegexTree {
      let first = UInt32(0x61 + random.below(20))
      return .scalars([first...(first + UInt32(random.below(8)))])
    }
    guard depth > 0 else { return letter(&random) }
    switch random.below(8) {
    case 0: return .sequence([regex(depth: depth - 1), regex(depth: depth - 1)])
    case 1: return .choice([regex(depth: depth - 1), regex(depth: depth - 1)])
    case 2:
      let least = random.below(3)
      let most = random.once(in: 2) ? nil : least + random.below(3)
      return .repetition(regex(depth: depth - 1), atLeast: least, atMost: most)
    case 3: return random.pick([.start, .end, .wordBoundary, .empty])
    default: return letter(&random)
    }
  }

  /// Returns a path from rows of a type, at times through a reference.
  mutating func path(
    of type: RowType, where isWanted: (Attribute) -> Bool = { _ in true }
  ) -> BoundPath? {
    switch type {
    case .groups(let columns):
      guard !columns.isEmpty else { return nil }
      let index = random.below(columns.count)
      return BoundPath(target: .group(index, columns[index]), text: columns[index].name)
    case .matches:
      return random.once(in: 4)
        ? BoundPath(target: .ownText, text: "match") : path(of: .tokens, isWanted)
    case .table(let table): return path(of: table, isWanted)
    }
  }

  private mutating func path(of table: Table, _ isWanted: (Attribute) -> Bool) -> BoundPath? {
    let own = corpus.schema.attributes(of: table)
    let references = own.filter { if case .reference = $0.type { true } else { false } }
    if !references.isEmpty, random.once(in: 2) {
      let hop = random.pick(references)
      if case .reference(let next) = hop.type, let tail = path(of: next, isWanted),
        tail.hops.count < 2
      {
        return BoundPath(
          hops: [hop] + tail.hops, target: tail.target, part: tail.part,
          text: hop.name + "." + tail.text)
      }
    }
    let wanted = own.filter(isWanted)
    guard !wanted.isEmpty else { return nil }
    let attribute = random.pick(wanted)
    let part: DatePart? =
      attribute.type == .date && random.once(in: 2) ? random.pick(DatePart.allCases) : nil
    return BoundPath(target: .attribute(attribute), part: part, text: attribute.name)
  }
}

extension RandomQuery {

  /// The relations that queries are made of.
  static let relations: [RegionRelation] = [
    .within, .containing, .outside, .overlapping, .before(.document), .after(.document),
  ]
}
