/// A line for each series; where a period has no figure, the line has a gap.
struct SVGLine {

  private let data: ChartData
  private let omissions: [String]
  private let scale: NiceScale
  private let left: Double
  private let bottom = 420.0

  init(_ data: ChartData) {
    var data = data
    if data.hasSeries { data.keepSeries(atMost: SeriesMark.most) }
    self.data = data
    omissions = data.omissions
    let range = data.range
    scale = NiceScale(
      min(0, range.low), max(0, range.high), ticks: 6, isWhole: data.isWhole)
    left = SVGLayout.leftRoom(scale.ticks.map(\.label)) + 16
  }

  var picture: SVGWriter.Picture {
    var canvas = SVGCanvas()
    drawAxes(on: &canvas)
    for (series, points) in data.grid.enumerated() { draw(points, series, on: &canvas) }
    let end = SVGLayout.legend(of: data, at: bottom + 64, on: &canvas)
    return .init(canvas: canvas, height: end, omissions: omissions)
  }

  private func x(_ position: Double) -> Double {
    let (low, high) = data.keys.range
    let share = high > low ? SVGLayout.share(position, low, high) : 0.5
    return left + 8 + share * (SVGLayout.right - left - 16)
  }

  private func y(_ value: Double) -> Double {
    bottom - SVGLayout.share(value, scale.low, scale.high) * (bottom - SVGLayout.top)
  }

  private func drawAxes(on canvas: inout SVGCanvas) {
    for tick in scale.ticks {
      canvas.line(left, y(tick.value), SVGLayout.right, y(tick.value), class: "grid")
      canvas.text(tick.label, left - 8, y(tick.value) + 4, .end)
    }
    let widest = data.keys.labels.reduce(40.0) { max($0, SVGCanvas.width(SVGLayout.label($1))) }
    let room = Int((SVGLayout.right - left) / (widest + 16))
    for tick in data.keys.ticks(atMost: max(1, room)) {
      canvas.line(x(tick.position), bottom, x(tick.position), bottom + 5, class: "rule")
      canvas.text(SVGLayout.label(tick.label), x(tick.position), bottom + 20, .middle)
    }
    canvas.line(left, y(0), SVGLayout.right, y(0), class: "rule")
    canvas.text(
      data.keyName, (left + SVGLayout.right) / 2, bottom + 40, .middle, class: "axis")
    canvas.text(
      data.figureName, 20, (SVGLayout.top + bottom) / 2, .middle, turn: -90, class: "axis")
  }

  private func draw(_ points: [ChartData.Point?], _ series: Int, on canvas: inout SVGCanvas) {
    let color = SVGPalette.color(series)
    var run: [(x: Double, y: Double)] = []
    var last: Int?
    func end(_ run: [(x: Double, y: Double)], _ canvas: inout SVGCanvas) {
      guard run.count > 1 else { return }
      canvas.polyline(run, stroke: color, dash: SVGPalette.dash(series))
    }
    for (key, point) in points.enumerated() {
      guard let value = point?.value else { continue }
      if let last, !data.keys.areNeighbours(last, key) {
        end(run, &canvas)
        run = []
      }
      run.append((x(data.keys.positions[key]), y(value)))
      last = key
    }
    end(run, &canvas)
    for (key, point) in points.enumerated() {
      guard let point, let value = point.value else { continue }
      canvas.mark(
        SVGPalette.shape(series), at: x(data.keys.positions[key]), y(value), fill: color,
        title: data.label(of: point) + ": " + point.text)
    }
  }
}
