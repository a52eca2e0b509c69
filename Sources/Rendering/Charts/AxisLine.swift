/// The axis below a drawing: a rule with its marks, and the labels under it.
struct AxisLine {

  /// The rule and the labels, within the width.
  let lines: [[StyledRun]]

  /// Creates an axis; labels that would run into the one before them are left out.
  ///
  /// - Parameters:
  ///   - ticks: Where the marks are, in cells from the start of the rule, and what stands there.
  ///   - room: The cells of the rule.
  ///   - indent: The blanks before the rule.
  ///   - corner: What stands in the last cell before the rule.
  init(_ ticks: [(cell: Int, label: String)], room: Int, indent: Int, corner: String = "") {
    let cells = Set(ticks.map(\.cell))
    let start = CellWidth.padding(from: CellWidth.of(corner), to: indent) + corner
    let rule = (0..<room).map { cells.contains($0) ? "┬" : "─" }.joined()
    var labels = ""
    var used = 0
    for tick in ticks {
      let width = CellWidth.of(tick.label)
      // A label is set under the middle of its mark, and within the drawing.
      let place = max(0, min(indent + tick.cell - width / 2, indent + room - width))
      guard used == 0 || place > used, place + width <= indent + room else { continue }
      labels += CellWidth.padding(from: used, to: place) + tick.label
      used = place + width
    }
    lines = [[.init(.dim, start + rule)], [.init(.dim, labels)]]
  }
}
