import CorpusStore
import QuerySemantics

extension ReferenceEvaluator {

  /// Returns what tells whether a predicate is true of a row; what it asks of the whole corpus is
  /// found once.
  func test(_ predicate: BoundPredicate, _ kind: Kind) -> (Item) -> Bool {
    switch predicate {
    case .constant(let isTrue): return { _ in isTrue }
    case .and(let all):
      let all = all.map { test($0, kind) }
      return { item in all.allSatisfy { $0(item) } }
    case .or(let any):
      let any = any.map { test($0, kind) }
      return { item in any.contains { $0(item) } }
    case .not(let part):
      let part = test(part, kind)
      return { !part($0) }
    case .phrase(let pattern): return region(.containing, .phrase(pattern), kind)
    case .pattern(let pattern): return region(.containing, .pattern(pattern), kind)
    case .region(let relation, let source): return region(relation, source, kind)
    case .proximity(let first, let relation, let second):
      let test = proximityTest(first, relation, second)
      return { test(self.place(of: $0, kind)) }
    case .linked(let count, let table, let type, let predicate):
      return linked(count, table, type, predicate, kind)
    case .codes, .isMissing, .integers, .decimals, .dates, .contains, .matches, .groupEquals:
      return value(predicate, kind)
    }
  }

  private func region(
    _ relation: RegionRelation, _ source: BoundSource, _ kind: Kind
  ) -> (Item) -> Bool {
    let others = places(of: rows(of: source))
    return { self.stands(relation, self.place(of: $0, kind), toOthers: others) }
  }

  private func linked(
    _ count: LinkedCount, _ table: Table, _ type: UInt32?, _ predicate: BoundPredicate,
    _ kind: Kind
  ) -> (Item) -> Bool {
    let fulfils = rows(of: .table(table)).items.map(test(predicate, .table(table)))
    return { item in
      let rows = self.moved(Result(kind: kind, items: [item]), to: table, entityType: type)
      let number = rows.items.count { fulfils[$0.id] }
      return switch count {
      case .some: number > 0
      case .no: number == 0
      case .every: number == rows.items.count
      case .count(let range): range.contains(number)
      }
    }
  }

  /// A condition on a value.
  private func value(_ predicate: BoundPredicate, _ kind: Kind) -> (Item) -> Bool {
    func some(_ path: BoundPath, _ isWanted: @escaping (Value) -> Bool) -> (Item) -> Bool {
      { self.values(at: path, of: $0, kind).contains(where: isWanted) }
    }
    switch predicate {
    case .codes(let path, let codes): return { self.hasCode(codes, at: path, $0) }
    case .isMissing(let path): return { self.values(at: path, of: $0, kind).isEmpty }
    case .integers(let path, let range):
      return some(path) {
        if case .integer(let value) = $0 { range.contains(value) } else { false }
      }
    case .decimals(let path, let range):
      return some(path) {
        if case .decimal(let value) = $0 { range.contains(value) } else { false }
      }
    case .dates(let path, let range):
      return some(path.withoutPart) { self.isDay($0, in: range, path.part) }
    case .contains(let path, let text):
      let needle = Array(TextFolding.fold(text).utf8)
      return { item in
        self.texts(at: path, item, kind).contains { self.holds(Array($0.utf8), needle) }
      }
    case .matches(let path, let tree):
      let regex = ReferenceRegex(tree)
      return { self.texts(at: path, $0, kind).contains { regex.matches(in: $0) } }
    case .groupEquals(let path, let text):
      return { self.texts(at: path, $0, kind).contains(TextFolding.fold(text)) }
    default: return { _ in false }
    }
  }

  func hasCode(_ codes: [UInt32], at path: BoundPath, _ item: Item) -> Bool {
    guard case .attribute(let attribute) = path.target, let column = corpus.column(of: attribute)
    else { return false }
    return ends(of: path, from: item).contains { row in
      switch column {
      case .codes(let column): codes.contains(column.values[row])
      case .codeLists(let column):
        column.codes(of: RowID(UInt32(row))).contains { codes.contains($0) }
      default: false
      }
    }
  }

  private func isDay(_ value: Value, in range: ClosedRange<Day>, _ part: DatePart?) -> Bool {
    guard case .day(let day) = value else { return false }
    guard let part, part != .day, part != .weekday else { return range.contains(day) }
    // The period lies in the range if its days before and behind this one do.
    let label = label(of: day, part)
    var (first, last) = (day, day)
    while self.label(of: first.next(-1), part) == label { first = first.next(-1) }
    while self.label(of: last.next(1), part) == label { last = last.next(1) }
    return range.contains(first) && range.contains(last)
  }

  private func texts(at path: BoundPath, _ item: Item, _ kind: Kind) -> [String] {
    if case .ownText = path.target {
      return path.hops.isEmpty ? [TextFolding.fold(text(of: item, kind))] : []
    }
    return values(at: path, of: item, kind).map { folded($0) }
  }

  private func holds(_ text: [UInt8], _ needle: [UInt8]) -> Bool {
    guard text.count >= needle.count else { return false }
    return (0...(text.count - needle.count)).contains { text[$0...].starts(with: needle) }
  }
}

extension BoundPath {
  /// The path to the whole date.
  var withoutPart: BoundPath { BoundPath(hops: hops, target: target, text: text) }
}

extension Day {
  /// The day so many days later.
  fileprivate func next(_ days: Int32) -> Day { Day(number: number + days) }
}
