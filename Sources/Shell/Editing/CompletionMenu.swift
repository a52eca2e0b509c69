/// The candidates under the line, and which of them is in it.
struct CompletionMenu {

  /// The line without a candidate.
  let base: LineText
  let completions: Completions
  private(set) var selected: Int?

  init(base: LineText, completions: Completions) {
    self.base = base
    self.completions = completions
  }

  /// The line with the selected candidate.
  var line: LineText {
    guard let selected else { return base }
    return base.replacing(
      bytes: completions.range, with: completions.candidates[selected].text)
  }

  /// Selects the candidate that many places on, around the ends.
  mutating func move(by distance: Int) {
    let count = completions.candidates.count
    let start = selected ?? (distance > 0 ? -1 : 0)
    selected = ((start + distance) % count + count) % count
  }

  /// The candidates in columns, at most `height` rows, around the selected one.
  func rows(columns: Int, height: Int, palette: Palette) -> [Row] {
    let grid = Grid(completions.candidates, columns: columns)
    let height = max(1, min(height, 12))
    let total = grid.rowCount
    // With more rows than fit, the last tells how many candidates are not shown.
    let shown = total > height ? max(1, height - 1) : total
    let first = min(max(0, (selected ?? 0) % total - shown + 1), total - shown)
    var result = (first..<first + shown).map { row(grid, $0, palette) }
    if total > shown, height > 1 {
      var more = Row()
      let hidden = completions.candidates.count - grid.count(inRows: first..<first + shown)
      more.append("… \(hidden) more", style: palette.note, columns: columns)
      result.append(more)
    }
    return result
  }

  private func row(_ grid: Grid, _ index: Int, _ palette: Palette) -> Row {
    var row = Row()
    for position in grid.positions(inRow: index) {
      if !row.cells.isEmpty { row.append("  ", style: .plain) }
      let isSelected = position == selected
      let candidate = completions.candidates[position]
      row.append(
        pad(candidate.display, to: grid.nameWidth), style: isSelected ? palette.selection : .plain)
      guard grid.noteWidth > 0 else { continue }
      row.append("  ", style: .plain)
      row.append(pad(candidate.note, to: grid.noteWidth), style: palette.note)
    }
    while row.cells.last?.text == " ", row.cells.last?.style != palette.selection {
      row.cells.removeLast()
    }
    return row
  }

  private func pad(_ text: String, to width: Int) -> String {
    let cut = LineWidth.cut(text, to: width)
    return cut + String(repeating: " ", count: max(0, width - LineWidth.of(cut)))
  }
}

/// How candidates fall into columns, read downwards.
private struct Grid {

  let nameWidth: Int
  let noteWidth: Int
  let rowCount: Int
  private let count: Int

  init(_ candidates: [Completion], columns: Int) {
    let room = max(columns - 1, 1)
    nameWidth = min(room, candidates.map { LineWidth.of($0.display) }.max() ?? 1)
    let longest = candidates.map { LineWidth.of($0.note) }.max() ?? 0
    let left = room - nameWidth - 2
    noteWidth = left < 4 ? 0 : min(longest, left)
    let cell = nameWidth + (noteWidth > 0 ? 2 + noteWidth : 0)
    let fit = max(1, (room + 2) / (cell + 2))
    count = candidates.count
    rowCount = max(1, (count + fit - 1) / fit)
  }

  func positions(inRow row: Int) -> [Int] { Array(stride(from: row, to: count, by: rowCount)) }

  func count(inRows rows: Range<Int>) -> Int {
    rows.reduce(0) { $0 + positions(inRow: $1).count }
  }
}
