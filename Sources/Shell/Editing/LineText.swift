/// A line under editing: its scalars and the cursor among them.
struct LineText: Equatable {

  var scalars: [Unicode.Scalar]
  /// An offset into `scalars`.
  var cursor: Int

  init(_ scalars: [Unicode.Scalar] = [], cursor: Int = 0) {
    self.scalars = scalars
    self.cursor = min(max(cursor, 0), scalars.count)
  }

  /// The text with the cursor at its end.
  init(_ text: some StringProtocol) {
    scalars = Array(text.unicodeScalars)
    cursor = scalars.count
  }

  var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  var isEmpty: Bool { scalars.isEmpty }

  var isCursorAtEnd: Bool { cursor == scalars.count }

  /// The cursor in UTF-8 bytes.
  var byteCursor: Int { byteOffset(of: cursor) }

  /// The UTF-8 offset of the scalar at `index`.
  func byteOffset(of index: Int) -> Int {
    scalars[..<min(index, scalars.count)].reduce(0) { $0 + UTF8.width($1) }
  }

  /// The scalar offsets of ascending UTF-8 offsets; one inside a scalar counts as its start.
  func scalarOffsets(ofBytes offsets: [Int]) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(offsets.count)
    var index = 0
    var bytes = 0
    for offset in offsets {
      while index < scalars.count, bytes + UTF8.width(scalars[index]) <= offset {
        bytes += UTF8.width(scalars[index])
        index += 1
      }
      result.append(index)
    }
    return result
  }

  /// The same text with a stretch replaced and the cursor behind what came in.
  func replacing(bytes range: Range<Int>, with text: String) -> LineText {
    let ends = scalarOffsets(ofBytes: [range.lowerBound, range.upperBound])
    let new = Array(text.unicodeScalars)
    var result = scalars
    result.replaceSubrange(ends[0]..<ends[1], with: new)
    return LineText(result, cursor: ends[0] + new.count)
  }
}

// MARK: - Lines

extension LineText {

  /// Where the line that holds the cursor begins.
  var lineStart: Int {
    (scalars[..<cursor].lastIndex(of: "\n") ?? -1) + 1
  }

  /// Where the line that holds the cursor ends.
  var lineEnd: Int {
    scalars[cursor...].firstIndex(of: "\n") ?? scalars.count
  }

  /// The cursor one line up, in the same column where there is one; nil on the first line.
  var cursorAbove: Int? {
    let start = lineStart
    guard start > 0 else { return nil }
    let above = LineText(scalars, cursor: start - 1)
    return min(above.lineStart + (cursor - start), start - 1)
  }

  /// The cursor one line down, in the same column where there is one; nil on the last line.
  var cursorBelow: Int? {
    let end = lineEnd
    guard end < scalars.count else { return nil }
    let below = LineText(scalars, cursor: end + 1)
    return min(end + 1 + (cursor - lineStart), below.lineEnd)
  }

  /// Whether the cursor stands on an empty last line, where Enter ends a statement anyhow.
  var endsInBlankLine: Bool {
    guard isCursorAtEnd, lineStart > 0 else { return false }
    return scalars[lineStart...].allSatisfy { $0 == " " || $0 == "\t" }
  }

  /// The cursor one character to the left; an accent goes with its letter.
  var cursorLeft: Int {
    var index = cursor
    repeat { index -= 1 } while index > 0 && LineWidth.of(scalars[index]) == 0
    return max(index, 0)
  }

  /// The cursor one character to the right; an accent goes with its letter.
  var cursorRight: Int {
    var index = min(cursor + 1, scalars.count)
    while index < scalars.count, LineWidth.of(scalars[index]) == 0, scalars[index] != "\n" {
      index += 1
    }
    return index
  }
}
