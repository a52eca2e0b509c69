import CorpusStore
import QuerySemantics

/// Evaluates bound queries row by row, straight from what `BoundQuery` says that they mean.
///
/// It shares nothing with the engine but the corpus: no cursor, no index, no plan. What it reads of
/// the corpus it keeps, which is all that makes it fast enough for thousands of queries.
final class ReferenceEvaluator {

  /// What rows are.
  enum Kind: Hashable {
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
    /// Monday is 1.
    case weekday(Int)
    case flag(Bool)
  }

  struct Result {
    var kind: Kind
    var items: [Item]
  }

  let corpus: Corpus
  var read = Memory()

  init(corpus: Corpus) { self.corpus = corpus }

  func rows(of query: BoundQuery) -> Result {
    query.steps.reduce(rows(of: query.source)) { apply($1, to: $0) }
  }

  func rows(of source: BoundSource) -> Result {
    switch source {
    case .table(let table):
      return Result(
        kind: .table(table), items: (0..<corpus.rowCount(of: table)).map { Item(id: $0) })
    case .phrase(let pattern): return Result(kind: .matches, items: matches(of: pattern))
    case .pattern(let pattern): return Result(kind: .matches, items: matches(of: pattern))
    case .query(let query): return rows(of: query)
    case .compare(let contrast): return compared(contrast)
    case .region(let rows, let relation, let others):
      let (rows, others) = (self.rows(of: rows), places(of: self.rows(of: others)))
      return Result(
        kind: rows.kind,
        items: rows.items.filter { stands(relation, place(of: $0, rows.kind), toOthers: others) })
    }
  }

  func apply(_ step: BoundStep, to rows: Result) -> Result {
    func these(_ items: [Item]) -> Result { Result(kind: rows.kind, items: items) }
    switch step {
    case .filter(let clauses):
      return clauses.reduce(rows) { rows, clause in
        these(rows.items.filter(test(clause.predicate, rows.kind)))
      }
    case .select, .save, .chart: return rows
    case .order(let keys): return these(ordered(rows, by: keys))
    case .limit(let count): return these(Array(rows.items.prefix(count)))
    case .top(let count, let by, let per): return top(count, of: rows, by: by, per: per)
    case .sample(let count, let seed): return these(sample(count, of: rows.items, seed))
    case .count(let keys): return counted(rows, by: keys)
    case .timeline(let part, let date, let key): return timeline(rows, part, date, key)
    case .to(let table, let type): return moved(rows, to: table, entityType: type)
    case .kwic(_, let order): return these(ordered(rows, byWords: order))
    case .distinct(let columns): return these(distinct(rows, columns))
    case .similar(let text): return these(similar(rows, to: text))
    case .summarize(let figures, let keys): return summarized(rows, figures, by: keys)
    case .rate(let rate): return these(rated(rows.items, rate))
    case .collocates(let collocates): return self.collocates(of: rows, collocates)
    case .keywords(let keywords): return self.keywords(of: rows, keywords)
    case .pairs(let key, let group): return pairs(rows, of: key.path, per: group.path)
    case .combine(let operation, let query):
      return these(combined(rows.items, operation, self.rows(of: query).items))
    }
  }

  private func matches(of pattern: PhrasePattern) -> [Item] {
    let length = pattern.places.count
    guard length > 0 else { return [] }
    return paragraphs.flatMap { paragraph in
      paragraph.filter { start in
        start + length <= paragraph.upperBound
          && pattern.places.indices.allSatisfy {
            pattern.places[$0].contains(corpus.tokens.folds.values[start + $0])
          }
      }.map { Item(id: $0, end: $0 + length) }
    }
  }

  private func distinct(_ rows: Result, _ columns: [BoundColumn]) -> [Item] {
    var seen: Set<[Set<Value>]> = []
    return rows.items.filter { item in
      seen.insert(columns.map { Set(values(at: $0.path, of: item, rows.kind)) }).inserted
    }
  }

  private func combined(_ a: [Item], _ operation: SetOperation, _ b: [Item]) -> [Item] {
    switch operation {
    case .except: return a.filter { !b.contains($0) }
    case .intersect: return a.filter { b.contains($0) }
    case .union: return b.reduce(into: a) { if !$0.contains($1) { $0.append($1) } }
    }
  }

  /// The rows with the least numbers, each drawn from the seed and the row alone by SplitMix64.
  private func sample(_ count: Int, of items: [Item], _ seed: UInt64) -> [Item] {
    func mix(_ value: UInt64) -> UInt64 {
      var z = value &+ 0x9E37_79B9_7F4A_7C15
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    let drawn = items.enumerated().sorted { a, b in
      let (x, y) = (mix(UInt64(a.element.id) ^ mix(seed)), mix(UInt64(b.element.id) ^ mix(seed)))
      return (x, a.offset) < (y, b.offset)
    }
    return drawn.prefix(count).sorted { $0.offset < $1.offset }.map(\.element)
  }
}
