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
  private func isBefore(_ a: Item, _ b: Item) -> Bool {
    if a.group.last != b.group.last, let x = a.group.last ?? nil, let y = b.group.last ?? nil {
      return isLess(y, x)
    }
    for (x, y) in zip(a.group, b.group) where x != y {
      guard let x else { return false }
      guard let y else { return true }
      if isLess(x, y) { return true }
      if isLess(y, x) { return false }
      if shown(x) != shown(y) {
        return Array(shown(x).utf8).lexicographicallyPrecedes(Array(shown(y).utf8))
      }
    }
    return false
  }

  private func combinations(_ values: [[Value]]) -> [[Value?]] {
    values.reduce([[]]) { lists, values in
      let choices: [Value?] = values.isEmpty ? [nil] : values
      return lists.flatMap { list in choices.map { list + [$0] } }
    }
  }

  func timeline(_ rows: Result, _ part: DatePart, _ date: BoundPath, _ key: BoundColumn?) -> Result
  {
    let path = BoundPath(hops: date.hops, target: date.target, text: date.text)
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
    return part == .day ? value : .name(ReferenceCalendar.label(of: day, part))
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

  // MARK: Moves

  func moved(_ rows: Result, to table: Table, entityType: UInt32?) -> Result {
    var found = (0..<corpus.rowCount(of: table)).filter { row in
      isReached(row, table, from: rows)
    }
    if let entityType, let type = corpus.schema.attribute("type", of: .entities),
      case .codes(let column)? = corpus.column(of: type)
    {
      found = found.filter { column.values[$0] == entityType }
    }
    return Result(kind: .table(table), items: found.map { Item(id: $0) })
  }

  private func isReached(_ row: Int, _ table: Table, from rows: Result) -> Bool {
    if rows.kind == .table(table) { return rows.items.contains { $0.id == row } }
    guard case .table(let from) = rows.kind else {
      return isReachedByText(row, table, from: rows)
    }
    func through(_ middle: Table) -> Bool {
      isReached(row, table, from: moved(rows, to: middle, entityType: nil))
    }
    switch (from, table) {
    case (.documents, .entities): return refers(rows, from, "mention", to: row)
    case (.documents, .topics): return names(rows, from, "topic", row, table)
    case (.documents, .outlets): return names(rows, from, "outlet", row, table)
    case (.documents, .authors): return names(rows, from, "author", row, table)
    case (.documents, .families): return through(.quotes)
    case (.documents, _): return isReferring(row, table, "document", to: rows)
    case (.quotes, .entities): return refers(rows, from, "speaker", to: row)
    case (.quotes, .topics): return names(rows, from, "topic", row, table)
    case (.quotes, .families): return refers(rows, from, "family", to: row)
    case (.quotes, .outlets), (.quotes, .authors): return through(.documents)
    case (.entities, .quotes): return isReferring(row, table, "speaker", to: rows)
    case (.entities, .topics), (.entities, .families): return through(.quotes)
    case (.entities, .documents): return isReferring(row, table, "mention", to: rows)
    case (.entities, .outlets), (.entities, .authors): return through(.documents)
    case (.entities, .mentions): return isReferring(row, table, "entity", to: rows)
    case (.entities, _): return through(.mentions)
    case (.families, .quotes): return isReferring(row, table, "family", to: rows)
    case (.families, _): return through(.quotes)
    case (.topics, .quotes), (.topics, .documents):
      return isNaming(row, table, "topic", rows, from)
    case (.topics, .entities), (.topics, .families): return through(.quotes)
    case (.outlets, .documents): return isNaming(row, table, "outlet", rows, from)
    case (.authors, .documents): return isNaming(row, table, "author", rows, from)
    case (.topics, _), (.outlets, _), (.authors, _): return through(.documents)
    case (.mentions, .entities): return refers(rows, from, "entity", to: row)
    case (_, .documents): return refers(rows, from, "document", to: row)
    default: return isReachedByText(row, table, from: rows)
    }
  }

  private func isReachedByText(_ row: Int, _ table: Table, from rows: Result) -> Bool {
    switch table {
    case .entities:
      return isReached(row, table, from: moved(rows, to: .mentions, entityType: nil))
    case .families: return isReached(row, table, from: moved(rows, to: .quotes, entityType: nil))
    case .topics, .outlets, .authors:
      return isReached(row, table, from: moved(rows, to: .documents, entityType: nil))
    default: return stands(.overlapping, Item(id: row), .table(table), to: rows)
    }
  }

  private func path(_ name: String, _ table: Table) -> BoundPath? {
    corpus.schema.attribute(name, of: table).map {
      BoundPath(target: .attribute($0), text: name)
    }
  }

  private func refers(_ rows: Result, _ from: Table, _ name: String, to row: Int) -> Bool {
    guard let path = path(name, from) else { return false }
    return rows.items.contains { item in
      values(at: path, of: item, rows.kind).contains {
        if case .row(_, row) = $0 { true } else { false }
      }
    }
  }

  private func isReferring(_ row: Int, _ table: Table, _ name: String, to rows: Result) -> Bool {
    guard let path = path(name, table) else { return false }
    return values(at: path, of: Item(id: row), .table(table)).contains { value in
      guard case .row(_, let target) = value else { return false }
      return rows.items.contains { $0.id == target }
    }
  }

  private func names(
    _ rows: Result, _ from: Table, _ name: String, _ row: Int, _ table: Table
  ) -> Bool {
    guard let path = path(name, from), let own = ownName(row, table) else { return false }
    return rows.items.contains { values(at: path, of: $0, rows.kind).contains(own) }
  }

  private func isNaming(
    _ row: Int, _ table: Table, _ name: String, _ rows: Result, _ from: Table
  ) -> Bool {
    guard let path = path(name, table) else { return false }
    let names = Set(rows.items.compactMap { ownName($0.id, from) })
    return values(at: path, of: Item(id: row), .table(table)).contains { names.contains($0) }
  }

  private func ownName(_ row: Int, _ table: Table) -> Value? {
    path("name", table).flatMap { values(at: $0, of: Item(id: row), .table(table)).first }
  }
}
