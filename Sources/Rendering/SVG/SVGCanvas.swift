/// A picture as it grows: elements of SVG (W3C, Scalable Vector Graphics 2) with escaped text.
struct SVGCanvas {

  /// Whose start a text is anchored at.
  enum Anchor: String { case start, middle, end }

  private(set) var body = ByteBuffer()

  /// Adds a rectangle whose tooltip is `title`, with an outline where it has a class.
  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String, title: String,
    class name: String = ""
  ) {
    body.write("<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\"")
    body.write(" width=\"\(Self.number(width))\" height=\"\(Self.number(height))\"")
    body.write(" fill=\"\(fill)\"")
    if !name.isEmpty { body.write(" class=\"\(name)\"") }
    body.write(">")
    write("title", title)
    body.write("</rect>\n")
  }

  /// Adds a straight line of a class of the style sheet.
  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, class name: String
  ) {
    body.write("<line class=\"\(name)\" x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\"")
    body.write(" x2=\"\(Self.number(x2))\" y2=\"\(Self.number(y2))\"/>\n")
  }

  /// Adds a line through points.
  mutating func polyline(_ points: [(x: Double, y: Double)], stroke: String, dash: String) {
    let text = points.map { Self.number($0.x) + "," + Self.number($0.y) }
    body.write("<polyline fill=\"none\" stroke=\"\(stroke)\" stroke-width=\"2\"")
    if !dash.isEmpty { body.write(" stroke-dasharray=\"\(dash)\"") }
    body.write(" points=\"\(text.joined(separator: " "))\"/>\n")
  }

  /// Adds a mark of a shape whose tooltip is `title`.
  mutating func mark(
    _ shape: SVGShape, at x: Double, _ y: Double, fill: String, title: String
  ) {
    body.write("<path fill=\"\(fill)\" d=\"\(shape.path(x, y))\">")
    write("title", title)
    body.write("</path>\n")
  }

  /// Adds a text; `turn` turns it around its anchor, in degrees.
  mutating func text(
    _ text: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, turn: Int = 0,
    class name: String = ""
  ) {
    body.write("<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\"")
    if anchor != .start { body.write(" text-anchor=\"\(anchor.rawValue)\"") }
    if !name.isEmpty { body.write(" class=\"\(name)\"") }
    if turn != 0 {
      body.write(" transform=\"rotate(\(turn) \(Self.number(x)) \(Self.number(y)))\"")
    }
    body.write(">")
    body.write(Self.escaped(text))
    body.write("</text>\n")
  }

  /// Adds an element that holds a text alone.
  mutating func write(_ element: String, _ text: String) {
    body.write("<\(element)>")
    body.write(Self.escaped(text))
    body.write("</\(element)>")
  }

  /// Returns a length or a place, to a hundredth, as SVG writes numbers.
  static func number(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e9 else { return "0" }
    let hundredths = Int(value.magnitude * 100 + 0.5)
    let sign = value < 0 && hundredths > 0 ? "-" : ""
    let fraction = hundredths % 100
    if fraction == 0 { return sign + String(hundredths / 100) }
    let digits = fraction < 10 ? "0\(fraction)" : String(fraction)
    return sign + String(hundredths / 100) + "."
      + (digits.hasSuffix("0") ? String(digits.dropLast()) : digits)
  }

  /// Returns a text as XML holds it: what is markup escaped, what XML forbids replaced.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in VisibleText.line(text).unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Returns about how wide a text is at the size of labels.
  ///
  /// A font is not asked: a cell is taken for six tenths of the size.
  static func width(_ text: String) -> Double { Double(CellWidth.of(text)) * 7.2 }
}

/// The shapes by which marks of series are told apart without colour.
enum SVGShape: CaseIterable {
  case circle, square, triangle, diamond, cross, hourglass

  /// Returns the outline of a mark around a place.
  func path(_ x: Double, _ y: Double) -> String {
    func at(_ dx: Double, _ dy: Double) -> String {
      SVGCanvas.number(x + dx) + " " + SVGCanvas.number(y + dy)
    }
    func outline(_ points: [(Double, Double)]) -> String {
      "M" + points.map { at($0.0, $0.1) }.joined(separator: "L") + "Z"
    }
    switch self {
    case .circle: return "M" + at(-4, 0) + "a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z"
    case .square: return outline([(-3.5, -3.5), (3.5, -3.5), (3.5, 3.5), (-3.5, 3.5)])
    case .triangle: return outline([(0, -4.5), (4.5, 3.5), (-4.5, 3.5)])
    case .diamond: return outline([(0, -5), (5, 0), (0, 5), (-5, 0)])
    case .cross:
      return outline([
        (-1.5, -5), (1.5, -5), (1.5, -1.5), (5, -1.5), (5, 1.5), (1.5, 1.5), (1.5, 5), (-1.5, 5),
        (-1.5, 1.5), (-5, 1.5), (-5, -1.5), (-1.5, -1.5),
      ])
    case .hourglass: return outline([(-4, -4.5), (4, -4.5), (-4, 4.5), (4, 4.5)])
    }
  }
}
