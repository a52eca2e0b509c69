/// Everything that the editor shows of one line.
struct Frame {
  var prompt = ""
  var continuation = ""
  var text = LineText()
  /// Styles of stretches of the text, in scalar offsets, ascending and disjoint.
  var spans: [(range: Range<Int>, style: Style)] = []
  /// What could follow the text, shown behind it.
  var ghost = ""
  /// Rows under the text.
  var below: [Row] = []
  var palette = Palette.plain
}

/// A frame fitted to a width: which scalars stand in which row, and where the cursor is.
struct FrameLayout {

  /// A row's scalars and whether it begins a line of the text.
  struct Line {
    var range: Range<Int>
    var startsLine: Bool
    var wraps = false
  }

  private let frame: Frame
  private let columns: Int
  private(set) var lines: [Line] = []
  private(set) var cursorRow = 0
  private(set) var cursorColumn = 0

  /// Breaks the text of `frame` into rows of at most `columns` cells.
  init(_ frame: Frame, columns: Int) {
    self.frame = frame
    self.columns = max(columns, 2)
    breakText()
  }

  private func promptWidth(line: Int) -> Int {
    min(LineWidth.of(line == 0 ? frame.prompt : frame.continuation), columns - 2)
  }

  private mutating func breakText() {
    let scalars = frame.text.scalars
    var column = promptWidth(line: 0)
    var current = Line(range: 0..<0, startsLine: true)
    for index in 0...scalars.count {
      let isText = index < scalars.count && scalars[index] != "\n"
      let width = isText ? Row.cells(of: scalars[index]) : 1
      if column + width > columns, isText || index == frame.text.cursor {
        current.wraps = true
        close(&current, at: index, startsLine: false)
        column = 0
      }
      if index == frame.text.cursor {
        (cursorRow, cursorColumn) = (lines.count, min(column, columns - 1))
      }
      guard index < scalars.count else { break }
      if scalars[index] == "\n" {
        close(&current, at: index, startsLine: true)
        current.range = index + 1..<index + 1
        column = promptWidth(line: 1)
      } else {
        column += width
      }
    }
    current.range = current.range.lowerBound..<scalars.count
    lines.append(current)
  }

  private mutating func close(_ line: inout Line, at index: Int, startsLine: Bool) {
    line.range = line.range.lowerBound..<index
    lines.append(line)
    line = Line(range: index..<index, startsLine: startsLine)
  }

  /// The cells of the rows in `window`.
  func rows(in window: Range<Int>) -> [Row] {
    var span = frame.spans.startIndex
    return window.map { index in
      var row = Row()
      let line = lines[index]
      if line.startsLine { appendPrompt(to: &row, first: index == 0) }
      for position in line.range {
        while span < frame.spans.endIndex, frame.spans[span].range.upperBound <= position {
          span += 1
        }
        let isStyled = span < frame.spans.endIndex && frame.spans[span].range.contains(position)
        row.append(
          frame.text.scalars[position], style: isStyled ? frame.spans[span].style : .plain)
      }
      row.wraps = line.wraps
      if index == lines.count - 1 { appendGhost(to: &row) }
      return row
    }
  }

  private func appendPrompt(to row: inout Row, first: Bool) {
    row.append(
      first ? frame.prompt : frame.continuation,
      style: first ? frame.palette.prompt : frame.palette.continuation, columns: columns - 2)
  }

  private func appendGhost(to row: inout Row) {
    guard !frame.ghost.isEmpty else { return }
    let room = columns - row.width - 1
    let lines = frame.ghost.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.count > 1 ? lines[0] + " …" : lines[0]
    guard room > 1 else { return }
    row.append(LineWidth.cut(String(shown), to: room), style: frame.palette.ghost, columns: columns)
  }
}
