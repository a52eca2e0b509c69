import CorpusStore
import QuerySemantics

extension ReferenceEvaluator {

  func counted(_ rows: Result, by keys: [BoundColumn]) -> Result {
    var counts: [[Value?]: Int] = [:]
    for item in rows.items {
      for combination in combinations(keys.map { values(at: $0.path, of: item, rows.kind) }) {
        counts[combination, default: 0] += 1
      }
    }
    if keys.isEmpty { counts[[]] = rows.items.count }
    let items = counts.map { Item(group: $0.key + [.integer($0.value)]) }
    return Result(kind: .groups, items: items.sorted(by: isBefore))
  }

  /// Whether a group comes first: by count, then by name, those without a name last.
  func isBefore(_ a: Item, _ b: Item) -> Bool {
    if a.group.last != b.group.last, let x = a.group.last ?? nil, let y = b.group.last ?? nil {
      return isLess(y, x)
    }
    return isNamedBefore(a.group, b.group)
  }

  func isNamedBefore(_ a: [Value?], _ b: [Value?]) -> Bool {
    zip(a, b).lazy.compactMap { self.isNamedBefore($0, $1) }.first ?? false
  }

  /// Every way to take one value of each list, none where a list is empty.
  func combinations(_ values: [[Value]]) -> [[Value?]] {
    values.reduce([[]]) { lists, values in
      let choices: [Value?] = values.isEmpty ? [nil] : values
      return lists.flatMap { list in choices.map { list + [$0] } }
    }
  }

  func timeline(_ rows: Result, _ part: DatePart, _ date: BoundPath, _ key: BoundColumn?) -> Result
  {
    let path = date.withoutPart
    var days: [Day] = []
    var counts: [[Value?]: Int] = [:]
    var totals: [Value?: Int] = [:]
    for item in rows.items {
      let own = values(at: path, of: item, rows.kind)
      for case .day(let day) in own { days.append(day) }
      let labels = Set(own.map { label(of: $0, part) })
      let keys = key.map { combinations([values(at: $0.path, of: item, rows.kind)]) } ?? [[]]
      for label in labels {
        for key in keys {
          counts[[label] + key, default: 0] += 1
          if let key = key.first { totals[key, default: 0] += 1 }
        }
      }
    }
    let ordered = totals.map { Item(group: [$0.key, .integer($0.value)]) }.sorted(by: isBefore)
    let columns: [[Value?]] = key == nil ? [[]] : ordered.map { [$0.group[0]] }
    let items = periods(from: days.min(), to: days.max(), part).flatMap { period in
      columns.map { Item(group: [period] + $0 + [.integer(counts[[period] + $0] ?? 0)]) }
    }
    return Result(kind: .groups, items: items)
  }

  private func label(of value: Value, _ part: DatePart) -> Value {
    guard case .day(let day) = value else { return value }
    return part == .day ? value : .name(label(of: day, part))
  }

  private func periods(from first: Day?, to last: Day?, _ part: DatePart) -> [Value] {
    guard let first, let last else { return [] }
    var periods: [Value] = []
    for number in first.number...last.number {
      let period = label(of: .day(Day(number: number)), part)
      if periods.last != period { periods.append(period) }
    }
    return periods
  }
}
