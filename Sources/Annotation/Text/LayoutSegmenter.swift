/// Joins the lines of a text into segments: paragraphs, headings and lines of furniture.
///
/// Blank lines always part. Lines that follow one another are one paragraph where the text is
/// wrapped at a width, and a paragraph each where it is not; a line that is a category, byline or
/// furniture by its own words stands alone.
struct LayoutSegmenter {

  private let bytes: [UInt8]
  private let lines: [TextLine]
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
    lines = TextLine.lines(of: bytes)
    width = Self.wrapWidth(lines)
  }

  private mutating func run() {
    var index = 0
    while index < lines.count {
      if lines[index].isBlank || lines[index].start == lines[index].end {
        index += 1
        continue
      }
      let first = segment(index...index)
      index += 1
      if first.kind != nil || first.mark == .heading || isUnderlined(index) {
        segments.append(first)
        continue
      }
      index = appendParagraph(from: index - 1)
    }
  }

  /// Appends the segment that begins with a line, and returns the index of the line behind it.
  private mutating func appendParagraph(from first: Int) -> Int {
    var last = first
    while last + 1 < lines.count, continues(last + 1) { last += 1 }
    segments.append(segment(first...last))
    return last + 1
  }

  private func isUnderlined(_ next: Int) -> Bool {
    next < lines.count && lines[next].mark == .underline
  }

  /// Returns the segment of some lines, known for what it is if it is a single line that says so.
  private func segment(_ range: ClosedRange<Int>) -> LayoutSegment {
    let (first, last) = (lines[range.lowerBound], lines[range.upperBound])
    var mark = first.mark
    if range.count == 1, isUnderlined(range.upperBound + 1) { mark = .heading }
    var segment = LayoutSegment(bytes, first.start, last.end, mark: mark)
    guard range.count == 1, segment.shape.length <= 600, mark != .quotation else { return segment }
    let folded = FoldedLine(bytes, first.start, first.end)
    segment.furniture = FurniturePhrases.match(folded, shape: segment.shape)
    if segment.furniture != nil {
      segment.kind = .furniture
    } else if CategoryLine(bytes, first.start, first.end) != nil {
      segment.kind = .category
    } else if Byline(bytes, first.start, first.end) != nil {
      segment.kind = .byline
    }
    return segment
  }
}

// MARK: Wrapped lines

extension LayoutSegmenter {

  /// Whether a line goes on with the paragraph of the line before it.
  private func continues(_ index: Int) -> Bool {
    let (before, line) = (lines[index - 1], lines[index])
    guard line.start < line.end,
      line.mark == .none || line.mark == before.mark && line.mark == .quotation
    else { return false }
    guard segment(index...index).kind == nil, !isUnderlined(index + 1) else { return false }
    let shape = LineShape(bytes, before.start, before.end)
    if !shape.endsSentence, LineShape(bytes, line.start, line.end).startsLow || shape.last == 0x2C {
      return true
    }
    guard let width else { return false }
    let word = (bytes[line.start..<line.end].firstIndex(of: 0x20) ?? line.end) - line.start
    return before.end - before.start + 1 + word > width
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
    guard let longest = lengths.last, lengths.count >= 3, (40...120).contains(longest) else {
      return nil
    }
    return lengths[lengths.count / 2] * 10 >= longest * 7 ? longest - longest / 8 : nil
  }
}
