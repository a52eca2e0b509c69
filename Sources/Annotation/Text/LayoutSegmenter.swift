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
    width = Self.wrapWidth(singles)
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

  private static let by = Array("by ".utf8)

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
    // Bars part the names of a byline like the cells of a table, and a day may be figures alone.
    if segment.furniture == .line,
      folded.hasPrefix(Self.by) && folded.bytes.contains(0x7C)
        || segment.shape.words == 1
          && folded.bytes.first.map({ (0x30...0x39).contains($0) }) == true,
      Byline(folded, bytes, segment) != nil
    {
      segment.furniture = nil
      segment.kind = .byline
    } else if segment.furniture != nil {
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
    guard line.start < line.end, line.mark == .none else { return false }
    if lines[index].goesOn, line.kind == nil { return true }
    let isFull = fills(before, line)
    let isMiddle = line.shape.startsLow && !before.shape.endsSentence
    if line.kind != nil {
      let isEnd = isFull && line.shape.capitals == 0 && line.shape.endsSentence
      return isEnd || isMiddle && width != nil
    }
    if isFull { return true }
    if before.shape.endsSentence { return false }
    return isMiddle || before.shape.last == 0x2C || endsWithParticle(before)
  }

  /// Whether a line is so long that the first word of the next had no room behind it.
  private func fills(_ line: LayoutSegment, _ next: LayoutSegment) -> Bool {
    guard let width else { return false }
    let word = (bytes[next.start..<next.end].firstIndex(of: 0x20) ?? next.end) - next.start
    return line.shape.length + 1 + word > width
  }

  /// Whether a line ends with a word that no title or paragraph ends with, like "of".
  private func endsWithParticle(_ line: LayoutSegment) -> Bool {
    guard !line.shape.isUpper, line.shape.words > 5 else { return false }
    let word = bytes[line.start..<line.end].reversed().prefix { $0 != 0x20 }
    return Self.particles.contains(Array(word.reversed()))
  }

  private static let particles = Set(
    [
      "a", "an", "the", "of", "to", "in", "and", "or", "for", "with", "at", "from", "as", "that",
      "than", "by", "his", "her", "their", "its", "our", "was", "were", "is", "are", "has", "had",
    ].map { Array($0.utf8) })

  /// Returns the width at which a text is wrapped, or nil where it is not.
  ///
  /// Of the lines with another behind them many are then of nearly one length, too short for
  /// paragraphs, and most of these end within a sentence.
  private static func wrapWidth(_ singles: [LayoutSegment]) -> Int? {
    let inner = zip(singles, singles.dropFirst()).filter { !$0.shape.isEmpty && !$1.shape.isEmpty }
    let lengths = inner.map(\.0.shape.length).sorted()
    guard lengths.count >= 3 else { return nil }
    let longest = lengths[(lengths.count - 1) * 19 / 20]
    let full = inner.map(\.0.shape).filter { $0.length * 5 >= longest * 4 }
    let stopped = full.count { $0.endsSentence }
    guard (40...120).contains(longest), full.count * 5 >= lengths.count * 2,
      stopped * 5 <= full.count * 2
    else { return nil }
    return longest - longest / 8
  }
}
