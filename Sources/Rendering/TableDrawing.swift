internal import QueryExecution

/// A result drawn as aligned columns, or as a list of records where the columns do not fit.
///
///     speaker          count
///     ───────────────  ─────
///     Emmanuel Macron     14
struct TableDrawing {

  private let table: ResultTable
  private let options: RenderingOptions
  private let gutter: Gutter
  private let names: [String]
  private let forms: [NumberForm]
  /// The cells that the longest value of each column takes.
  private let naturalWidths: [Int]

  init(_ table: ResultTable, options: RenderingOptions) {
    self.table = table
    self.options = options
    // Numbers lead to texts, or at a prompt to the rows of groups.
    let hasNumbers = !table.origins.isEmpty || (table.leadsToRows && options.numbersGroups)
    gutter = hasNumbers ? Gutter(table, options: options) : Gutter()
    names = table.columns.map { VisibleText.line($0.title) }
    forms = table.columns.indices.map {
      NumberForm(column: $0, of: table, isAligned: true, isStopped: options.isStopped)
    }
    // The rows are read again to be drawn, so that all of them are never held at a time.
    var widths = names.map { max(1, CellWidth.of($0)) }
    for row in table.rows {
      if options.isStopped() { break }
      for (index, cell) in Self.lines(of: row, forms).enumerated() {
        widths[index] = max(widths[index], cell.width)
      }
    }
    naturalWidths = widths
  }

  /// Returns the lines that the cells of a row take.
  private static func lines(of row: [ResultTable.Cell], _ forms: [NumberForm]) -> [CellLines] {
    forms.indices.map { CellLines($0 < row.count ? row[$0] : .missing, as: forms[$0]) }
  }

  func draw(into out: inout ByteBuffer) {
    guard !names.isEmpty else { return }
    guard let widths = fittedWidths() else {
      drawRecords(into: &out)
      return
    }
    draw(names.map { ($0, .header) }, widths, gutter.blank, into: &out)
    let rules = widths.map { (String(repeating: "─", count: $0), RenderingOptions.Role.dim) }
    draw(rules, widths, gutter.blank, into: &out)
    let roles = table.columns.map(\.role)
    for (index, cells) in table.rows.enumerated() where out.wantsMore() {
      let row = Self.lines(of: cells, forms)
      for line in 0..<row.reduce(1, { max($0, $1.lines.count) }) {
        let texts = zip(row, roles).map { cell, role in cell.text(ofLine: line, role) }
        let number = line == 0 ? gutter.number(ofRow: index) : gutter.blank
        draw(texts, widths, number, into: &out)
      }
    }
  }

  private static let gap = 2

  /// A column that has texts beyond this many cells is running text, of which a few words say
  /// nothing.
  private static let longText = 60

  private func fittedWidths() -> [Int]? {
    var demands: [ColumnWidths.Demand] = []
    for (index, column) in table.columns.enumerated() {
      let name = CellWidth.of(names[index])
      let natural = naturalWidths[index]
      // A number or a day that is cut would be another one.
      let isWhole = column.isNumeric || column.role == .date
      let readable = natural > Self.longText ? 20 : max(8, min(name, 12))
      let least = isWhole ? natural : readable
      demands.append(.init(natural: natural, least: min(natural, least)))
    }
    guard let width = options.width else { return demands.map(\.natural) }
    let gaps = Self.gap * (demands.count - 1)
    return ColumnWidths.fit(demands, into: width - gutter.width - gaps)
  }

  private func draw(
    _ texts: [(String, RenderingOptions.Role)], _ widths: [Int], _ number: StyledRun,
    into out: inout ByteBuffer
  ) {
    out.write(number, options)
    for (index, (text, role)) in texts.enumerated() {
      let shown = CellWidth.cut(text, to: widths[index])
      let padding = CellWidth.padding(from: CellWidth.of(shown), to: widths[index])
      let isRight = table.columns[index].isNumeric
      if isRight { out.write(padding) }
      out.write(StyledRun(role, shown), options)
      guard index + 1 < texts.count else { break }
      if !isRight { out.write(padding) }
      out.write(String(repeating: " ", count: Self.gap))
    }
    out.trimBlanks()
    out.newline()
  }

  private func drawRecords(into out: inout ByteBuffer) {
    let numbers = Gutter(table, options: options)
    let indent = (options.width ?? 0) - numbers.width >= 16 ? "  " : ""
    let wrapper = TextWrapper(width: options.width.map { $0 - numbers.width - indent.utf8.count })
    for (index, cells) in table.rows.enumerated() where out.wantsMore() {
      let row = Self.lines(of: cells, forms)
      var prefix = numbers.number(ofRow: index)
      for (column, cell) in row.enumerated() {
        let role = table.columns[column].role
        let value = cell.isMissing ? StyledRun(.dim, "–") : .init(role, cell.lines[0])
        let name = StyledRun(.header, names[column] + ":")
        var lines = wrapper.lines([name, .init(.dim, " "), value])
        for more in cell.lines.dropFirst() { lines += wrapper.lines([.init(role, more)]) }
        for (i, line) in lines.enumerated() {
          out.write(prefix, options)
          if i > 0 { out.write(indent) }
          out.write(line, options)
          prefix = numbers.blank
        }
      }
    }
  }
}
