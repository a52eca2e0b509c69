internal import QueryExecution

/// Writes a result as a picture that needs no other file (W3C, SVG 2).
///
/// The picture has a title and a description for those who cannot see it, and each mark one of its
/// own, which programs show as a tooltip.
struct SVGWriter {

  /// The width of a picture, in its own units.
  static let width = 800.0

  private let table: ResultTable
  private let data: ChartData
  private let header: String

  /// Creates a writer of a result: in the form that it asks for, else in the one that its keys
  /// suggest.
  init(_ table: ResultTable, firstNumber: Int = 1) throws(Undrawable) {
    self.table = table
    if case .chart(let form) = table.layout {
      data = try ChartData(table, as: form)
    } else {
      data = try ChartData(table)
    }
    header = ResultHeader(table, firstNumber: firstNumber).text
  }

  /// Writes the picture as a file of its own.
  func writeFile(into out: inout ByteBuffer) {
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    write(into: &out, isAlone: true)
  }

  /// Writes a picture of the reason why there is none.
  static func write(_ error: Undrawable, into out: inout ByteBuffer) {
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    let width = SVGCanvas.number(Self.width)
    out.write("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) 80\"")
    out.write(" width=\"\(width)\" height=\"80\" role=\"img\">\n")
    out.write("<title>" + SVGCanvas.escaped("not drawn: \(error)") + "</title>\n")
    var canvas = SVGCanvas()
    for (index, line) in wrapped("not drawn: \(error)").enumerated() {
      canvas.text(line, 16, 24 + 18 * Double(index))
    }
    out.write(bytes: canvas.body.bytes)
    out.write("</svg>\n")
  }

  /// Writes the picture as an element; a page that holds it tells the notes of the result itself.
  func write(into out: inout ByteBuffer, isAlone: Bool = false) {
    let picture = picture
    let told = isAlone ? table.notes : []
    let notes = (picture.omissions + told).flatMap(Self.wrapped)
    let height = SVGCanvas.number(picture.height + 18 * Double(notes.count))
    let width = SVGCanvas.number(Self.width)
    out.write("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\"")
    out.write(" width=\"\(width)\" height=\"\(height)\" role=\"img\"")
    out.write(" aria-labelledby=\"chart-title chart-description\">\n")
    element("title", "chart-title", data.caption, into: &out)
    element("desc", "chart-description", description, into: &out)
    out.write(Self.style)
    out.write("<rect width=\"\(width)\" height=\"\(height)\" fill=\"#fff\"/>\n")
    var canvas = SVGCanvas()
    canvas.text(CellWidth.cut(data.caption, to: 90), 16, 24, class: "heading")
    canvas.text(CellWidth.cut(header, to: 100), 16, 42, class: "note")
    for (index, note) in notes.enumerated() {
      canvas.text(note, 16, picture.height + 18 * Double(index), class: "note")
    }
    out.write(bytes: canvas.body.bytes)
    out.write(bytes: picture.canvas.body.bytes)
    out.write("</svg>\n")
  }

  /// What a form draws: its marks, and how far down they reach.
  struct Picture {
    var canvas = SVGCanvas()
    var height: Double
    var omissions: [String] = []
  }

  private var picture: Picture {
    switch data.form {
    case .bars: SVGBars(data).picture
    case .line: SVGLine(data).picture
    case .heat: SVGHeat(data).picture
    case .dots: SVGDots(data).picture
    }
  }

  private var description: String {
    let form =
      switch data.form {
      case .bars: "Bar chart"
      case .line: "Line chart"
      case .heat: "Heat map"
      case .dots: "Dot plot"
      }
    let values = data.points.filter { $0.value != nil }
    let least = values.min { ($0.value ?? 0) < ($1.value ?? 0) }
    let greatest = values.max { ($0.value ?? 0) < ($1.value ?? 0) }
    var text = "\(form) of \(data.caption), \(header)."
    if let least, let greatest {
      text += " The least is \(least.text) (\(data.label(of: least))),"
      text += " the greatest \(greatest.text) (\(data.label(of: greatest)))."
    }
    return text
  }

  private func element(_ name: String, _ id: String, _ text: String, into out: inout ByteBuffer) {
    out.write("<\(name) id=\"\(id)\">" + SVGCanvas.escaped(text) + "</\(name)>\n")
  }

  private static func wrapped(_ note: String) -> [String] {
    TextWrapper(width: 105).lines([.init(.dim, VisibleText.line(note))]).map { line in
      line.map(\.text).joined()
    }
  }

  private static let style = """
    <style>
    text { font: 12px system-ui, sans-serif; fill: #222; }
    .heading { font-size: 16px; font-weight: bold; }
    .axis { font-weight: bold; }
    .note { fill: #555; }
    .light { fill: #fff; }
    .cell { stroke: #ddd; stroke-width: .5; }
    .grid { stroke: #ddd; }
    .rule { stroke: #444; }
    </style>

    """
}

/// What the forms of pictures have in common.
enum SVGLayout {

  /// Where the marks begin, below the headings.
  static let top = 76.0

  /// The place of the right edge of marks.
  static let right = SVGWriter.width - 24

  /// The most cells of a label at the left.
  static let labelCells = 32

  /// Returns the room of labels at the left with the gap behind them.
  static func leftRoom(_ labels: [String]) -> Double {
    let widest = labels.reduce(0.0) { max($0, SVGCanvas.width(label($1))) }
    return 16 + widest + 8
  }

  /// Returns a label cut to its room.
  static func label(_ text: String) -> String { CellWidth.cut(text, to: labelCells) }

  /// Returns a share of one of a range, 0 where the range is empty.
  static func share(_ value: Double, _ low: Double, _ high: Double) -> Double {
    high > low ? max(0, min(1, (value - low) / (high - low))) : 0
  }

  /// Draws the legend of series from a height on, and returns the height below it.
  static func legend(of data: ChartData, at y: Double, on canvas: inout SVGCanvas) -> Double {
    guard data.hasSeries else { return y }
    var (x, y) = (16.0, y)
    for (index, name) in data.series.labels.enumerated() {
      let text = label(name)
      let width = 36 + SVGCanvas.width(text) + 16
      if x > 16, x + width > right { (x, y) = (16, y + 20) }
      let color = SVGPalette.color(index)
      if data.form == .line {
        canvas.polyline([(x, y - 4), (x + 26, y - 4)], stroke: color, dash: SVGPalette.dash(index))
      }
      canvas.mark(SVGPalette.shape(index), at: x + 13, y - 4, fill: color, title: name)
      canvas.text(text, x + 34, y)
      x += width
    }
    return y + 24
  }
}
