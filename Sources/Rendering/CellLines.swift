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
    if case .list(let values) = cell, let stacked = Self.stacked(values) {
      let fits = stacked.count <= Self.mostValues
      let rest = "… \(Numerals.grouped(stacked.count - Self.mostValues + 1)) more"
      lines = fits ? stacked : stacked.prefix(Self.mostValues - 1) + [rest]
    } else {
      lines = cell.shown(as: form).map { [$0] } ?? []
    }
  }

  /// Returns the values of a list, each for a line of its own, if it has longer texts.
  static func stacked(_ values: [String]) -> [String]? {
    guard values.count > 1 else { return nil }
    let shown = values.map(VisibleText.line)
    return shown.contains { CellWidth.of($0) > longValue } ? shown : nil
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
