internal import QueryExecution

/// A value as the lines it takes in a table: one, or more for a list of longer texts.
struct CellLines {

  /// The lines, each safe to draw; empty where there is no value.
  let lines: [String]

  /// Values beyond this many cells stand on lines of their own.
  private static let longValue = 24

  /// The most values of a list that are shown so.
  private static let mostValues = 4

  init(_ cell: ResultTable.Cell, as form: NumberForm) {
    if case .list(let values) = cell, values.count > 1 {
      let shown = values.map(VisibleText.line)
      if shown.contains(where: { CellWidth.of($0) > Self.longValue }) {
        let fits = shown.count <= Self.mostValues
        let rest = "… \(Numerals.grouped(shown.count - Self.mostValues + 1)) more"
        lines = fits ? shown : shown.prefix(Self.mostValues - 1) + [rest]
        return
      }
    }
    lines = cell.shown(as: form).map { [$0] } ?? []
  }

  /// Whether there is no value.
  var isMissing: Bool { lines.isEmpty }

  /// The cells of the widest line.
  var width: Int { lines.reduce(1) { max($0, CellWidth.of($1)) } }

  /// Returns what stands on a line of the row, with the role of its column.
  func text(
    ofLine line: Int, _ role: RenderingOptions.Role
  ) -> (String, RenderingOptions.Role) {
    if lines.indices.contains(line) { return (lines[line], role) }
    return line == 0 ? ("–", .dim) : ("", role)
  }
}
