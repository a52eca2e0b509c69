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
  func table(of rows: Rows, limit: Int?) throws(Interrupted) -> ResultTable {
    let shown = limit.map { rows.prefix($0) } ?? rows
    var table = try plainTable(of: shown, total: rows.count)
    table.notes = shown.notes
    if let chart { table.layout = .chart(chart) }
    return table
  }

  private func plainTable(of rows: Rows, total: Int) throws(Interrupted) -> ResultTable {
    switch (rows.kind, presentation) {
    case (.groups, .columns(let columns)): return try table(.table, columns, rows, total)
    case (.groups(let groups), _): return try table(of: groups, rows, total: total)
    case (_, .columns(let columns)): return try table(.table, columns, rows, total)
    case (_, .concordance(let width)): return try concordance(rows, width, total: total)
    case (.matches, .standard):
      return try concordance(rows, StandardColumns.concordanceWidth, total: total)
    case (.table(let table), .standard):
      let columns = StandardColumns.columns(of: table, corpus.schema)
      return try self.table(table == .quotes ? .quotes : .table, columns, rows, total)
    }
  }

  private func table(
    _ layout: ResultTable.Layout, _ columns: [BoundColumn], _ rows: Rows, _ total: Int
  ) throws(Interrupted) -> ResultTable {
    let readers = columns.map { CellReader($0.path, kind: rows.kind, corpus: corpus) }
    var columnCells: [[ResultTable.Cell]] = []
    for reader in readers {
      columnCells.append(try reader.cells(of: rows, execution.interruption))
    }
    for figures in rows.figures { columnCells.append(rows.ids.indices.map(figures.cell)) }
    let cells = rows.ids.indices.map { place in columnCells.map { $0[place] } }
    let headings =
      zip(columns, readers).map { ResultTable.Column(name: $0.name, isNumeric: $1.isNumeric) }
      + rows.figures.map { ResultTable.Column(name: $0.name, isNumeric: true) }
    return ResultTable(
      layout: layout, unit: rows.unit, columns: headings, rows: cells, total: total,
      origins: origins(of: rows))
  }

  private func table(
    of groups: GroupTable, _ rows: Rows, total: Int
  ) throws(Interrupted) -> ResultTable {
    let headings = groups.columns.map {
      ResultTable.Column(
        name: $0.column.name, title: $0.column.title, isNumeric: $0.reading.isNumeric,
        isDrawn: $0.column.isDrawn)
    }
    var cells: [[ResultTable.Cell]] = []
    cells.reserveCapacity(rows.count)
    for (place, id) in rows.ids.enumerated() {
      if place & 0x3F == 0 { try execution.interruption.check() }
      cells.append(
        groups.columns.map { column in
          let key = column.keys[id.index]
          return key == GroupValues.missing ? .missing : column.reading.cell(of: key)
        })
    }
    let isCount = groups.columns.count == 1 && groups.columns[0].column.name == "count"
    return ResultTable(
      layout: isCount ? .count : .table, unit: isCount ? groups.countedUnit : groups.unit,
      columns: headings, rows: cells, total: total)
  }

  private func concordance(
    _ rows: Rows, _ width: Int, total: Int
  ) throws(Interrupted) -> ResultTable {
    let lines = ConcordanceLines(corpus, kind: rows.kind)
    let names = corpus.schema.attribute("id", of: .documents).map {
      CellReader(
        BoundPath(target: .attribute($0), text: "id"), kind: .table(.documents), corpus: corpus)
    }
    var cells: [[ResultTable.Cell]] = []
    cells.reserveCapacity(rows.count)
    var document: (row: RowID?, name: ResultTable.Cell) = (nil, .missing)
    for place in rows.ids.indices {
      if place & 0x3F == 0 { try execution.interruption.check() }
      var line = lines.line(
        of: rows.ids[place], end: rows.end(at: place), width: width, near: document.row)
      if line.document != document.row {
        document.row = line.document
        document.name = line.document.flatMap { names?.cell(of: $0, end: nil) } ?? .missing
      }
      line.cells.append(document.name)
      for figures in rows.figures { line.cells.append(figures.cell(at: place)) }
      cells.append(line.cells)
    }
    return ResultTable(
      layout: .concordance, unit: rows.unit,
      columns: ["left", "match", "right", "document"].map { ResultTable.Column(name: $0) }
        + rows.figures.map { ResultTable.Column(name: $0.name, isNumeric: true) },
      rows: cells, total: total, origins: origins(of: rows))
  }

  private func origins(of rows: Rows) -> [RowOrigin] {
    switch rows.kind {
    case .table(let table): rows.ids.map { .row(table, $0) }
    case .matches: zip(rows.ids, rows.ends).map { .match(firstToken: $0.rawValue, endToken: $1) }
    case .groups: []
    }
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

/// Reads the cells of one column.
struct CellReader {

  private let reader: ValueReader
  private let isMany: Bool

  /// Whether the values are numbers.
  let isNumeric: Bool

  init(_ path: BoundPath, kind: Rows.Kind, corpus: Corpus) {
    reader = ValueReader(path, kind: kind, corpus: corpus)
    isMany = path.isMany
    isNumeric = reader.reading.isNumeric
  }

  /// Returns the cells of rows.
  func cells(
    of rows: Rows, _ interruption: Interruption
  ) throws(Interrupted) -> [ResultTable.Cell] {
    var cells: [ResultTable.Cell] = []
    cells.reserveCapacity(rows.count)
    if !isMany, let keys = try reader.singleKeys(of: rows, interruption) {
      let reading = reader.reading
      for place in keys.indices {
        if place & 0x3F == 0 { try interruption.check() }
        cells.append(
          keys[place] == GroupValues.missing ? .missing : reading.cell(of: keys[place]))
      }
      return cells
    }
    for place in rows.ids.indices {
      if place & 0x3F == 0 { try interruption.check() }
      cells.append(cell(of: rows.ids[place], end: rows.end(at: place)))
    }
    return cells
  }

  /// Returns the cell of a row.
  func cell(of id: RowID, end: UInt32?) -> ResultTable.Cell {
    if !isMany, let text = reader.text(of: id, end: end) {
      return text.isEmpty ? .missing : .text(String(decoding: text, as: UTF8.self))
    }
    var keys: [Int64] = []
    reader.appendKeys(of: id, end: end, to: &keys)
    let reading = reader.reading
    if isMany { return keys.isEmpty ? .missing : .list(keys.map { reading.text(of: $0) }) }
    return keys.first.map { reading.cell(of: $0) } ?? .missing
  }
}
