/// Keeps the screen equal to the latest frame with as few bytes as it can.
///
/// It only makes text: who owns the terminal writes it. Rows are compared with those on the
/// screen, and only what changed is written; an unchanged frame yields nothing.
struct Painter {

  private var columns: Int
  private var height: Int
  /// The rows on the screen, the cursor among them, and the first row of the text that is shown.
  private var shown: [Row] = []
  private var cursor = (row: 0, column: 0)
  private var top = 0

  init(columns: Int, height: Int) {
    self.columns = max(columns, 2)
    self.height = max(height, 1)
  }

  /// What brings the screen from the last frame to `frame`.
  mutating func update(to frame: Frame) -> String {
    let layout = FrameLayout(frame, columns: columns)
    let room = height - min(layout.lines.count, (height + 1) / 2)
    let below = frame.below.prefix(room)
    let window = visible(layout, rows: height - below.count)
    let rows = layout.rows(in: window) + below
    return change(to: rows, cursor: (layout.cursorRow - window.lowerBound, layout.cursorColumn))
  }

  /// What leaves the whole text of `frame` above the cursor, with `mark` behind it.
  mutating func finish(_ frame: Frame, mark: String = "") -> String {
    var last = frame
    last.ghost = ""
    last.below = []
    last.text.cursor = last.text.scalars.count
    let layout = FrameLayout(last, columns: columns)
    var out = ""
    if layout.lines.count > height {
      out += clear()
      shown = []
    }
    let rows = layout.rows(in: layout.lines.indices)
    out += change(to: rows, cursor: (layout.cursorRow, layout.cursorColumn))
    forget()
    return out + mark + "\r\n"
  }

  /// Forgets the screen: the next frame begins where the cursor stands, at a row's beginning.
  mutating func forget() {
    shown = []
    cursor = (0, 0)
    top = 0
  }

  /// What removes the frame from the screen.
  mutating func clear() -> String {
    let out = (cursor.row > 0 ? "\u{1B}[\(cursor.row)A" : "") + "\r\u{1B}[J"
    forget()
    return out
  }

  /// What removes the frame from a screen that now has another size.
  ///
  /// Terminals break long lines anew when their width changes, so the rows above the cursor are
  /// counted at the new width.
  mutating func resize(columns newColumns: Int, height newHeight: Int) -> String {
    let newColumns = max(newColumns, 2)
    var above = 0
    var run = 0
    for (index, row) in shown.enumerated() {
      if index == cursor.row {
        above += (run + cursor.column) / newColumns
        break
      }
      run += row.wraps ? columns : row.width
      guard !row.wraps else { continue }
      above += max(1, (run + newColumns - 1) / newColumns)
      run = 0
    }
    columns = newColumns
    height = max(newHeight, 1)
    cursor.row = min(above, height - 1)
    return clear()
  }

  private mutating func visible(_ layout: FrameLayout, rows: Int) -> Range<Int> {
    let count = layout.lines.count
    if layout.cursorRow < top { top = layout.cursorRow }
    if layout.cursorRow >= top + rows { top = layout.cursorRow - rows + 1 }
    top = max(0, min(top, count - rows))
    return top..<min(count, top + rows)
  }
}

// MARK: - Differences

extension Painter {

  private mutating func change(to rows: [Row], cursor target: (row: Int, column: Int)) -> String {
    var pen = Pen(row: cursor.row, column: cursor.column, rows: max(shown.count, 1))
    for (index, row) in rows.enumerated() {
      let old = index < shown.count ? shown[index] : nil
      if old?.cells == row.cells { continue }
      let same = commonPrefix(old?.cells ?? [], row.cells)
      let column = row.cells[..<same].reduce(0) { $0 + $1.width }
      if index > 0, column == 0 {
        pen.wrap(from: rows[index - 1], to: index, columns: columns, isEmpty: row.cells.isEmpty)
      }
      pen.move(row: index, column: column)
      pen.write(row.cells[same...])
      if row.width < columns, old.map({ $0.width > row.width }) ?? true { pen.eraseToEnd() }
    }
    if rows.count < shown.count {
      pen.move(row: rows.count, column: 0)
      pen.eraseBelow()
    }
    pen.move(row: target.row, column: target.column)
    shown = rows
    cursor = target
    return pen.out
  }

  private func commonPrefix(_ a: [Cell], _ b: [Cell]) -> Int {
    var count = 0
    while count < a.count, count < b.count, a[count] == b[count] { count += 1 }
    return count
  }
}
