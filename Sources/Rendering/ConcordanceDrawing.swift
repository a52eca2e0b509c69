internal import QueryExecution

/// Where the parts of a concordance stand in the rows of a result.
struct ConcordanceColumns {

  let left: Int
  let match: Int
  let right: Int

  /// The other columns, like the document and its date.
  let others: [Int]

  /// Finds the columns; nil where one of the three parts has none.
  init?(_ columns: [ResultTable.Column]) {
    func index(_ name: String) -> Int? { columns.firstIndex { $0.name.lowercased() == name } }
    guard let left = index("left"), let match = index("match"), let right = index("right") else {
      return nil
    }
    self.left = left
    self.match = match
    self.right = right
    others = columns.indices.filter { ![left, match, right].contains($0) }
  }
}

/// A result drawn as a concordance: the matches under each other, each in its context.
///
///     1  told reporters that weakness would embolden them  A visit
///     2      how to answer to weakness with strength       The summit
struct ConcordanceDrawing {

  private let table: ResultTable
  private let columns: ConcordanceColumns
  private let options: RenderingOptions
  private let gutter: Gutter

  /// The parts of a line; what parts the match from its context belongs to the context.
  private struct Line { var left, match, right, place: String }

  /// The cells of the parts.
  private struct Widths { var left, match, right, place: Int }

  init(_ table: ResultTable, columns: ConcordanceColumns, options: RenderingOptions) {
    self.table = table
    self.columns = columns
    self.options = options
    gutter = Gutter(table, options: options)
  }

  private func line(of row: [ResultTable.Cell]) -> Line {
    func text(_ index: Int) -> String { index < row.count ? row[index].shown() ?? "" : "" }
    let place = columns.others.map(text).filter { !$0.isEmpty }.joined(separator: ", ")
    return Line(
      left: ConcordanceJoint.before(text(columns.left)), match: text(columns.match),
      right: ConcordanceJoint.after(text(columns.right)), place: place)
  }

  func draw(into out: inout ByteBuffer) {
    let widths = fittedWidths()
    for (index, row) in table.rows.enumerated() where out.wantsMore() {
      out.write(gutter.number(ofRow: index), options)
      draw(line(of: row), widths, into: &out)
      out.trimBlanks()
      out.newline()
    }
  }

  private func draw(_ line: Line, _ widths: Widths, into out: inout ByteBuffer) {
    let left = CellWidth.cutFront(line.left, to: widths.left)
    out.write(CellWidth.padding(from: CellWidth.of(left), to: widths.left))
    out.write(StyledRun(.text, left), options)
    let match = CellWidth.cut(line.match, to: widths.match)
    out.write(StyledRun(.match, match), options)
    let room = widths.match + widths.right - CellWidth.of(match)
    let right = CellWidth.cut(line.right, to: room)
    out.write(StyledRun(.text, right), options)
    guard widths.place > 0, !line.place.isEmpty else { return }
    out.write(CellWidth.padding(from: CellWidth.of(right), to: room + Self.gap))
    out.write(StyledRun(.dim, CellWidth.cut(line.place, to: widths.place)), options)
  }

  private static let gap = 2

  /// Returns the widths of the longest parts; the lines are read again to be drawn, so that all of them
  /// are never held at a time.
  private func naturalWidths() -> Widths {
    var most = Widths(left: 0, match: 0, right: 0, place: 0)
    for row in table.rows {
      if options.isStopped() { break }
      let line = line(of: row)
      most.left = max(most.left, CellWidth.of(line.left))
      most.match = max(most.match, CellWidth.of(line.match))
      most.right = max(most.right, CellWidth.of(line.right))
      most.place = max(most.place, CellWidth.of(line.place))
    }
    return most
  }

  private func fittedWidths() -> Widths {
    var widths = naturalWidths()
    guard let width = options.width else { return widths }
    var room = max(1, width - gutter.width)
    // Below this a place would take the room of the context, which is what was asked for.
    widths.place = room >= 64 ? min(widths.place, room / 4) : 0
    if widths.place > 0 { room -= widths.place + Self.gap }
    widths.match = min(widths.match, max(1, room / 2))
    room -= widths.match
    let half = room / 2
    widths.left = min(widths.left, max(half, room - widths.right))
    widths.right = min(widths.right, max(0, room - widths.left))
    return widths
  }
}
