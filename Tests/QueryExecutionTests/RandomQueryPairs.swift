import CorpusFixture
import CorpusStore
import Diagnostics
import QueryPlanning
import QuerySemantics
import TestSupport

@testable import QueryExecution

/// A random corpus with random queries, and what engine and reference make of them.
struct RandomPairs {

  let corpus: Corpus
  let evaluator: Evaluator
  let reference: ReferenceEvaluator
  var queries: RandomQuery

  init(seed: Int) {
    corpus = RandomCorpus.make(seed: UInt64(seed), documents: 2 + seed % 7)
    evaluator = Evaluator(corpus, blockSize: [1, 2, 63, 64, 65][seed % 5])
    queries = RandomQuery(corpus: corpus, random: SeededGenerator(seed: UInt64(seed) + 1_000_000))
    reference = queries.reference
  }

  /// Both results where they differ.
  struct Difference: Equatable {
    let engine: [String]
    let reference: [String]
  }

  /// Returns how the engine's result differs from what is expected, if it does.
  func difference(
    _ query: BoundQuery, _ expected: ReferenceEvaluator.Result, isRewritten: Bool
  ) throws -> Difference? {
    let planner = Planner(corpus)
    let logical = planner.logicalPlan(of: query)
    let plan = isRewritten ? planner.rewritten(logical) : logical
    let table = try evaluator.run(plan).table
    let wanted = lines(of: expected, query)
    if agrees(table, wanted) { return nil }
    let found = lines(of: table, cells: wanted.first?.cells.count ?? 0)
    return Difference(engine: found.map(Self.text), reference: wanted.map(Self.text))
  }

  /// Returns the rows of a source of which all predicates are true, as text.
  func rows(_ source: BoundSource, _ predicates: [BoundPredicate]) throws -> [String] {
    let clauses = predicates.map { BoundClause($0, at: SourceRange(0, 0)) }
    let steps: [BoundStep] = predicates.isEmpty ? [] : [.filter(clauses)]
    let table = try evaluator.run(Planner(corpus).plan(BoundQuery(source: source, steps: steps)))
      .table
    return lines(of: table).map(Self.text)
  }

  /// Returns a source of matches or groups.
  mutating func source(of kind: ReferenceEvaluator.Kind) -> BoundSource {
    guard kind == .groups else { return .phrase(queries.phrase()) }
    let columns = queries.columns(of: .table(.quotes), 2)
    return .query(BoundQuery(source: .table(.quotes), steps: [.count(by: columns)]))
  }

  // MARK: Lines

  /// One row: where it stands, and its cells where they are what is compared.
  private typealias Line = (origin: RowOrigin?, cells: [ResultTable.Cell])

  /// Returns the rows of a table, with so many of their cells where it is those that are compared.
  private func lines(of table: ResultTable, cells: Int = 0) -> [Line] {
    table.rows.enumerated().map { place, row in
      table.origins.isEmpty ? (nil, row) : (table.origins[place], Array(row.prefix(cells)))
    }
  }

  private func lines(of result: ReferenceEvaluator.Result, _ query: BoundQuery) -> [Line] {
    let columns = shownColumns(query)
    return result.items.map { item in
      let cells = columns?.map { column in
        let values = reference.values(at: column.path, of: item, result.kind)
        return column.path.isMany && !values.isEmpty
          ? .list(values.map(reference.shown)) : cell(values.first)
      }
      switch result.kind {
      case .table(let table): return (.row(table, RowID(UInt32(item.id))), cells ?? [])
      case .matches:
        return (.match(firstToken: UInt32(item.id), endToken: UInt32(item.end)), cells ?? [])
      case .groups: return (nil, cells ?? item.group.map(cell))
      }
    }
  }

  /// The columns that a query shows instead of its rows' own.
  private func shownColumns(_ query: BoundQuery) -> [BoundColumn]? {
    query.steps.reduce(nil) { columns, step in
      switch step {
      case .select(let chosen): chosen
      case .filter, .order, .limit, .top, .sample, .save, .distinct, .similar, .chart, .combine:
        columns
      case .kwic, .to, .count, .timeline, .summarize, .rate, .collocates, .keywords, .pairs: nil
      }
    }
  }

  private func cell(_ value: ReferenceEvaluator.Value?) -> ResultTable.Cell {
    switch value {
    case nil: .missing
    case .integer(let number): .integer(number)
    case .decimal(let number): .decimal(number)
    case .flag(let flag): .flag(flag)
    case .some(let value): .text(reference.shown(value))
    }
  }

  private func agrees(_ table: ResultTable, _ wanted: [Line]) -> Bool {
    let found = lines(of: table, cells: wanted.first?.cells.count ?? 0)
    return found.count == wanted.count
      && zip(found, wanted).allSatisfy { found, wanted in
        found.origin == wanted.origin && found.cells.count == wanted.cells.count
          && zip(found.cells, wanted.cells).allSatisfy(isSame)
      }
  }

  private func isSame(_ a: ResultTable.Cell, _ b: ResultTable.Cell) -> Bool {
    guard case .decimal(let a) = a, case .decimal(let b) = b else { return a == b }
    return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))
  }

  private static func text(_ line: Line) -> String {
    let cells = line.cells.map { "\($0)" }.joined(separator: " ")
    return switch line.origin {
    case .row(let table, let row): "\(table) \(row.rawValue) \(cells)"
    case .match(let first, let end): "match \(first)..<\(end) \(cells)"
    case nil: cells
    }
  }

  // MARK: Reports

  func print(_ query: BoundQuery) -> String { BoundQueryPrinter(corpus).print(query) }

  /// Returns the least query that still differs, and how.
  func report(_ query: BoundQuery, _ difference: Difference) throws -> String {
    let least = try RandomQueryShrinker.shrink(query) { candidate in
      try self.difference(candidate, reference.rows(of: candidate), isRewritten: true) != nil
    }
    let left =
      try self.difference(least, reference.rows(of: least), isRewritten: true) ?? difference
    let first =
      zip(left.engine, left.reference).enumerated().first { $1.0 != $1.1 }?.offset
      ?? min(left.engine.count, left.reference.count)
    func rows(_ rows: [String]) -> String {
      "of \(rows.count) rows, from \(first): \(rows.dropFirst(first).prefix(4))"
    }
    return """
      \(print(query))
      SHRUNK TO
      \(print(least))
      ENGINE    \(rows(left.engine))
      REFERENCE \(rows(left.reference))
      """
  }
}
