/// Joins the lines of a text into segments: paragraphs, headings and lines of furniture.
///
/// Blank lines always part. Lines that follow one another are one paragraph where the text is
/// wrapped at a width, and a paragraph each where it is not; a line that is a category, byline or
/// furniture by its own words stands alone.
struct LayoutSegmenter {

  private let bytes: [UInt8]
  private let lines: [TextLine]
  /// Each line as a segment by itself.
  private let singles: [LayoutSegment]
  private let width: Int?
  private var segments: [LayoutSegment] = []

  /// Returns the segments of a normalised text, in order.
  static func segments(of bytes: [UInt8]) -> [LayoutSegment] {
    var segmenter = LayoutSegmenter(bytes)
    segmenter.run()
    return segmenter.segments
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let lines = TextLine.lines(of: bytes)
    self.lines = lines
    singles = lines.indices.map { index in
      let isUnderlined = index + 1 < lines.count && lines[index + 1].mark == .underline
      return Self.single(bytes, lines[index], isUnderlined: isUnderlined)
    }
    width = Self.wrapWidth(lines)
  }

  private mutating func run() {
    var index = 0
    while index < lines.count {
      let first = singles[index]
      if first.start == first.end {
        index += 1
      } else if first.kind != nil || first.mark == .heading {
        segments.append(first)
        index += 1
      } else {
        index = appendParagraph(from: index)
      }
    }
  }

  /// Appends the segment that begins with a line, and returns the index of the line behind it.
  private mutating func appendParagraph(from first: Int) -> Int {
    var last = first
    while last + 1 < lines.count, continues(last + 1) { last += 1 }
    if last == first {
      segments.append(singles[first])
    } else {
      let (start, end) = (lines[first].start, lines[last].end)
      segments.append(LayoutSegment(bytes, start, end, mark: lines[first].mark))
    }
    return last + 1
  }

  /// Returns a line as a segment, known for what it is if its own words say so.
  private static func single(
    _ bytes: [UInt8], _ line: TextLine, isUnderlined: Bool
  ) -> LayoutSegment {
    let mark = isUnderlined && line.mark == .none ? .heading : line.mark
    var segment = LayoutSegment(bytes, line.start, line.end, mark: mark)
    guard segment.shape.words > 0, segment.shape.length <= 600, mark != .quotation else {
      return segment
    }
    let folded = FoldedLine(bytes, line.start, line.end)
    segment.furniture = FurniturePhrases.match(folded, shape: segment.shape)
    if segment.furniture != nil {
      segment.kind = .furniture
    } else if CategoryLine(folded, bytes, segment) != nil {
      segment.kind = .category
    } else if Byline(folded, bytes, segment) != nil {
      segment.kind = .byline
    }
    return segment
  }
}

// MARK: Wrapped lines

extension LayoutSegmenter {

  /// Whether a line goes on with the paragraph of the line before it.
  private func continues(_ index: Int) -> Bool {
    let (before, line) = (singles[index - 1], singles[index])
    let isMarkedAlike = line.mark == .none || line.mark == .quotation && before.mark == .quotation
    guard line.start < line.end, isMarkedAlike else { return false }
    let isFull = fills(before, line)
    if line.kind != nil { return isFull && line.shape.capitals == 0 && line.shape.endsSentence }
    if isFull { return true }
    return !before.shape.endsSentence && (line.shape.startsLow || before.shape.last == 0x2C)
  }

  /// Whether a line is so long that the first word of the next had no room behind it.
  private func fills(_ line: LayoutSegment, _ next: LayoutSegment) -> Bool {
    guard let width else {
      return !line.shape.endsSentence && !line.shape.isTitleCase
        && (50...100).contains(line.shape.length) && next.shape.length <= 100
    }
    let word = (bytes[next.start..<next.end].firstIndex(of: 0x20) ?? next.end) - next.start
    return line.shape.length + 1 + word > width
  }

  /// Returns the width at which a text is wrapped, or nil where it is not.
  ///
  /// Lines with another behind them are then all of nearly one length, too short for paragraphs.
  private static func wrapWidth(_ lines: [TextLine]) -> Int? {
    var lengths: [Int] = []
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank && !next.isBlank {
      lengths.append(line.end - line.start)
    }
    lengths.sort()
    guard lengths.count >= 3 else { return nil }
    let longest = lengths[(lengths.count - 1) * 19 / 20]
    guard (40...120).contains(longest), lengths[lengths.count / 2] * 10 >= longest * 7 else {
      return nil
    }
    return longest - longest / 8
  }
}
