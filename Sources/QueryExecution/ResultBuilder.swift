internal import CorpusStore
internal import QueryPlanning
internal import QuerySemantics

/// Makes the table of a result from rows.
struct ResultBuilder {

  /// How rows are shown.
  enum Presentation {
    case columns([BoundColumn])
    case concordance(width: Int)
    case standard
  }

  private let execution: Execution
  private let presentation: Presentation
  private let chart: ResultTable.Chart?

  init(_ execution: Execution, _ plan: Plan) {
    self.execution = execution
    presentation = Self.presentation(of: plan)
    chart = Self.chart(of: plan)
  }

  private var corpus: Corpus { execution.corpus }

  /// Returns the table of the first rows.
  func table(of rows: Rows, limit: Int?) -> ResultTable {
    let shown = limit.map { rows.prefix($0) } ?? rows
    var table = plainTable(of: shown, total: rows.count)
    table.notes = shown.notes
    if let chart { table.layout = .chart(chart) }
    return table
  }

  private func plainTable(of rows: Rows, total: Int) -> ResultTable {
    switch (rows.kind, presentation) {
    case (.groups, .columns(let columns)): return table(.table, columns, rows, total)
    case (.groups(let groups), _): return table(of: groups, rows, total: total)
    case (_, .columns(let columns)): return table(.table, columns, rows, total)
    case (_, .concordance(let width)): return concordance(rows, width, total: total)
    case (.matches, .standard):
      return concordance(rows, StandardColumns.concordanceWidth, total: total)
    case (.table(let table), .standard):
      let columns = StandardColumns.columns(of: table, corpus.schema)
      return self.table(table == .quotes ? .quotes : .table, columns, rows, total)
    }
  }

  private func table(
    _ layout: ResultTable.Layout, _ columns: [BoundColumn], _ rows: Rows, _ total: Int
  ) -> ResultTable {
    let headings = columns.map { column in
      let reader = CellReader(column.path, kind: rows.kind, corpus: corpus)
      return ResultTable.Column(name: column.name, isNumeric: reader.isNumeric)
    }
    let shown = ListedRows(rows: rows, columns: columns.map(\.path), corpus: corpus)
    return ResultTable(
      layout: layout, unit: rows.unit, columns: headings + figures(of: rows),
      rows: ResultRows(shown), total: total, origins: RowOrigins(of: rows))
  }

  private func table(of groups: GroupTable, _ rows: Rows, total: Int) -> ResultTable {
    let headings = groups.columns.map {
      ResultTable.Column(
        name: $0.column.name, title: $0.column.title, isNumeric: $0.reading.isNumeric,
        isDrawn: $0.column.isDrawn)
    }
    let isCount = groups.columns.count == 1 && groups.columns[0].column.name == "count"
    // One number is at hand.
    let shown =
      isCount
      ? ResultRows(
        rows.ids.map { id in groups.columns.map { $0.reading.shownCell(of: $0.keys[id.index]) } })
      : ResultRows(GroupRows(groups: groups, ids: rows.ids))
    return ResultTable(
      layout: isCount ? .count : .table, unit: isCount ? groups.countedUnit : groups.unit,
      columns: headings, rows: shown, total: total)
  }

  private func concordance(_ rows: Rows, _ width: Int, total: Int) -> ResultTable {
    let headings = ConcordanceRows.columns.map { ResultTable.Column(name: $0) }
    return ResultTable(
      layout: .concordance, unit: rows.unit, columns: headings + figures(of: rows),
      rows: ResultRows(ConcordanceRows(rows: rows, width: width, corpus: corpus)), total: total,
      origins: RowOrigins(of: rows))
  }

  private func figures(of rows: Rows) -> [ResultTable.Column] {
    rows.figures.map { ResultTable.Column(name: $0.name, isNumeric: true) }
  }

  /// Returns how the rows of a plan are shown: as the last step says that says so.
  private static func presentation(of plan: Plan) -> Presentation {
    switch plan.operation {
    case .select(let columns): return .columns(columns)
    case .concordance(let width, _): return .concordance(width: width)
    case .filter, .sort, .topRows, .top, .limit, .sample, .regionJoin, .distinct, .similar,
      .combine, .chart:
      return plan.inputs.first.map(presentation) ?? .standard
    case .scan, .empty, .postings, .pairedPostings, .dateRange, .phrase, .intersection, .union,
      .referring, .following, .named, .naming, .overlapping, .count, .timeline, .pattern,
      .summarize, .rate, .collocates, .keywords, .compare, .pairs:
      return .standard
    }
  }

  /// Returns the drawing that a plan asks for last, with no other result behind it.
  private static func chart(of plan: Plan) -> ResultTable.Chart? {
    switch plan.operation {
    case .chart(let kind):
      switch kind {
      case .bars: return .bars
      case .line: return .line
      case .heat: return .heat
      case .dots: return .dots
      }
    case .filter, .sort, .topRows, .top, .limit, .sample, .distinct, .combine, .select:
      return plan.inputs.first.flatMap(chart)
    case .scan, .empty, .postings, .pairedPostings, .dateRange, .phrase, .intersection, .union,
      .referring, .following, .named, .naming, .overlapping, .count, .timeline, .pattern,
      .summarize, .rate, .collocates, .keywords, .compare, .pairs, .concordance, .similar,
      .regionJoin:
      return nil
    }
  }
}
