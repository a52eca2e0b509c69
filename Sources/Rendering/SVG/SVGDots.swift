/// A dot for each figure on a line of its key (Cleveland 1985, The Elements of Graphing Data).
struct SVGDots {

  private let data: ChartData
  private let scale: NiceScale
  private let left: Double
  private let rowHeight = 22.0

  /// Marks that are nearer than that would cover each other.
  private static let markWidth = 6.0

  /// How far a mark is moved off the line when so many stand at its place already.
  private static let shifts = [0, -6.0, 6, -9, 9, -3, 3]

  init(_ data: ChartData) {
    var data = data
    if data.hasSeries { data.keepSeries(atMost: SeriesMark.most) }
    self.data = data
    let range = data.range
    let isClose = DotDrawing.isClose(range)
    scale = NiceScale(
      isClose ? range.low : min(0, range.low), isClose ? range.high : max(0, range.high), ticks: 6,
      isWhole: data.isWhole)
    left = SVGLayout.leftRoom(data.keys.labels)
  }

  private func x(_ value: Double) -> Double {
    let room = SVGLayout.right - left - 24
    return left + 8 + SVGLayout.share(value, scale.low, scale.high) * room
  }

  var picture: SVGWriter.Picture {
    let rows = data.pointsByLine
    let bottom = SVGLayout.top + rowHeight * Double(rows.count)
    var canvas = SVGCanvas()
    for tick in scale.ticks {
      canvas.line(x(tick.value), SVGLayout.top, x(tick.value), bottom, class: "grid")
      canvas.text(tick.label, x(tick.value), bottom + 16, .middle)
    }
    for (index, points) in rows.enumerated() {
      let y = SVGLayout.top + rowHeight * (Double(index) + 0.5)
      canvas.text(SVGLayout.label(data.keys.labels[points[0].key]), left - 8, y + 4, .end)
      canvas.line(left, y, SVGLayout.right, y, class: "grid")
      var taken: [Double] = []
      for point in points {
        guard let value = point.value else { continue }
        let covered = taken.count { abs($0 - x(value)) < Self.markWidth }
        taken.append(x(value))
        canvas.mark(
          SVGPalette.shape(point.series), at: x(value),
          y + Self.shifts[min(covered, Self.shifts.count - 1)],
          fill: SVGPalette.color(point.series),
          title: data.label(of: point) + ": " + point.text)
      }
    }
    canvas.text(data.keyName, left - 8, SVGLayout.top - 6, .end, class: "axis")
    canvas.text(
      data.figureName, (left + SVGLayout.right) / 2, bottom + 36, .middle, class: "axis")
    let end = SVGLayout.legend(of: data, at: bottom + 60, on: &canvas)
    return .init(canvas: canvas, height: end, omissions: data.omissions)
  }
}
