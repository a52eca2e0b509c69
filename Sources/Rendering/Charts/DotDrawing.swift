/// A dot for each key on an axis, one letter for each series (Cleveland 1985, The Elements of
/// Graphing Data).
///
///     The Harbour Post  ·············●
///     The Globe         ····●
///                       ┬─────┬──────┬
///                       0     5     10
///
/// The axis begins at zero unless all figures lie close together far from it.
struct DotDrawing {

  private var data: ChartData
  private let width: Int
  private let labelWidth: Int
  private let valueWidth: Int
  private let scale: NiceScale

  init(_ data: ChartData, width: Int) {
    self.data = data
    if data.hasSeries { self.data.keepSeries(atMost: SeriesMark.most) }
    self.width = width
    let labels = self.data.keys.labels.map { CellWidth.of($0) }
    labelWidth = min(labels.max() ?? 0, max(8, width / 3))
    valueWidth =
      data.hasSeries
      ? 0 : min(width / 3, 2 + data.points.reduce(0) { max($0, CellWidth.of($1.aligned)) })
    let range = self.data.range
    scale = NiceScale(
      Self.isClose(range) ? range.low : min(0, range.low),
      Self.isClose(range) ? range.high : max(0, range.high), ticks: max(3, width / 12),
      isWhole: self.data.isWhole)
  }

  /// Whether figures lie so far from zero that an axis from there would hold no difference.
  static func isClose(_ range: (low: Double, high: Double)) -> Bool {
    range.low < range.high
      && (range.low > range.high / 2 && range.low > 0
        || range.high < range.low / 2 && range.high < 0)
  }

  private var room: Int { max(2, width - labelWidth - 2 - valueWidth) }

  var lines: [[StyledRun]] {
    var lines: [[StyledRun]] = []
    var hasSeveral = false
    for points in data.pointsByLine {
      guard let first = points.first else { continue }
      let label = CellWidth.cut(data.keys.labels[first.key], to: labelWidth)
      var line = [
        StyledRun(.text, label),
        StyledRun(.dim, CellWidth.padding(from: CellWidth.of(label), to: labelWidth)),
      ]
      if !data.hasSeries {
        let value = CellWidth.cut(first.aligned, to: valueWidth - 2)
        let padding = CellWidth.padding(from: CellWidth.of(value), to: valueWidth)
        line.append(.init(.number, padding + value))
      }
      let (dots, isShared) = dots(points)
      hasSeveral = hasSeveral || isShared
      lines.append(line + [.init(.dim, "  ")] + dots)
    }
    let axis = AxisLine(
      scale.ticks.map { (cell($0.value), $0.label) }, room: room, indent: width - room)
    lines += axis.lines
    if data.hasSeries {
      lines += SeriesMark.legend(of: data, width: width, hasSeveral: hasSeveral)
    }
    return lines + data.omissionLines(width: width)
  }

  private func dots(_ points: [ChartData.Point]) -> (runs: [StyledRun], isShared: Bool) {
    var marks: [Int: (text: String, role: RenderingOptions.Role)] = [:]
    var isShared = false
    for point in points {
      guard let value = point.value else { continue }
      let cell = cell(value)
      let own = data.hasSeries ? SeriesMark.letter(point.series) : "●"
      let other = marks[cell].map { $0.text != own } ?? false
      isShared = isShared || other
      marks[cell] =
        other
        ? (SeriesMark.several, .text)
        : (own, data.hasSeries ? SeriesMark.role(point.series) : .match)
    }
    var runs: [StyledRun] = []
    guard let last = marks.keys.max() else { return ([], false) }
    for cell in 0...last {
      let mark = marks[cell] ?? ("·", .dim)
      runs.add(mark.text, mark.role)
    }
    return (runs, isShared)
  }

  private func cell(_ value: Double) -> Int {
    let share = (value - scale.low) / (scale.high - scale.low)
    return max(0, min(room - 1, Int(max(0, min(1, share)) * Double(room - 1) + 0.5)))
  }
}
