/// Where the terminal's cursor is, and the text that brought it there.
struct Pen {

  private(set) var out = ""
  private(set) var row: Int
  private(set) var column: Int
  /// The rows that exist on the screen; a row below them is made by a line break.
  private(set) var rows: Int

  init(row: Int, column: Int, rows: Int) {
    self.row = row
    self.column = column
    self.rows = rows
  }

  /// Goes from the end of a full row to a new row below by writing on, so that the terminal knows
  /// the two as one line and breaks it anew when its width changes.
  mutating func wrap(from full: Row, to target: Int, columns: Int, isEmpty: Bool) {
    guard full.wraps, target >= rows, row == target - 1, column == full.width else { return }
    // A blank fills the cell that what comes next was too wide for.
    out += String(repeating: " ", count: max(0, columns - full.width)) + (isEmpty ? " \r" : "")
    rows = target + 1
    (row, column) = (target, 0)
  }

  /// Goes to a place.
  mutating func move(row target: Int, column: Int) {
    if target < row { out += "\u{1B}[\(row - target)A" }
    let known = min(target, rows - 1) - row
    if known > 0 { out += "\u{1B}[\(known)B" }
    let new = target - max(row, rows - 1)
    if new > 0 {
      out += String(repeating: "\r\n", count: new)
      self.column = 0
    }
    if column != self.column { out += column == 0 ? "\r" : "\u{1B}[\(column + 1)G" }
    rows = max(rows, target + 1)
    (row, self.column) = (target, column)
  }

  /// Writes cells from where the cursor is.
  mutating func write(_ cells: ArraySlice<Cell>) {
    var style = Style.plain
    for cell in cells {
      if cell.style != style {
        if style != .plain { out += "\u{1B}[0m" }
        if cell.style != .plain { out += "\u{1B}[\(cell.style.parameters)m" }
        style = cell.style
      }
      out += cell.text
      column += cell.width
    }
    if style != .plain { out += "\u{1B}[0m" }
  }

  mutating func eraseToEnd() { out += "\u{1B}[K" }

  mutating func eraseBelow() { out += "\u{1B}[J" }
}
