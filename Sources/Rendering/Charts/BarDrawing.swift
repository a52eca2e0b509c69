/// A bar for each row, with its figure: to the right of zero, and to the left where figures are
/// below it.
///
///     The Harbour Post  1,204  ██████████████████
///     The Globe           301  ████▌
///
/// A bar is exact to an eighth of a cell, to the left of zero to half of one, for which alone there
/// are characters. A figure that is not zero has a bar, however small it is.
struct BarDrawing {

  private let data: ChartData
  private let labelWidth: Int
  private let valueWidth: Int
  /// The cells of the bars on both sides of zero.
  private let room: (left: Int, right: Int)
  /// The greatest magnitude, and the cells of a bar of that.
  private let scale: (most: Double, cells: Double)

  init(_ data: ChartData, width: Int) {
    self.data = data
    let labels = data.points.map { CellWidth.of(data.label(of: $0)) }
    valueWidth = min(width / 3, data.points.reduce(0) { max($0, CellWidth.of($1.aligned)) })
    labelWidth = min(labels.max() ?? 0, max(8, width / 3))
    let bars = max(2, width - labelWidth - valueWidth - 4)
    let range = data.range
    let most = max(range.low.magnitude, range.high.magnitude)
    guard most > 0 else {
      (room, scale) = ((0, bars), (1, 0))
      return
    }
    let left = max(0, -range.low / most)
    let right = max(0, range.high / most)
    if left == 0 {
      (room, scale) = ((0, bars), (most, Double(bars) / right))
    } else {
      // One cell is that of the axis.
      let cells = Double(bars - 1) / (left + right)
      let leftCells = max(1, min(bars - 1, Int(left * cells + 0.5)))
      let unit = min(
        Double(leftCells) / left, right > 0 ? Double(bars - 1 - leftCells) / right : cells)
      (room, scale) = ((leftCells, bars - 1 - leftCells), (most, unit))
    }
  }

  var lines: [[StyledRun]] {
    data.points.map { point in
      let label = CellWidth.cut(data.label(of: point), to: labelWidth)
      let value = CellWidth.cut(point.aligned, to: valueWidth)
      let start: [StyledRun] = [
        .init(.text, label),
        .init(.dim, CellWidth.padding(from: CellWidth.of(label), to: labelWidth + 2)),
        .init(.dim, CellWidth.padding(from: CellWidth.of(value), to: valueWidth)),
        .init(.number, value + "  "),
      ]
      return start + bar(point.value ?? 0)
    }
  }

  private func bar(_ value: Double) -> [StyledRun] {
    let cells = value.magnitude / scale.most * scale.cells
    if room.left == 0 { return [.init(.match, Self.rightward(cells, atMost: room.right))] }
    let blanks = String(repeating: " ", count: room.left)
    if value < 0 {
      let bar = Self.leftward(cells, atMost: room.left)
      let padding = CellWidth.padding(from: CellWidth.of(bar), to: room.left)
      return [.init(.dim, padding), .init(.warning, bar), .init(.dim, "│")]
    }
    return [
      .init(.dim, blanks + "│"), .init(.match, Self.rightward(cells, atMost: room.right)),
    ]
  }

  private static func rightward(_ cells: Double, atMost most: Int) -> String {
    guard cells > 0 else { return "" }
    let eighths = min(most * 8, max(1, Int(min(cells, 1e6) * 8 + 0.5)))
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }

  private static func leftward(_ cells: Double, atMost most: Int) -> String {
    guard cells > 0 else { return "" }
    let halves = min(most * 2, max(1, Int(min(cells, 1e6) * 2 + 0.5)))
    return (halves % 2 == 1 ? "▐" : "") + String(repeating: "█", count: halves / 2)
  }
}
