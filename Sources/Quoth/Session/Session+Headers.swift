internal import CorpusStore
internal import QueryExecution
internal import QueryPlanning
internal import QuerySemantics

/// What a header needs to say what was counted and whether it is all.
extension Session {

  /// Returns a result with the number of rows that there would be without the steps that cut it,
  /// and with the name of its rows.
  func headed(
    _ answer: QueryAnswer, of query: BoundQuery, interruption: Interruption
  ) throws(Interrupted) -> ResultTable {
    var table = answer.table
    if table.unit == Table.entities.name { table.unit = unit(ofRowsIn: query) }
    guard let cut = query.steps.lastIndex(where: { !$0.keepsEveryRow }),
      let extent = query.steps[cut].extent
    else { return table }
    // Where one step cuts the rows alone, what it cut has been counted on the way.
    if let count = answer.report.uncutRows, query.steps.count(where: { $0.extent != nil }) == 1 {
      table.total = count
    } else {
      let whole = BoundQuery(source: query.source, steps: Array(query.steps[..<cut]))
      table.total = try evaluator.count(planner.plan(whole), interruption: interruption)
    }
    table.extent = extent
    return table
  }

  /// Returns what the rows of a source are called, in the plural.
  func unit(of source: BoundSource) -> String {
    switch source {
    case .query(let query): unit(of: query)
    case .region(let rows, _, _): unit(of: rows)
    case .phrase, .pattern: "matches"
    case .compare: "groups"
    case .table(let table): table.name
    }
  }

  /// Returns what is counted where a query ends in a count, and else what its rows are called.
  private func unit(ofRowsIn query: BoundQuery) -> String {
    let moves = query.steps.prefix { if case .count = $0 { false } else { true } }
    return unit(of: BoundQuery(source: query.source, steps: Array(moves)))
  }

  func unit(of query: BoundQuery) -> String {
    var name = unit(of: query.source)
    for step in query.steps {
      switch step {
      case .to(let table, let type): name = type.flatMap { kind(of: $0) } ?? table.name
      case .count, .timeline, .summarize: name = "groups"
      case .collocates: name = "collocates"
      case .keywords: name = "keywords"
      case .pairs: name = "pairs"
      case .filter(let clauses) where query.source == .table(.entities):
        for case .codes(let path, let codes) in clauses.map(\.predicate)
        where path.text == "type" && codes.count == 1 {
          name = kind(of: codes[0]) ?? name
        }
      case .filter, .select, .order, .limit, .top, .sample, .kwic, .save, .distinct, .similar,
        .rate, .chart, .combine:
        continue
      }
    }
    return name
  }

  /// The plural of an entity type, by its code in the column of types.
  func kind(of type: UInt32) -> String? {
    guard case .codes(let column) = corpus.column("type", of: .entities),
      column.dictionary.entries.indices.contains(Int(type))
    else { return nil }
    switch corpus.pool[column.dictionary.symbol(of: type)] {
    case "person": return "people"
    case "organization": return "organizations"
    case "place": return "places"
    default: return nil
    }
  }
}

extension Session {

  /// Returns how many rows of a query are shown at most; nil for all.
  func rowLimit(of query: BoundQuery) -> Int? {
    query.saysHowManyRows ? options.rowLimit : options.rowLimit ?? options.usualRowLimit
  }
}

extension BoundQuery {

  /// Whether the last step that can cut the rows does so, or they are drawn, where none may be cut.
  fileprivate var saysHowManyRows: Bool {
    let drawing = steps.contains { if case .chart = $0 { true } else { false } }
    return drawing || steps.last { !$0.keepsEveryRow }?.extent != nil
  }
}

extension BoundStep {

  /// Whether the step shows every row that it is given.
  fileprivate var keepsEveryRow: Bool {
    switch self {
    case .select, .order, .kwic, .save, .chart, .rate: true
    case .filter, .limit, .top, .sample, .count, .timeline, .to, .distinct, .similar, .summarize,
      .collocates, .keywords, .pairs, .combine:
      false
    }
  }

  /// Which rows a step that cuts a result leaves; nil for a step that does not cut it.
  fileprivate var extent: ResultTable.Extent? {
    switch self {
    case .limit, .top(_, by: _, per: nil): .first
    case .top, .sample: .selection
    case .filter, .select, .order, .count, .timeline, .to, .kwic, .save, .distinct, .similar,
      .summarize, .rate, .collocates, .keywords, .pairs, .chart, .combine:
      nil
    }
  }
}
