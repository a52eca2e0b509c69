/// Goes through the rows of a table whose cells stand between separators.
///
/// Cells in quotes may hold separators, line ends and doubled quotes (RFC 4180); a quote inside of one
/// that nothing ends behind stands for itself. Where a backslash stands before quotes within a cell, as Spark
/// and MySQL write them, it escapes them and itself. Between tabs a cell that goes on to the next line, as
/// spreadsheets write it though the format knows none
/// (https://www.iana.org/assignments/media-types/text/tab-separated-values), holds no tab.
struct TableScanner {

  /// Where a cell stands.
  struct Cell {
    /// Its content, without the quotes around it.
    let range: Range<Int>
    /// Whether doubled quotes stand for one.
    let isQuoted: Bool
    /// Whether a backslash stands before what it escapes.
    var isEscaped = false
  }

  /// The longest cell in quotes, in bytes; a longer one is taken to be not closed.
  private static let cellLimit = 4 << 20
  /// The number of quotes that are not closed from which on they stand for themselves.
  private static let mostUnclosed = 16
  /// The most cells of a row; what stands behind them is left out.
  private static let mostCells = 4096

  private let bytes: [UInt8]
  private let separator: UInt8
  /// Whether more stands behind the bytes.
  private let isPart: Bool
  /// Whether backslashes escape quotes in all cells, and not in those alone that show it themselves.
  private let escapes: Bool
  private var position: Int
  private var line: Int
  private var unclosedCount = 0
  private var isCut = false

  /// The cells of the row.
  private(set) var cells: [Cell] = []
  /// The line at which the row begins, from one.
  private(set) var rowLine = 0
  /// Where the row begins.
  private(set) var rowStart = 0
  /// Whether it holds a quote that nothing closes.
  private(set) var isUnclosed = false
  /// Whether any cell so far has a quote that a backslash escapes, as no table of RFC 4180 does.
  private(set) var hasEscapes = false

  /// Creates a view of rows, at none of them yet.
  ///
  /// - Parameters:
  ///   - bytes: The table, or a part of it that begins with a row.
  ///   - separator: What stands between cells.
  ///   - start: Where the first row begins.
  ///   - line: The number of its line.
  ///   - isPart: Whether more stands behind the bytes; a row that does not end is then no row.
  ///   - escapes: Whether backslashes escape quotes in all cells.
  init(
    _ bytes: [UInt8], separator: UInt8, from start: Int = 0, line: Int = 1, isPart: Bool = false,
    escapes: Bool = false
  ) {
    self.bytes = bytes
    self.separator = separator
    self.isPart = isPart
    self.escapes = escapes
    position = start
    self.line = line
  }

  /// Where the row ends, its line end included.
  var rowEnd: Int { position }

  /// Goes to the next row that is not empty.
  ///
  /// - Returns: Whether there is one.
  mutating func next() -> Bool {
    skipEmptyLines()
    (rowLine, rowStart, isUnclosed) = (line, position, false)
    guard position < bytes.count else { return false }
    cells.removeAll(keepingCapacity: true)
    var hasMore = true
    while hasMore && !isCut { hasMore = nextCell() }
    return !isCut
  }

  private mutating func skipEmptyLines() {
    while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D {
      if isLineEnd(position) { line += 1 }
      position += 1
    }
  }

  /// Takes a cell; whether another one follows in the row.
  private mutating func nextCell() -> Bool {
    let start = position
    var mark = position
    while mark < bytes.count, bytes[mark] == 0x20 { mark += 1 }
    if mark < bytes.count, bytes[mark] == 0x22, unclosedCount < Self.mostUnclosed {
      let (quote, isEscaped) = closing(mark)
      if let quote {
        hasEscapes = hasEscapes || isEscaped && !escapes
        add(Cell(range: mark + 1..<quote, isQuoted: true, isEscaped: isEscaped))
        line += (mark..<quote).count(where: isLineEnd)
        return endCell(from: quote + 1)
      }
      guard !isCut else { return false }
      isUnclosed = true
      unclosedCount += 1
    }
    // A copy of the reference, so that the array can be lent while the rest changes.
    let copy = self.bytes
    let bytes = copy.span
    var end = start
    while end < bytes.count, bytes[end] != separator, bytes[end] != 0x0A, bytes[end] != 0x0D {
      end += 1
    }
    add(Cell(range: start..<end, isQuoted: false))
    return endCell(from: end)
  }

  private mutating func add(_ cell: Cell) {
    if cells.count < Self.mostCells { cells.append(cell) }
  }

  /// Goes behind what ends a cell; whether another one follows in the row.
  private mutating func endCell(from end: Int) -> Bool {
    var place = end
    while place < bytes.count, bytes[place] == 0x20 { place += 1 }
    position = place
    guard place < bytes.count else {
      isCut = isPart
      return false
    }
    if bytes[place] == separator {
      position = place + 1
      return true
    }
    if bytes[place] == 0x0D, place + 1 < bytes.count, bytes[place + 1] == 0x0A { place += 1 }
    if isLineEnd(place) { line += 1 }
    position = place + 1
    return false
  }

  /// Whether a line ends at a place: LF, or CR alone, as old systems write it.
  private func isLineEnd(_ place: Int) -> Bool {
    bytes[place] == 0x0A
      || bytes[place] == 0x0D && (place + 1 == bytes.count || bytes[place + 1] != 0x0A)
  }

  /// Returns the quote that closes the one at `start`: one behind which the cell ends; and whether
  /// backslashes escape quotes in the cell.
  private mutating func closing(_ start: Int) -> (quote: Int?, isEscaped: Bool) {
    let copy = self.bytes
    let bytes = copy.span
    let end = min(bytes.count, start + Self.cellLimit)
    var place = start + 1
    var (hasLineEnd, hasTab, isEscaped) = (false, false, escapes)
    while place < end {
      if separator == 0x09, hasLineEnd, hasTab { return (nil, isEscaped) }
      if bytes[place] == 0x5C, place + 1 < end {
        isEscaped = isEscaped || isEscape(place)
        if isEscaped, bytes[place + 1] == 0x22 || bytes[place + 1] == 0x5C {
          place += 2
          continue
        }
      }
      guard bytes[place] == 0x22 else {
        if bytes[place] == 0x0A { hasLineEnd = true }
        if bytes[place] == 0x09 { hasTab = true }
        place += 1
        continue
      }
      var next = place + 1
      if next < bytes.count, bytes[next] == 0x22 {
        place += 2
        continue
      }
      while next < bytes.count, bytes[next] == 0x20, separator != 0x20 { next += 1 }
      if next == bytes.count { break }
      if bytes[next] == separator || bytes[next] == 0x0A || bytes[next] == 0x0D {
        return (place, isEscaped)
      }
      // The beginning of another cell, lines behind.
      if hasLineEnd, bytes[place - 1] == separator || bytes[place - 1] == 0x0A {
        return (nil, isEscaped)
      }
      place += 1
    }
    if isPart && end == bytes.count {
      isCut = true
      return (nil, isEscaped)
    }
    return (place < end ? place : nil, isEscaped)
  }

  /// Whether a backslash escapes a quote for certain: one that neither ends a cell nor is doubled.
  private func isEscape(_ place: Int) -> Bool {
    guard place + 2 < bytes.count, bytes[place + 1] == 0x22 else { return false }
    return ![separator, 0x0A, 0x0D, 0x22, 0x20].contains(bytes[place + 2])
  }

  /// Returns the row from one of its cells to its end, as it stands there.
  func text(fromCell first: Int) -> [UInt8] {
    guard first < cells.count, let last = cells.last else { return [] }
    return Array(bytes[cells[first].range.lowerBound..<last.range.upperBound])
  }

  /// Returns what stands in a cell, without blanks around it.
  func value(_ cell: Cell) -> [UInt8] {
    let content = bytes[cell.range]
    guard cell.isQuoted else {
      let start = content.firstIndex { $0 != 0x20 } ?? content.endIndex
      let end = content.lastIndex { $0 != 0x20 } ?? start - 1
      return Array(content[start..<max(start, end + 1)])
    }
    guard content.contains(0x22) || cell.isEscaped else { return Array(content) }
    var value: [UInt8] = []
    var place = cell.range.lowerBound
    while place < cell.range.upperBound {
      if cell.isEscaped, bytes[place] == 0x5C, place + 1 < cell.range.upperBound,
        bytes[place + 1] == 0x22 || bytes[place + 1] == 0x5C
      {
        value.append(bytes[place + 1])
        place += 2
        continue
      }
      value.append(bytes[place])
      let isDoubled =
        bytes[place] == 0x22 && place + 1 < cell.range.upperBound && bytes[place + 1] == 0x22
      place += isDoubled ? 2 : 1
    }
    return value
  }
}
