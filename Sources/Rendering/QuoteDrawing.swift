internal import QueryExecution

/// A result drawn as quotations: the words, and under them whose they are and where they stand.
///
///     1  “We will not be weak,” he said.
///        — Emmanuel Macron, say · direct · The Harbour Post, 2025-02-24 · A visit
struct QuoteDrawing {

  private let table: ResultTable
  private let columns: QuoteColumns
  private let options: RenderingOptions
  private let gutter: Gutter

  init(_ table: ResultTable, columns: QuoteColumns, options: RenderingOptions) {
    self.table = table
    self.columns = columns
    self.options = options
    gutter = Gutter(table, options: options)
  }

  func draw(into out: inout ByteBuffer) {
    let wrapper = TextWrapper(width: options.width.map { $0 - gutter.width })
    for (index, row) in table.rows.enumerated() where out.wantsMore() {
      if index > 0 || options.showsHeader { out.newline() }
      let quote = columns.quote(in: row)
      let lines =
        wrapper.lines([.init(.text, quote.marked)]) + wrapper.lines(quote.attribution)
      for (i, line) in lines.enumerated() {
        out.write(i == 0 ? gutter.number(ofRow: index) : gutter.blank, options)
        out.write(line, options)
      }
    }
  }
}

/// The numbers of rows in front of them.
struct Gutter {

  /// The cells it takes with the gap behind it; 0 where rows have no numbers.
  let width: Int

  private let first: Int

  /// Creates the gutter of a result whose rows are numbered; a narrow screen leaves no room for it.
  init(_ table: ResultTable, options: RenderingOptions) {
    first = options.firstNumber
    let last = Self.number(first, plus: max(0, table.rows.count - 1))
    let digits = max(String(first).utf8.count, String(last).utf8.count)
    let fits = options.width.map { $0 >= digits + 12 } ?? true
    width = fits ? digits + 2 : 0
  }

  /// Creates a gutter of no width.
  init() { (width, first) = (0, 1) }

  /// Returns the number of the row with the given index, set to the right.
  func number(ofRow index: Int) -> StyledRun {
    guard width > 0 else { return StyledRun(.number, "") }
    let number = String(Self.number(first, plus: index))
    return StyledRun(
      .number, CellWidth.padding(from: number.utf8.count, to: width - 2) + number + "  ")
  }

  /// The blanks that stand under a number.
  var blank: StyledRun { StyledRun(.dim, String(repeating: " ", count: width)) }

  private static func number(_ first: Int, plus index: Int) -> Int {
    let (sum, overflows) = first.addingReportingOverflow(index)
    return overflows ? Int.max : sum
  }
}
