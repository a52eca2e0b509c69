/// A stretch of a paragraph between quotation marks.
struct QuotedRun {

  /// The bytes between the marks, without blanks at the ends.
  var content: Range<Int>
  /// The bytes with the marks.
  var outer: Range<Int>
  /// Whether the opening mark is there.
  var hasOpening: Bool
  /// Whether the closing mark is there.
  var hasClosing: Bool
  /// Whether a lost closing mark has been found again: before the cue clause that must follow it.
  var endsBeforeCue = false
  /// The family of its marks.
  var family: QuoteMark.Family
  /// The run that it stands in, as an index into the runs of the document.
  var parent: Int?
  /// The block that it stands in.
  var block: Int
  /// The run of the paragraph before that it carries on, likewise.
  var continued: Int?
}

extension QuotedRun {

  /// Whether words may follow it that tell who speaks.
  var mayBeFollowed: Bool { hasClosing || endsBeforeCue }

  /// Returns the runs of all paragraphs in the order of their first byte.
  ///
  /// A closing mark without an opening one reaches back to the start of its sentence sequence: to
  /// the start of the paragraph, or to the first sentence behind the run before it. An opening mark
  /// without a closing one reaches to the next opening mark, or to the end of the paragraph.
  static func all(in bytes: [UInt8], blocks: [Block], sentenceStarts: [Int]) -> [QuotedRun] {
    var runs: [QuotedRun] = []
    var unclosed: Int?
    for (index, block) in blocks.enumerated() where block.kind.holdsSentences {
      let bounds = Int(block.range.start)..<min(Int(block.range.end), bytes.count)
      guard !bounds.isEmpty else { continue }
      let first = runs.count
      var matcher = MarkMatcher(
        bytes: bytes, bounds: bounds, block: index, sentenceStarts: sentenceStarts,
        firstIndex: first)
      runs += matcher.match()
      if let previous = unclosed, first < runs.count,
        runs[first].outer.lowerBound == bounds.lowerBound, runs[first].hasOpening,
        runs[first].family == runs[previous].family
      {
        runs[first].continued = previous
      }
      unclosed = runs.indices[first...].last { runs[$0].parent == nil && !runs[$0].hasClosing }
      if let last = unclosed, runs[last].outer.upperBound < bounds.upperBound { unclosed = nil }
    }
    return runs
  }
}

/// The matching of the marks of one paragraph.
private struct MarkMatcher {
  let bytes: [UInt8]
  let bounds: Range<Int>
  let block: Int
  let sentenceStarts: [Int]
  let firstIndex: Int
  private var marks: [QuoteMark] = []
  private var open: [QuoteMark] = []
  private var found: [QuotedRun] = []
  /// The last mark that closes a single quotation, as an index into the marks.
  private var lastClosingSingle = -1

  init(
    bytes: [UInt8], bounds: Range<Int>, block: Int, sentenceStarts: [Int], firstIndex: Int
  ) {
    self.bytes = bytes
    self.bounds = bounds
    self.block = block
    self.sentenceStarts = sentenceStarts
    self.firstIndex = firstIndex
  }

  mutating func match() -> [QuotedRun] {
    collectMarks()
    for index in marks.indices {
      if marks[index].family.isSingle { takeSingle(index) } else { takeDouble(marks[index]) }
    }
    for mark in open.reversed() where !mark.family.isSingle {
      add(opening: mark, closing: nil, end: bounds.upperBound)
    }
    return nested()
  }

  private mutating func collectMarks() {
    var offset = bounds.lowerBound
    while offset < bounds.upperBound {
      let byte = bytes[offset]
      let mayBeMark =
        byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0xC2 || byte == 0xE2
      guard mayBeMark, let mark = QuoteMark.at(offset, in: bytes, bounds: bounds) else {
        offset += 1
        continue
      }
      if mark.role != .apostrophe {
        if mark.family.isSingle, mark.role == .close { lastClosingSingle = marks.count }
        marks.append(mark)
      }
      offset = mark.end
    }
  }

  private mutating func takeDouble(_ mark: QuoteMark) {
    let partner =
      open.lastIndex { $0.family == mark.family } ?? open.lastIndex { !$0.family.isSingle }
    switch mark.role {
    case .open, .apostrophe:
      if let former = open.lastIndex(where: { $0.family == mark.family }) {
        let lost = open[former]
        open.removeSubrange(former...)
        add(opening: lost, closing: nil, end: mark.offset)
      }
      open.append(mark)
    case .either where partner == nil:
      open.append(mark)
    case .close, .either:
      if let partner {
        let opening = open[partner]
        open.removeSubrange(partner...)
        add(opening: opening, closing: mark, end: mark.offset)
      } else {
        addRunThatLostItsOpening(closing: mark)
      }
    }
  }

  private mutating func takeSingle(_ index: Int) {
    let mark = marks[index]
    if mark.role == .open {
      if !open.contains(where: \.family.isSingle), hasClosingSingle(behind: index) {
        open.append(mark)
      }
      return
    }
    guard let partner = open.lastIndex(where: \.family.isSingle), isClosing(index) else { return }
    let opening = open[partner]
    open.removeSubrange(partner...)
    add(opening: opening, closing: mark, end: mark.offset)
  }

  private func hasClosingSingle(behind index: Int) -> Bool { lastClosingSingle > index }

  /// Whether a single mark closes rather than stands for the genitive of a plural, as in "voters’".
  private func isClosing(_ index: Int) -> Bool {
    let mark = marks[index]
    guard mark.offset > bounds.lowerBound, bytes[mark.offset - 1] | 0x20 == UInt8(ascii: "s"),
      mark.end + 1 < bounds.upperBound, bytes[mark.end] == 0x20,
      bytes[mark.end + 1] >= 0x61
    else { return true }
    return !hasClosingSingle(behind: index)
  }

  private mutating func addRunThatLostItsOpening(closing mark: QuoteMark) {
    let former = found.last { $0.outer.upperBound <= mark.offset }?.outer.upperBound
    var start = bounds.lowerBound
    if let former {
      start = firstSentenceStart(from: former) ?? former
      if start >= mark.offset { start = former }
    }
    add(opening: nil, closing: mark, start: start, end: mark.offset)
  }

  private func firstSentenceStart(from offset: Int) -> Int? {
    var low = 0
    var high = sentenceStarts.count
    while low < high {
      let middle = (low + high) / 2
      if sentenceStarts[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low < sentenceStarts.count ? sentenceStarts[low] : nil
  }

  private mutating func add(
    opening: QuoteMark?, closing: QuoteMark?, start: Int? = nil, end: Int
  ) {
    var low = opening?.end ?? start ?? bounds.lowerBound
    var high = end
    while low < high, isBlank(low) { low += 1 }
    while high > low, isBlank(high - 1) { high -= 1 }
    guard low < high, let family = (opening ?? closing)?.family else { return }
    found.append(
      QuotedRun(
        content: low..<high, outer: (opening?.offset ?? low)..<(closing?.end ?? high),
        hasOpening: opening != nil, hasClosing: closing != nil, family: family, parent: nil,
        block: block, continued: nil))
  }

  private func isBlank(_ offset: Int) -> Bool { bytes[offset] <= 0x20 }

  /// Sorts the runs and notes which stands in which: in the last before it that ends no earlier.
  ///
  /// A run that ends before a later one does is never the last of those that hold another.
  private func nested() -> [QuotedRun] {
    var runs = found.sorted {
      ($0.outer.lowerBound, $1.outer.upperBound) < ($1.outer.lowerBound, $0.outer.upperBound)
    }
    var around: [Int] = []
    for index in runs.indices {
      while let last = around.last, runs[last].outer.upperBound < runs[index].outer.upperBound {
        around.removeLast()
      }
      runs[index].parent = around.last.map { $0 + firstIndex }
      around.append(index)
    }
    return runs
  }
}
