internal import QueryExecution

/// A result drawn with the characters of a terminal.
struct ChartDrawing {

  /// The width of a drawing where none is given.
  static let usualWidth = 80

  /// Below this width there is no room to draw.
  static let leastWidth = 24

  private let data: ChartData
  private let options: RenderingOptions
  private let width: Int

  /// Creates the drawing, or nil where the screen is too narrow for it.
  init?(_ table: ResultTable, as form: ResultTable.Chart, options: RenderingOptions)
    throws(Undrawable)
  {
    data = try ChartData(table, as: form)
    self.options = options
    width = options.width ?? Self.usualWidth
    if width < Self.leastWidth { return nil }
  }

  func draw(into out: inout ByteBuffer) {
    let wrapper = TextWrapper(width: width)
    for line in wrapper.lines([.init(.dim, data.caption)]) { out.write(line, options) }
    out.newline()
    for line in lines {
      for run in line { out.write(run, options) }
      out.trimBlanks()
      out.newline()
    }
  }

  private var lines: [[StyledRun]] {
    switch data.form {
    case .bars: BarDrawing(data, width: width).lines
    case .line: LineDrawing(data, width: width).lines
    case .heat: HeatDrawing(data, width: width).lines
    case .dots: DotDrawing(data, width: width).lines
    }
  }
}

/// How the series of a drawing are told apart: by a letter, and where there are colours by those.
enum SeriesMark {

  /// The most series that are drawn; more would hide each other.
  static let most = 12

  /// The most lines on a terminal, whose cells have one colour each.
  static let mostLines = 6

  /// What stands for several series in one cell.
  static let several = "*"

  /// Returns the letter of a series.
  static func letter(_ series: Int) -> String {
    let code = UInt8(ascii: "A") + UInt8(clamping: max(0, min(25, series)))
    return String(Unicode.Scalar(code))
  }

  /// Returns the role whose colour a series has.
  static func role(_ series: Int) -> RenderingOptions.Role {
    let roles: [RenderingOptions.Role] = [.number, .cue, .speaker, .warning, .header, .match]
    return roles[series % roles.count]
  }

  /// Returns the lines that tell which letter is which series.
  static func legend(of data: ChartData, width: Int, hasSeveral: Bool) -> [[StyledRun]] {
    var entries = data.series.labels.enumerated().map { index, label in
      StyledRun(role(index), letter(index) + " " + CellWidth.cut(label, to: max(8, width / 3)))
    }
    if hasSeveral { entries.append(StyledRun(.dim, several + " several")) }
    return lines(of: entries, width: width)
  }

  /// Returns the entries of a legend side by side, on as many lines as they need.
  static func lines(of entries: [StyledRun], width: Int) -> [[StyledRun]] {
    var lines: [[StyledRun]] = []
    var line: [StyledRun] = []
    for entry in entries {
      let entry = StyledRun(entry.role, CellWidth.cut(entry.text, to: width))
      if line.isEmpty {
        line = [entry]
      } else if line.width + 3 + entry.width <= width {
        line += [StyledRun(.dim, "   "), entry]
      } else {
        lines.append(line)
        line = [entry]
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

extension ChartData {

  /// The lines that tell what is not drawn.
  func omissionLines(width: Int) -> [[StyledRun]] {
    omissions.flatMap { TextWrapper(width: width).lines([.init(.dim, $0)]) }
  }
}
