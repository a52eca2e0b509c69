extension TextWrapper {

  /// Returns a text whose lines fit a width, in cells; nil leaves it as it is.
  ///
  /// What is broken keeps its indent. Lines in columns, with several blanks in a row, are left alone.
  public static func wrapped(_ text: String, to width: Int?) -> String {
    guard let width else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line(String($0), to: width) }.joined(separator: "\n")
  }

  private static func line(_ line: String, to width: Int) -> String {
    guard CellWidth.of(line) > width else { return line }
    let content = line.drop { $0 == " " }
    let indent = line.utf8.count - content.utf8.count
    var wasBlank = false
    let hasColumns = content.utf8.contains { byte in
      defer { wasBlank = byte == UInt8(ascii: " ") }
      return wasBlank && byte == UInt8(ascii: " ")
    }
    guard !hasColumns, width >= indent + 12 else { return line }
    let margin = CellWidth.padding(from: 0, to: indent)
    return TextWrapper(width: width - indent).lines([StyledRun(.text, String(content))])
      .map { margin + $0.map(\.text).joined() }.joined(separator: "\n")
  }
}
