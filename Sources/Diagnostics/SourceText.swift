/// The text of a query or script, with the places of its lines.
///
/// Ranges are byte offsets everywhere inside; lines and columns, which count from one and in
/// characters as a reader sees them, are worked out here and only when something is shown.
public struct SourceText: Hashable, Sendable {

  /// A place as a reader counts it.
  public struct Location: Hashable, Sendable {

    /// The line, from one.
    public let line: Int

    /// The column in characters, from one.
    public let column: Int
  }

  /// What the text is called in messages, like `china.quoth`.
  public let name: String

  /// The text.
  public let text: String

  private let bytes: [UInt8]
  private let lineStarts: [Int]

  /// Creates a source text that messages call `name`.
  public init(_ text: String, name: String = "query") {
    self.name = name
    self.text = text
    bytes = Array(text.utf8)
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// The length of the text in bytes.
  public var length: Int { bytes.count }

  /// The number of lines, counting the one behind a final newline.
  public var lineCount: Int { lineStarts.count }

  /// Returns the text of `range`, cut to the text and widened to whole scalars.
  public func substring(_ range: SourceRange) -> String {
    String(decoding: bytes[clamp(range)], as: UTF8.self)
  }

  /// Returns the line and column of a byte offset.
  public func location(of offset: Int) -> Location {
    let offset = min(offset, bytes.count)
    let line = lineIndex(of: offset)
    let before = String(decoding: bytes[lineStarts[line]..<offset], as: UTF8.self)
    return Location(line: line + 1, column: before.count + 1)
  }

  /// Returns the byte range of line `number`, counted from one, without its line end.
  public func range(ofLine number: Int) -> SourceRange {
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return SourceRange(start, end)
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func clamp(_ range: SourceRange) -> Range<Int> {
    let start = min(range.start, bytes.count)
    return start..<max(start, min(range.end, bytes.count))
  }
}
