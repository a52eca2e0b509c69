/// Bars from the left to the right, one a row.
struct SVGBars {

  private let data: ChartData

  init(_ data: ChartData) { self.data = data }

  var picture: SVGWriter.Picture {
    let rowHeight = 24.0
    let labels = data.points.map { data.label(of: $0) }
    let left = SVGLayout.leftRoom(labels)
    let values = data.points.reduce(0.0) { max($0, SVGCanvas.width($1.text)) }
    let range = data.range
    let scale = NiceScale(
      min(0, range.low), max(0, range.high), ticks: 6, isWhole: data.isWhole)
    let room = max(40, SVGLayout.right - left - values - 8)
    // Figures below zero stand left of their bars.
    let start = left + (range.low < 0 ? values + 8 : 0)
    let width = room - (range.low < 0 ? values + 8 : 0)
    func x(_ value: Double) -> Double {
      start + SVGLayout.share(value, scale.low, scale.high) * max(40, width)
    }
    let bottom = SVGLayout.top + rowHeight * Double(data.points.count)
    var canvas = SVGCanvas()
    for tick in scale.ticks {
      canvas.line(x(tick.value), SVGLayout.top, x(tick.value), bottom, class: "grid")
      canvas.text(tick.label, x(tick.value), bottom + 16, .middle)
    }
    for (index, point) in data.points.enumerated() {
      let y = SVGLayout.top + rowHeight * Double(index)
      canvas.text(SVGLayout.label(labels[index]), left - 8, y + 16, .end)
      guard let value = point.value else {
        canvas.text("–", x(0) + 4, y + 16)
        continue
      }
      canvas.rectangle(
        min(x(0), x(value)), y + 4, abs(x(value) - x(0)), rowHeight - 8,
        fill: value < 0 ? SVGPalette.below : SVGPalette.above,
        title: labels[index] + ": " + point.text)
      canvas.text(
        point.text, x(value) + (value < 0 ? -4 : 4), y + 16, value < 0 ? .end : .start)
    }
    canvas.line(x(0), SVGLayout.top, x(0), bottom, class: "rule")
    canvas.text(data.keyName, left - 8, SVGLayout.top - 6, .end, class: "axis")
    canvas.text(data.figureName, start + max(40, width) / 2, bottom + 36, .middle, class: "axis")
    return .init(canvas: canvas, height: bottom + 60)
  }
}
