/// A VT100 as far as the shell uses one: what a person would see.
///
/// It knows wide and combining characters by a few ranges of its own, so that a mistake in the
/// shell's table shows. Sequences it does not know are listed for the test to refuse.
struct Screen {

  /// A character with its marks, its style, and whether it is the left half of two cells.
  struct Cell: Equatable {
    var text = " "
    var style = ""
    var isWide = false
  }

  private(set) var columns: Int
  private(set) var rows: Int
  private(set) var cells: [[Cell]]
  private(set) var row = 0
  private(set) var column = 0
  private(set) var unknown: [String] = []
  private(set) var isPasteBracketed = false
  /// How many control sequences were obeyed.
  private(set) var sequenceCount = 0
  /// The rows that scrolled out at the top.
  private(set) var scrolledOff: [String] = []
  private var style = ""
  /// Whether the last column was written and the next character wraps.
  private var isWrapPending = false
  private var pending: [UInt8] = []

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  /// The text of each row, without blanks at its end.
  var lines: [String] { cells.map(Screen.text) }

  /// All that was ever shown, rows without text at the end left out.
  var transcript: [String] {
    var all = scrolledOff + lines
    while all.last == "" { all.removeLast() }
    return all
  }

  /// The last row that has text.
  var lastLine: String { lines.last { !$0.isEmpty } ?? "" }

  /// The row where the cursor is.
  var cursorLine: String { lines[row] }

  /// The style in which `text` stands where it is last shown.
  func style(of text: String) -> String? {
    for line in cells.reversed() {
      let shown = line.map(\.text)
      let wanted = text.map(String.init)
      guard shown.count >= wanted.count else { continue }
      for start in 0...shown.count - wanted.count
      where Array(shown[start..<start + wanted.count]) == wanted { return line[start].style }
    }
    return nil
  }

  private static func text(_ line: [Cell]) -> String {
    var text = line.map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Cuts or widens the rows, without breaking lines anew.
  mutating func resize(columns newColumns: Int, rows newRows: Int) {
    cells = cells.map {
      Array(($0 + Array(repeating: Cell(), count: max(0, newColumns - columns))).prefix(newColumns))
    }
    while cells.count < newRows { cells.append(Array(repeating: Cell(), count: newColumns)) }
    while cells.count > newRows {
      if row < cells.count - 1 { cells.removeLast() } else { scrollUp() }
    }
    (columns, rows) = (newColumns, newRows)
    row = min(row, rows - 1)
    column = min(column, columns - 1)
    isWrapPending = false
  }
}

// MARK: - Output of a program

extension Screen {

  mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var index = 0
    while index < pending.count {
      guard let length = unit(at: index) else { break }
      show(Array(pending[index..<index + length]))
      index += length
    }
    pending.removeFirst(index)
  }

  /// The length of the character or sequence at `start`; nil when it is not all there.
  private func unit(at start: Int) -> Int? {
    let first = pending[start]
    if first != 0x1B {
      let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      return start + length <= pending.count ? length : nil
    }
    guard start + 1 < pending.count else { return nil }
    guard pending[start + 1] == UInt8(ascii: "[") else { return 2 }
    return pending[(start + 2)...].firstIndex { 0x40...0x7E ~= $0 }.map { $0 - start + 1 }
  }

  private mutating func show(_ unit: [UInt8]) {
    switch unit[0] {
    case 0x1B: control(String(decoding: unit.dropFirst(), as: UTF8.self))
    case 0x0D: (column, isWrapPending) = (0, false)
    case 0x0A: lineFeed()
    case 0x08: column = max(0, column - 1)
    case 0x07: break
    case 0x09: column = min(columns - 1, (column / 8 + 1) * 8)
    default: String(decoding: unit, as: UTF8.self).unicodeScalars.forEach { put($0) }
    }
  }

  private mutating func lineFeed() {
    isWrapPending = false
    if row == rows - 1 { scrollUp() } else { row += 1 }
  }

  private mutating func scrollUp() {
    scrolledOff.append(Screen.text(cells.removeFirst()))
    cells.append(Array(repeating: Cell(), count: cells.first?.count ?? columns))
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = min(Screen.width(of: scalar), columns)
    if width == 0 {
      let last = isWrapPending ? column : column - 1
      guard last >= 0 else { return }
      let base = last > 0 && cells[row][last].text.isEmpty ? last - 1 : last
      cells[row][base].text.unicodeScalars.append(scalar)
      return
    }
    if isWrapPending || column + width > columns {
      lineFeed()
      column = 0
    }
    cells[row][column] = Cell(text: String(scalar), style: style, isWide: width == 2)
    if width == 2 { cells[row][column + 1] = Cell(text: "", style: style) }
    isWrapPending = column + width == columns
    column = isWrapPending ? columns - 1 : column + width
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200D, 0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xFF01...0xFF60, 0x1F300...0x1FAFF: 2
    default: 1
    }
  }

  private mutating func control(_ sequence: String) {
    sequenceCount += 1
    guard sequence.first == "[", let final = sequence.last else {
      unknown.append(sequence)
      return
    }
    let body = String(sequence.dropFirst().dropLast())
    let number = Int(body) ?? 1
    if "ABGHJK".contains(final) { isWrapPending = false }
    switch final {
    case "A": row = max(0, row - number)
    case "B": row = min(rows - 1, row + number)
    case "G": column = min(columns, number) - 1
    case "H" where body.isEmpty: (row, column) = (0, 0)
    case "K" where body.isEmpty: erase(row, from: column)
    case "J" where body.isEmpty:
      erase(row, from: column)
      for below in (row + 1)..<max(rows, row + 1) { erase(below, from: 0) }
    case "J" where body == "2": for index in 0..<rows { erase(index, from: 0) }
    case "m": style = body == "0" ? "" : body
    case "h" where body == "?2004": isPasteBracketed = true
    case "l" where body == "?2004": isPasteBracketed = false
    case "l" where body == "?25", "h" where body == "?25": break
    default: unknown.append(sequence)
    }
  }

  private mutating func erase(_ line: Int, from start: Int) {
    for index in start..<columns { cells[line][index] = Cell() }
  }
}
