/// A line for each series, in braille dots, with the letter of the series at its figures.
///
///     20 ┤        ⢀⠔⢄
///     10 ┤  ⣀⠤⠔⠒⠒⠁  ⠑⠤⣀
///      0 └┬────────────────┬──
///      2025-01          2025-06
///
/// The axis of figures holds zero. A period without a figure is a gap in the line, and no zero.
struct LineDrawing {

  private let data: ChartData
  private let width: Int
  private let scale: NiceScale
  private let labelWidth: Int
  private let rows: Int

  init(_ data: ChartData, width: Int) {
    var data = data
    if data.hasSeries { data.keepSeries(atMost: SeriesMark.mostLines) }
    self.data = data
    self.width = width
    rows = max(8, min(16, width / 5))
    let range = data.range
    scale = NiceScale(
      min(0, range.low), max(0, range.high), ticks: rows / 3 + 1, isWhole: data.isWhole)
    let widest = scale.ticks.reduce(0) { max($0, CellWidth.of($1.label)) }
    labelWidth = min(widest, width / 3)
  }

  private var columns: Int { max(1, width - labelWidth - 2) }

  var lines: [[StyledRun]] {
    var canvas = BrailleCanvas(columns: columns, rows: rows)
    for (series, points) in data.grid.enumerated() { draw(points, series, on: &canvas) }
    var labels = [String?](repeating: nil, count: rows)
    for tick in scale.ticks { labels[dotRow(tick.value, canvas) / 4] = tick.label }
    var lines = (0..<rows).map { row in
      let label = labels[row].map { CellWidth.cut($0, to: labelWidth) } ?? ""
      let padding = CellWidth.padding(from: CellWidth.of(label), to: labelWidth)
      let edge = labels[row] == nil ? " │" : " ┤"
      return [StyledRun(.dim, padding + label + edge)] + canvas.runs(ofRow: row)
    }
    lines +=
      AxisLine(
        ticks(canvas), room: columns, indent: labelWidth + 2, corner: "└"
      ).lines
    if data.hasSeries {
      lines += SeriesMark.legend(of: data, width: width, hasSeveral: canvas.hasSeveral)
    }
    return lines + data.omissionLines(width: width)
  }

  private func ticks(_ canvas: BrailleCanvas) -> [(cell: Int, label: String)] {
    let widest = data.keys.labels.reduce(1) { max($0, CellWidth.of($1)) }
    return data.keys.ticks(atMost: columns / (widest + 2)).map { tick in
      (dotColumn(tick.position, canvas) / 2, CellWidth.cut(tick.label, to: columns / 2))
    }
  }

  private func draw(
    _ points: [ChartData.Point?], _ series: Int, on canvas: inout BrailleCanvas
  ) {
    var last: (key: Int, dot: BrailleCanvas.Dot)?
    var lastMark = -2
    // Marks of neighbouring figures that touch would hide the line.
    let distance = columns / max(1, points.count) >= 2 ? 1 : 6
    for (key, point) in points.enumerated() {
      guard let value = point?.value else { continue }
      let dot = BrailleCanvas.Dot(
        x: dotColumn(data.keys.positions[key], canvas), y: dotRow(value, canvas))
      let isJoined = last.map { data.keys.areNeighbours($0.key, key) } ?? false
      canvas.line(from: isJoined ? last?.dot ?? dot : dot, to: dot, series: series)
      if isAlone(key, points) || data.hasSeries && dot.x / 2 - lastMark >= distance {
        canvas.mark(
          data.hasSeries ? SeriesMark.letter(series) : "•", at: dot, series: series)
        lastMark = dot.x / 2
      }
      last = (key, dot)
    }
  }

  /// Whether no line leads to or from a figure.
  private func isAlone(_ key: Int, _ points: [ChartData.Point?]) -> Bool {
    func isFigure(_ other: Int) -> Bool {
      points.indices.contains(other) && points[other]?.value != nil
    }
    let before = isFigure(key - 1) && data.keys.areNeighbours(key - 1, key)
    return !before && !(isFigure(key + 1) && data.keys.areNeighbours(key, key + 1))
  }

  private func dotColumn(_ position: Double, _ canvas: BrailleCanvas) -> Int {
    let (low, high) = data.keys.range
    guard high > low else { return canvas.dotColumns / 2 }
    return Self.place((position - low) / (high - low), canvas.dotColumns - 1)
  }

  private func dotRow(_ value: Double, _ canvas: BrailleCanvas) -> Int {
    Self.place((scale.high - value) / (scale.high - scale.low), canvas.dotRows - 1)
  }

  private static func place(_ share: Double, _ most: Int) -> Int {
    Int(max(0, min(1, share)) * Double(most) + 0.5)
  }
}
