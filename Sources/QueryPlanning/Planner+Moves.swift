package import CorpusStore
package import QuerySemantics

/// One step from the rows of a table to those of another, by the names of attributes.
private enum Link {
  /// Along a reference of the present rows.
  case following(String)
  /// Against a reference that the other table has to the present rows.
  case referring(String)
  /// Along names: a value of the present rows is the name of the others.
  case named(String)
  /// Against names: a value of the others is the name of the present rows.
  case naming(String)
  /// To what stands at the same tokens.
  case overlapping
}

extension Planner {

  /// Plans the move from the rows of `input` to those of `table`.
  func move(_ input: Plan, to table: Table, entityType: UInt32?) -> Plan {
    var moved = make(.empty(.table(table)))
    if let route = route(from: input.rowType, to: table) {
      moved =
        route.isEmpty ? make(.union, [input]) : route.reduce(input) { make($1, [$0]) }
    }
    guard let entityType, let type = corpus.schema.attribute("type", of: .entities) else {
      return moved
    }
    return make(.intersection, [moved, make(.postings(type, [entityType]))])
  }

  /// Returns the links that lead from rows of a type to those of a table, in order; nil where none
  /// do.
  package func route(from rowType: RowType, to table: Table) -> [PlanOperation]? {
    var route: [PlanOperation] = []
    var here = rowType
    while here != .table(table) {
      guard let (link, next) = firstLink(from: here, to: table),
        let operation = operation(of: link, from: here, to: next)
      else { return nil }
      route.append(operation)
      here = .table(next)
    }
    return route
  }

  /// Returns the plan of the rows of a table of which a predicate is true; where `entityType` is
  /// set, only entities of the type.
  package func plan(
    rowsOf table: Table, where predicate: BoundPredicate, entityType: UInt32?
  ) -> Plan {
    var predicates = [predicate]
    if let entityType, let type = corpus.schema.attribute("type", of: .entities) {
      predicates.append(.codes(BoundPath(target: .attribute(type), text: "type"), [entityType]))
    }
    return rewritten(make(.filter(predicates), [make(.scan(table))]))
  }

  private func operation(of link: Link, from rowType: RowType, to table: Table) -> PlanOperation? {
    if case .overlapping = link { return .overlapping(table) }
    guard case .table(let from) = rowType else { return nil }
    return switch link {
    case .overlapping: .overlapping(table)
    case .following(let name): corpus.schema.attribute(name, of: from).map { .following($0) }
    case .referring(let name): corpus.schema.attribute(name, of: table).map { .referring($0) }
    case .named(let name): corpus.schema.attribute(name, of: from).map { .named($0, table) }
    case .naming(let name): corpus.schema.attribute(name, of: table).map { .naming($0, from) }
    }
  }

  /// Returns the first link of the way to a table, and the table that it leads to.
  private func firstLink(from rowType: RowType, to table: Table) -> (Link, Table)? {
    switch rowType {
    case .groups: nil
    case .matches: routeFromText(nil, to: table)
    case .table(.documents): routeFromDocuments(to: table)
    case .table(.quotes): routeFromQuotes(to: table)
    case .table(.entities): routeFromEntities(to: table)
    case .table(.families):
      table == .families ? nil : (.referring("family"), .quotes)
    case .table(.topics):
      switch table {
      case .quotes, .entities, .families: (.naming("topic"), .quotes)
      default: (.naming("topic"), .documents)
      }
    case .table(.outlets): (.naming("outlet"), .documents)
    case .table(.authors): (.naming("author"), .documents)
    case .table(let from): routeFromText(from, to: table)
    }
  }

  private func routeFromDocuments(to table: Table) -> (Link, Table)? {
    switch table {
    case .documents: nil
    case .entities: (.following("mention"), .entities)
    case .topics: (.named("topic"), .topics)
    case .outlets: (.named("outlet"), .outlets)
    case .authors: (.named("author"), .authors)
    case .families: (.referring("document"), .quotes)
    case .paragraphs, .sentences, .tokens, .quotes, .mentions: (.referring("document"), table)
    }
  }

  private func routeFromQuotes(to table: Table) -> (Link, Table)? {
    switch table {
    case .quotes: nil
    case .entities: (.following("speaker"), .entities)
    case .topics: (.named("topic"), .topics)
    case .families: (.following("family"), .families)
    case .documents, .outlets, .authors: (.following("document"), .documents)
    case .paragraphs, .sentences, .tokens, .mentions: (.overlapping, table)
    }
  }

  private func routeFromEntities(to table: Table) -> (Link, Table)? {
    switch table {
    case .entities: nil
    case .quotes, .topics, .families: (.referring("speaker"), .quotes)
    case .documents, .outlets, .authors: (.referring("mention"), .documents)
    case .mentions, .paragraphs, .sentences, .tokens: (.referring("entity"), .mentions)
    }
  }

  /// Routes from paragraphs, sentences, tokens, mentions; `from` is nil for matches.
  private func routeFromText(_ from: Table?, to table: Table) -> (Link, Table)? {
    switch table {
    case .entities:
      from == .mentions ? (.following("entity"), .entities) : (.overlapping, .mentions)
    case .families: (.overlapping, .quotes)
    case .documents, .topics, .outlets, .authors:
      from == nil ? (.overlapping, .documents) : (.following("document"), .documents)
    case .paragraphs, .sentences, .tokens, .quotes, .mentions: (.overlapping, table)
    }
  }
}
