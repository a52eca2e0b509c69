/// One character as the screen shows it: a base, the marks that join it, and how it looks.
struct Cell: Equatable {
  var text: String
  var width: Int
  var style: Style
}

/// One row of the screen.
struct Row: Equatable {
  var cells: [Cell] = []
  /// Whether the next row continues this one without a line break.
  var wraps = false

  var width: Int { cells.reduce(0) { $0 + $1.width } }

  /// Appends a scalar; one without width joins the last cell.
  mutating func append(_ scalar: Unicode.Scalar, style: Style) {
    let width = LineWidth.of(scalar)
    if width == 0, scalar.value >= 0x300 {
      guard let last = cells.indices.last else { return }
      cells[last].text.unicodeScalars.append(scalar)
      return
    }
    let shown = Row.visible(scalar)
    cells.append(Cell(text: shown, width: max(width, LineWidth.of(shown)), style: style))
  }

  /// Appends what fits into `columns`.
  mutating func append(_ text: some StringProtocol, style: Style, columns: Int = .max) {
    var used = width
    for scalar in text.unicodeScalars {
      used += Row.cells(of: scalar)
      if used > columns { return }
      append(scalar, style: style)
    }
  }

  /// What is shown for a scalar: itself, two blanks for a tab, a caret form for a control.
  static func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x09: "  "
    case 0..<0x20: "^" + String(Character(Unicode.Scalar(UInt8(scalar.value + 0x40))))
    case 0x7F..<0xA0, 0xAD: "?"
    default: String(Character(scalar))
    }
  }

  /// The cells that a scalar adds to a row.
  static func cells(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: 1
    case 0..<0x20: 2
    case 0x7F..<0xA0, 0xAD: 1
    default: LineWidth.of(scalar)
    }
  }
}
