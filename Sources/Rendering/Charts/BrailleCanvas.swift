/// A grid of dots, two across and four down to a cell, drawn with the braille patterns of Unicode.
struct BrailleCanvas {

  /// One cell.
  private struct Cell {
    var dots: UInt32 = 0
    /// Who drew last in it.
    var series = 0
    var mark: String?
  }

  let columns: Int
  let rows: Int
  private var cells: [Cell]

  /// Whether marks of several series fell into one cell.
  private(set) var hasSeveral = false

  /// Creates an empty canvas of at least one cell.
  init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    cells = Array(repeating: Cell(), count: self.columns * self.rows)
  }

  /// The dots across and down.
  var dotColumns: Int { columns * 2 }
  var dotRows: Int { rows * 4 }

  /// A dot, from the left and from the top.
  struct Dot: Equatable { var x, y: Int }

  /// Draws a line between two dots (Bresenham 1965).
  mutating func line(from start: Dot, to end: Dot, series: Int) {
    var dot = start
    let (dx, dy) = (abs(end.x - start.x), -abs(end.y - start.y))
    let (stepX, stepY) = (start.x < end.x ? 1 : -1, start.y < end.y ? 1 : -1)
    var error = dx + dy
    while true {
      set(dot, series: series)
      if dot == end { return }
      let doubled = 2 * error
      if doubled >= dy {
        error += dy
        dot.x += stepX
      }
      if doubled <= dx {
        error += dx
        dot.y += stepY
      }
    }
  }

  private mutating func set(_ dot: Dot, series: Int) {
    guard let cell = cell(of: dot) else { return }
    // The numbers of the dots run down the left column first, and the fourth row was added later.
    let bits: [[UInt32]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]
    cells[cell].dots |= bits[dot.x % 2][dot.y % 4]
    cells[cell].series = series
  }

  /// Sets a mark over the cell of a dot.
  mutating func mark(_ text: String, at dot: Dot, series: Int) {
    guard let cell = cell(of: dot) else { return }
    if let other = cells[cell].mark, other != text {
      cells[cell].mark = SeriesMark.several
      hasSeveral = true
    } else {
      cells[cell].mark = text
    }
    cells[cell].series = series
  }

  private func cell(of dot: Dot) -> Int? {
    guard (0..<dotColumns).contains(dot.x), (0..<dotRows).contains(dot.y) else { return nil }
    return dot.y / 4 * columns + dot.x / 2
  }

  /// Returns a row of cells, each with the colour of its series.
  func runs(ofRow row: Int) -> [StyledRun] {
    var runs: [StyledRun] = []
    for cell in cells[row * columns..<(row + 1) * columns] {
      if let mark = cell.mark {
        runs.add(mark, SeriesMark.role(cell.series))
      } else if cell.dots != 0, let scalar = Unicode.Scalar(0x2800 + cell.dots) {
        runs.add(String(scalar), SeriesMark.role(cell.series))
      } else {
        runs.add(" ", .dim)
      }
    }
    return runs
  }
}
