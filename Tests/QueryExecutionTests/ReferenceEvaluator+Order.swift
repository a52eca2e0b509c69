import CorpusStore
import QuerySemantics

extension ReferenceEvaluator {

  func ordered(_ rows: Result, by keys: [BoundOrder]) -> [Item] {
    let found = rows.items.map { item in keys.map { best($0, item, rows.kind) } }
    return rows.items.indices.sorted { a, b in
      for (index, key) in keys.enumerated() {
        if let isFirst = isBefore(found[a][index], found[b][index], key.isDescending) {
          return isFirst
        }
      }
      return a < b
    }.map { rows.items[$0] }
  }

  /// Orders rows by words near them; a row that has none there comes last.
  func ordered(_ rows: Result, byWords keys: [BoundConcordanceKey]) -> [Item] {
    let words = rows.items.map { item in
      keys.map { word(at: $0.offset, of: place(of: item, rows.kind)).map { Value.name($0) } }
    }
    return rows.items.indices.sorted { a, b in
      for (index, key) in keys.enumerated() {
        if let isFirst = isBefore(words[a][index], words[b][index], key.isDescending) {
          return isFirst
        }
      }
      return a < b
    }.map { rows.items[$0] }
  }

  /// Whether a value comes first, none coming last in both directions; nil for equal ones.
  private func isBefore(_ a: Value?, _ b: Value?, _ isDescending: Bool) -> Bool? {
    guard let a else { return b == nil ? nil : false }
    guard let b else { return true }
    if isLess(a, b) { return !isDescending }
    if isLess(b, a) { return isDescending }
    return nil
  }

  private func word(at offset: Int, of place: Place?) -> String? {
    guard let place else { return nil }
    let run = place.envelope
    if offset == 0 { return TextFolding.fold(corpus.string(ofTokens: run)) }
    let token = offset < 0 ? run.lowerBound + offset : run.upperBound + offset - 1
    guard tokens(ofDocument: place.document).contains(token) else { return nil }
    return foldedWord(token)
  }

  private func best(_ key: BoundOrder, _ item: Item, _ kind: Kind) -> Value? {
    let values = values(at: key.path, of: item, kind)
    return key.isDescending ? values.max(by: isLess) : values.min(by: isLess)
  }

  func isLess(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.integer(let a), .integer(let b)): a < b
    case (.decimal(let a), .decimal(let b)): a < b
    case (.day(let a), .day(let b)): a < b
    case (.weekday(let a), .weekday(let b)): a < b
    case (.flag(let a), .flag(let b)): !a && b
    default: folded(a).utf8.lexicographicallyPrecedes(folded(b).utf8)
    }
  }

  /// Whether one comes before another by name, none coming last; nil where they are shown alike.
  ///
  /// Case and accents count only where nothing else tells them apart.
  func isNamedBefore(_ a: Value?, _ b: Value?) -> Bool? {
    guard let a else { return b == nil ? nil : false }
    guard let b else { return true }
    if isLess(a, b) { return true }
    if isLess(b, a) { return false }
    if shown(a) == shown(b) { return nil }
    return shown(a).utf8.lexicographicallyPrecedes(shown(b).utf8)
  }

  func top(_ count: Int, of rows: Result, by: BoundPath?, per: BoundPath?) -> Result {
    let keys = by.map { [BoundOrder($0, isDescending: true)] } ?? []
    let items = ordered(rows, by: keys)
    guard let per else { return Result(kind: rows.kind, items: Array(items.prefix(count))) }
    var taken: [Value?: Int] = [:]
    let kept = items.filter { item in
      let found: [Value?] = values(at: per, of: item, rows.kind)
      let groups = found.isEmpty ? [nil] : found
      guard groups.contains(where: { taken[$0, default: 0] < count }) else { return false }
      for group in groups { taken[group, default: 0] += 1 }
      return true
    }
    return Result(kind: rows.kind, items: kept)
  }
}
