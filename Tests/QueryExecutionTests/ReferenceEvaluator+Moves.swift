import CorpusStore
import QuerySemantics

extension ReferenceEvaluator {

  /// The rows of a table that belong to some rows, each once, in the order of the table.
  func moved(_ rows: Result, to table: Table, entityType: UInt32?) -> Result {
    var found: Set<Int> = []
    for item in rows.items { found.formUnion(linked(item, rows.kind, table)) }
    if let entityType, let type = corpus.schema.attribute("type", of: .entities) {
      let path = BoundPath(target: .attribute(type), text: "type")
      found = found.filter { hasCode([entityType], at: path, Item(id: $0)) }
    }
    return Result(kind: .table(table), items: found.sorted().map { Item(id: $0) })
  }

  /// The rows of a table that belong to one row.
  private func linked(_ item: Item, _ kind: Kind, _ table: Table) -> [Int] {
    if kind == .groups { return [] }
    if kind == .table(table) { return [item.id] }
    let link = Link(kind: kind, item: item, table: table)
    if let known = read.links[link] { return known }
    let rows = reached(item, kind, table)
    read.links[link] = rows
    return rows
  }

  private func reached(_ item: Item, _ kind: Kind, _ table: Table) -> [Int] {
    func through(_ middle: Table) -> [Int] {
      linked(item, kind, middle).flatMap { linked(Item(id: $0), .table(middle), table) }
    }
    guard case .table(let from) = kind else { return reachedByText(item, kind, table, through) }
    switch (from, table) {
    case (.documents, .entities): return referred(item, from, "mention")
    case (.documents, .topics): return named(item, from, "topic", table)
    case (.documents, .outlets): return named(item, from, "outlet", table)
    case (.documents, .authors): return named(item, from, "author", table)
    case (.documents, .families): return through(.quotes)
    case (.documents, _): return referring(table, "document", to: item)
    case (.quotes, .entities): return referred(item, from, "speaker")
    case (.quotes, .topics): return named(item, from, "topic", table)
    case (.quotes, .families): return referred(item, from, "family")
    case (.quotes, .outlets), (.quotes, .authors): return through(.documents)
    case (.entities, .quotes): return referring(table, "speaker", to: item)
    case (.entities, .topics), (.entities, .families): return through(.quotes)
    case (.entities, .documents): return referring(table, "mention", to: item)
    case (.entities, .outlets), (.entities, .authors): return through(.documents)
    case (.entities, .mentions): return referring(table, "entity", to: item)
    case (.entities, _): return through(.mentions)
    case (.families, .quotes): return referring(table, "family", to: item)
    case (.families, _): return through(.quotes)
    case (.topics, .quotes), (.topics, .documents): return naming(table, "topic", item, from)
    case (.topics, .entities), (.topics, .families): return through(.quotes)
    case (.outlets, .documents): return naming(table, "outlet", item, from)
    case (.authors, .documents): return naming(table, "author", item, from)
    case (.topics, _), (.outlets, _), (.authors, _): return through(.documents)
    case (.mentions, .entities): return referred(item, from, "entity")
    case (_, .documents): return referred(item, from, "document")
    default: return reachedByText(item, kind, table, through)
    }
  }

  private func reachedByText(
    _ item: Item, _ kind: Kind, _ table: Table, _ through: (Table) -> [Int]
  ) -> [Int] {
    switch table {
    case .entities: return through(.mentions)
    case .families: return through(.quotes)
    case .topics, .outlets, .authors: return through(.documents)
    default:
      let places = places(of: Result(kind: kind, items: [item]))
      return rows(of: .table(table)).items.map(\.id).filter {
        stands(.overlapping, place(of: Item(id: $0), .table(table)), to: places)
      }
    }
  }

  private func values(_ name: String, _ table: Table, _ row: Int) -> [Value] {
    corpus.schema.attribute(name, of: table).map { own($0, row) } ?? []
  }

  /// The rows that a row refers to.
  private func referred(_ item: Item, _ table: Table, _ name: String) -> [Int] {
    values(name, table, item.id).compactMap { if case .row(_, let row) = $0 { row } else { nil } }
  }

  /// The rows of a table that refer to a row.
  private func referring(_ table: Table, _ name: String, to item: Item) -> [Int] {
    (0..<corpus.rowCount(of: table)).filter { row in
      values(name, table, row).contains {
        if case .row(_, item.id) = $0 { true } else { false }
      }
    }
  }

  /// The rows of a table whose names a row has as values.
  private func named(_ item: Item, _ from: Table, _ name: String, _ table: Table) -> [Int] {
    let names = values(name, from, item.id)
    return (0..<corpus.rowCount(of: table)).filter {
      values("name", table, $0).contains { names.contains($0) }
    }
  }

  /// The rows of a table that have the name of a row as a value.
  private func naming(_ table: Table, _ name: String, _ item: Item, _ from: Table) -> [Int] {
    let names = values("name", from, item.id)
    return (0..<corpus.rowCount(of: table)).filter {
      values(name, table, $0).contains { names.contains($0) }
    }
  }
}
