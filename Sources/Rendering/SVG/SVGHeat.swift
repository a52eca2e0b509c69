/// A grid of two keys, the darker the greater; orange below zero, blue above it.
struct SVGHeat {

  private let data: ChartData
  private let rowLabels: [String]
  private let columns: [HeatColumn]
  private let scale: HeatScale
  private let left: Double
  private let rowHeight = 24.0

  init(_ data: ChartData) {
    var data = data
    if !data.keys.isTime { data.transpose() }
    self.data = data
    rowLabels = data.series.labels.map { $0.isEmpty ? data.figureName : $0 }
    columns = HeatColumn.columns(of: data)
    scale = HeatScale(data.range, isWhole: data.isWhole)
    left = SVGLayout.leftRoom(rowLabels)
  }

  private var columnWidth: Double {
    max(2, min(96, (SVGLayout.right - left) / Double(max(1, columns.count))))
  }

  private func x(_ column: Int) -> Double { left + columnWidth * Double(column) }

  var picture: SVGWriter.Picture {
    // Labels that do not fit beside each other are turned.
    let labels = columns.map { CellWidth.cut($0.label, to: 20) }
    let widest = labels.reduce(0.0) { max($0, SVGCanvas.width($1)) }
    let isTurned = widest + 6 > columnWidth
    let top = SVGLayout.top + (isTurned ? widest + 12 : 20)
    var canvas = SVGCanvas()
    drawLabels(labels, top: top, isTurned: isTurned, on: &canvas)
    for (series, points) in data.grid.enumerated() {
      let y = top + rowHeight * Double(series)
      let name = rowLabels[series]
      canvas.text(SVGLayout.label(name), left - 8, y + 16, .end)
      for (place, column) in columns.enumerated() {
        guard let point = column.key.flatMap({ points[$0] }), let value = point.value else {
          continue
        }
        draw(value, point.text, "\(name), \(column.label)", x(place), y, on: &canvas)
      }
    }
    let bottom = top + rowHeight * Double(data.series.labels.count)
    drawLegend(at: bottom + 24, on: &canvas)
    return .init(canvas: canvas, height: bottom + 76, omissions: data.omissions)
  }

  /// Zero has an outline, since what is white without one has no figure.
  private func draw(
    _ value: Double, _ text: String, _ name: String, _ x: Double, _ y: Double,
    on canvas: inout SVGCanvas
  ) {
    let share = scale.share(of: value)
    canvas.rectangle(
      x, y, max(1, columnWidth - 1), rowHeight - 1,
      fill: SVGPalette.shade(share, isBelow: value < 0), title: "\(name): \(text)", class: "cell")
    guard SVGCanvas.width(text) + 6 < columnWidth else { return }
    canvas.text(
      text, x + columnWidth / 2, y + 16, .middle, class: share > 0.9 ? "light" : "")
  }

  private func drawLabels(
    _ labels: [String], top: Double, isTurned: Bool, on canvas: inout SVGCanvas
  ) {
    let step = max(1, Int(14 / columnWidth + 1))
    for (place, label) in labels.enumerated() {
      let middle = x(place) + columnWidth / 2
      if !isTurned {
        canvas.text(label, middle, top - 8, .middle)
      } else if place % step == 0 {
        canvas.text(label, middle + 4, top - 8, turn: -90)
      }
    }
    // The names of the keys stand at the corner where their labels begin.
    canvas.text(data.columnName, left, SVGLayout.top - 4, class: "axis")
    canvas.text(data.rowName, left - 8, top - 8, .end, class: "axis")
  }

  private func drawLegend(at y: Double, on canvas: inout SVGCanvas) {
    var x = left
    canvas.text(data.figureName, x - 8, y + 12, .end, class: "axis")
    let bounds = [(0.0, "0")] + scale.bounds.map { ($0.value, $0.label) }
    let below = scale.isSigned ? scale.bounds.reversed().map { (-$0.value, "-" + $0.label) } : []
    for (value, label) in below + bounds {
      canvas.rectangle(
        x, y, 48, 14, fill: SVGPalette.shade(scale.share(of: value), isBelow: value < 0),
        title: label)
      canvas.text(label, x + 24, y + 28, .middle)
      x += 50
    }
  }
}
