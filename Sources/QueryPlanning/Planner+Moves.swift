internal import CorpusStore
internal import QuerySemantics

/// One step from the rows of a table to those of another.
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
    let moved = moved(input, to: table)
    guard let entityType, let type = corpus.schema.attribute("type", of: .entities) else {
      return moved
    }
    return make(.intersection, [moved, make(.postings(type, [entityType]))])
  }

  private func moved(_ input: Plan, to table: Table) -> Plan {
    if input.rowType == .table(table) { return make(.union, [input]) }
    guard let (link, next) = route(from: input.rowType, to: table),
      let plan = linked(input, by: link, to: next)
    else { return make(.empty(.table(table))) }
    return next == table ? plan : moved(plan, to: table)
  }

  private func linked(_ input: Plan, by link: Link, to table: Table) -> Plan? {
    if case .overlapping = link { return make(.overlapping(table), [input]) }
    guard case .table(let from) = input.rowType else { return nil }
    switch link {
    case .overlapping: return nil
    case .following(let name):
      return corpus.schema.attribute(name, of: from).map { make(.following($0), [input]) }
    case .referring(let name):
      return corpus.schema.attribute(name, of: table).map { make(.referring($0), [input]) }
    case .named(let name):
      return corpus.schema.attribute(name, of: from).map { make(.named($0, table), [input]) }
    case .naming(let name):
      return corpus.schema.attribute(name, of: table).map { make(.naming($0, from), [input]) }
    }
  }

  /// Returns the first link of the way to a table, and the table that it leads to.
  private func route(from rowType: RowType, to table: Table) -> (Link, Table)? {
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
