import CorpusStore
import QuerySemantics

@testable import QueryExecution

/// Evaluates bound queries row by row, straight from what `BoundQuery` says that they mean.
///
/// It shares nothing with the engine but the corpus: no cursor, no index, no plan.
struct ReferenceEvaluator {

  /// What rows are.
  enum Kind: Equatable {
    case table(Table)
    case matches
    case groups
  }

  /// One row: of a table, a run of tokens, or a group with its values.
  struct Item: Hashable {
    var id = 0
    var end = 0
    var group: [Value?] = []
  }

  /// One value.
  enum Value: Hashable {
    case name(String)
    case row(Table, Int)
    case integer(Int)
    case decimal(Double)
    case day(Day)
    case flag(Bool)
  }

  struct Result {
    var kind: Kind
    var items: [Item]
  }

  let corpus: Corpus

  func rows(of query: BoundQuery) -> Result {
    query.steps.reduce(rows(of: query.source)) { apply($1, to: $0) }
  }

  func rows(of source: BoundSource) -> Result {
    switch source {
    case .table(let table):
      return Result(
        kind: .table(table), items: (0..<corpus.rowCount(of: table)).map { Item(id: $0) })
    case .phrase(let pattern):
      return Result(kind: .matches, items: matches(of: pattern))
    case .query(let query): return rows(of: query)
    case .pattern, .compare: return Result(kind: .matches, items: [])
    case .region(let rows, let relation, let others):
      let (rows, others) = (self.rows(of: rows), self.rows(of: others))
      return Result(
        kind: rows.kind,
        items: rows.items.filter { stands(relation, $0, rows.kind, to: others) })
    }
  }

  private func apply(_ step: BoundStep, to rows: Result) -> Result {
    switch step {
    case .filter(let clauses):
      return Result(
        kind: rows.kind,
        items: rows.items.filter { item in
          clauses.allSatisfy { isTrue($0.predicate, of: item, rows.kind) }
        })
    case .select, .save: return rows
    case .order(let keys): return Result(kind: rows.kind, items: ordered(rows, by: keys))
    case .limit(let count): return Result(kind: rows.kind, items: Array(rows.items.prefix(count)))
    case .top(let count, let by, let per): return top(count, of: rows, by: by, per: per)
    case .count(let keys): return counted(rows, by: keys)
    case .timeline(let part, let date, let key): return timeline(rows, part, date, key)
    case .to(let table, let type): return moved(rows, to: table, entityType: type)
    case .sample, .kwic: return rows
    default: return rows
    }
  }

  private func matches(of pattern: PhrasePattern) -> [Item] {
    let length = pattern.places.count
    guard length > 0, corpus.tokens.count >= length else { return [] }
    return (0...(corpus.tokens.count - length)).compactMap { start in
      let isThere = pattern.places.indices.allSatisfy {
        pattern.places[$0].contains(corpus.tokens.folds.values[start + $0])
      }
      let isWhole = (0..<corpus.rowCount(of: .paragraphs)).contains { paragraph in
        let run = corpus.regions(of: .paragraphs)?.tokens(of: RowID(UInt32(paragraph))) ?? 0..<0
        return run.lowerBound <= start && start + length <= run.upperBound
      }
      return isThere && isWhole ? Item(id: start, end: start + length) : nil
    }
  }

  // MARK: Order

  private func ordered(_ rows: Result, by keys: [BoundOrder]) -> [Item] {
    rows.items.enumerated().sorted { a, b in
      for key in keys {
        let (x, y) = (best(key, a.element, rows.kind), best(key, b.element, rows.kind))
        switch (x, y) {
        case (nil, nil): continue
        case (nil, _): return false
        case (_, nil): return true
        case (let x?, let y?):
          if isLess(x, y) { return !key.isDescending }
          if isLess(y, x) { return key.isDescending }
        }
      }
      return a.offset < b.offset
    }.map(\.element)
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
    case (.flag(let a), .flag(let b)): !a && b
    default: Array(folded(a).utf8).lexicographicallyPrecedes(Array(folded(b).utf8))
    }
  }

  private func top(_ count: Int, of rows: Result, by: BoundPath?, per: BoundPath?) -> Result {
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
