import CorpusFixture
import CorpusStore
import QuerySemantics
import TestSupport

extension RandomQuery {

  mutating func predicate(of type: RowType, depth: Int) -> BoundPredicate {
    if depth > 0 {
      switch random.below(11) {
      case 0: return .not(predicate(of: type, depth: depth - 1))
      case 1:
        return .and([predicate(of: type, depth: depth - 1), predicate(of: type, depth: depth - 1)])
      case 2, 3:
        return .or([predicate(of: type, depth: depth - 1), predicate(of: type, depth: depth - 1)])
      case 4:
        if case .groups = type { break }
        return linked(depth: depth - 1)
      default: break
      }
    }
    if case .groups = type { return path(of: type).map { condition(on: $0) } ?? .constant(true) }
    switch random.below(16) {
    case 0: return .constant(!random.once(in: 4))
    case 1: return .phrase(phrase())
    case 2, 3: return .region(relation(), textSource(depth: depth > 1 ? 1 : 0))
    case 4: return .pattern(pattern())
    case 5: return .proximity(text(depth: 1), nearRelation(), text(depth: 1))
    default: return path(of: type).map { condition(on: $0) } ?? .constant(true)
    }
  }

  private mutating func linked(depth: Int) -> BoundPredicate {
    let table = random.pick(Table.allCases)
    let least = random.below(3)
    let count = random.pick([
      LinkedCount.some, .no, .every, .count(least...(least + random.below(4))), .count(1...Int.max),
    ])
    return .linked(
      count, table, entityType: entityType(of: table), predicate(of: .table(table), depth: depth))
  }

  mutating func text(depth: Int) -> BoundText {
    if depth > 0, random.once(in: 4) {
      return .related(text(depth: 0), nearRelation(), text(depth: 0))
    }
    return random.once(in: 2) ? .phrase(phrase()) : .pattern(pattern())
  }

  // MARK: Conditions on values

  private mutating func condition(on path: BoundPath) -> BoundPredicate {
    if random.once(in: 7) { return .isMissing(path) }
    // The last digits of a figure are nobody's business.
    if case .group(_, let column) = path.target, column.type == .decimal {
      return groupCondition(path, column)
    }
    if random.once(in: 7) { return .contains(path, random.pick(["a", "E", "ta", "1", "é", ""])) }
    if random.once(in: 8) { return .matches(path, regex(depth: 3)) }
    if path.part != nil || path.type == .date { return dates(path) }
    switch path.target {
    case .attribute(let attribute):
      switch corpus.column(of: attribute) {
      case .codes?, .codeLists?: return .codes(path, codes(of: attribute))
      case .integers?:
        let low = some(attribute)?.number.map { Int($0) - random.below(3) } ?? 0
        return attribute.type == .flag
          ? .isMissing(path) : .integers(path, low...(random.once(in: 2) ? Int.max : low + 3))
      case .decimals?:
        let low = random.below(90)
        let high = random.once(in: 2) ? .infinity : Double(low + 30) / 100
        return .decimals(path, (Double(low) / 100)...high)
      case .dates?: return dates(path)
      case .texts?, nil: return .contains(path, "e")
      }
    case .ownText, .matched: return .contains(path, random.pick(["x", "e t", "river", "a"]))
    case .group(_, let column): return groupCondition(path, column)
    }
  }

  private mutating func groupCondition(_ path: BoundPath, _ column: GroupColumn) -> BoundPredicate {
    switch column.type {
    case .integer: .integers(path, 1...(random.once(in: 2) ? 2 : Int.max))
    case .decimal: .decimals(path, 0...(random.once(in: 2) ? 2 : .infinity))
    default: random.once(in: 2) ? .groupEquals(path, "TRADE") : .not(.isMissing(path))
    }
  }

  private mutating func dates(_ path: BoundPath) -> BoundPredicate {
    let days = Table.allCases.compactMap { datePath(of: $0) }.prefix(1).flatMap { path in
      (0..<corpus.rowCount(of: .documents)).flatMap {
        reference.values(at: path, of: .init(id: $0), .table(.documents))
      }
    }
    var first = Day(year: 2025, month: 1 + random.below(12), day: 1)
    if !days.isEmpty, case .day(let day) = random.pick(days) {
      first = Day(number: day.number - Int32(random.below(40)))
    }
    return .dates(path, first...Day(number: first.number + Int32(random.below(140))))
  }

  /// Returns codes of an attribute: mostly those of a row, and some others.
  mutating func codes(of attribute: Attribute) -> [UInt32] {
    let count = corpus.column(of: attribute)?.codeCount ?? 0
    var codes = (0..<count).filter { _ in random.once(in: 5) }.map { UInt32($0) }
    switch corpus.column(of: attribute) {
    case .codes(let column)? where !column.values.isEmpty:
      codes.append(random.pick(Array(column.values)))
    case .codeLists(let column)? where !column.values.isEmpty:
      codes.append(random.pick(Array(column.values)))
    default: break
    }
    return Set(codes).filter { $0 != CodeColumn.missing }.sorted()
  }

  /// Returns a value of some row.
  private mutating func some(_ attribute: Attribute) -> ReferenceEvaluator.Value? {
    let count = corpus.rowCount(of: attribute.table)
    return count == 0 ? nil : reference.own(attribute, random.below(count)).first
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
}
