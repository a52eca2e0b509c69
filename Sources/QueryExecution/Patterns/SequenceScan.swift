internal import CorpusStore

/// Finds where a sequence of frequent brackets begins, sixty-four tokens at a time.
///
/// Each bracket is a row of bits, one a token. From the last bracket to the first, those of the next
/// are moved back by every length of the gap, never over the end of a paragraph, and what the
/// bracket takes is kept (Baeza-Yates and Gonnet 1992, over tokens in place of characters). So much
/// of the text is worked on at a time as stays in the caches of a core.
struct SequenceScan: Sendable {

  /// The rows of bits of some words of sixty-four tokens.
  private struct Window {
    /// The first of the words.
    var first = 0
    /// For each bracket the bits of those words, of some behind them, and a zero.
    var bits: [[UInt64]]
    /// For each bracket the place in its list.
    var hints: [Int]
  }

  /// The number of tokens of a window; parts of the text that are searched begin at multiples of it.
  static let width = 1 << 14
  private static let words = width / 64

  private let tokens: [SetTokens]
  private let gaps: [ClosedRange<Int>]
  private let length: Int
  /// The tokens behind which no match goes on.
  private let ends: Bitmap

  init(
    _ sequence: TokenSequence, _ store: TokenStore, ends: Bitmap, _ interruption: Interruption
  ) throws(Interrupted) {
    var tokens: [SetTokens] = []
    for set in sequence.sets { tokens.append(try SetTokens(set, store, interruption)) }
    self.tokens = tokens
    gaps = sequence.gaps
    length = sequence.longest
    self.ends = ends
  }

  /// Whether `matches` finds the matches: all are of one length, or there are two brackets.
  var findsMatches: Bool { isFixed || gaps.count == 1 }

  private var isFixed: Bool { gaps.allSatisfy { $0.lowerBound == $0.upperBound } }

  /// Returns the number of tokens from which there is a match.
  func count(
    startingIn range: Range<Int>, _ interruption: Interruption
  ) throws(Interrupted) -> Int {
    var count = 0
    var window = emptyWindow()
    for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.width) {
      try interruption.check()
      read(from: start, into: &window)
      count += Self.population(window.bits[0])
    }
    return count
  }

  /// Returns the tokens from which there is a match, ascending.
  func starts(
    in range: Range<Int>, _ interruption: Interruption
  ) throws(Interrupted) -> [RowID] {
    var starts: [RowID] = []
    var window = emptyWindow()
    for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.width) {
      try interruption.check()
      read(from: start, into: &window)
      let bits = window.bits[0]
      for word in 0..<Self.words {
        var rest = bits[word]
        while rest != 0 {
          let token = start + word * 64 + rest.trailingZeroBitCount
          starts.append(RowID(UInt32(truncatingIfNeeded: token)))
          rest &= rest - 1
        }
      }
    }
    return starts
  }

  /// Returns the longest matches, but for those inside others.
  func matches(
    startingIn range: Range<Int>, _ interruption: Interruption
  ) throws(Interrupted) -> Rows {
    var rows = Rows(.matches, [])
    if isFixed {
      rows.ids = try starts(in: range, interruption)
      let (ids, length) = (rows.ids, UInt32(truncatingIfNeeded: length))
      rows.ends = try interruption.list(ids.count) { ids[$0].rawValue + length }
      return rows
    }
    var window = emptyWindow()
    var greatest: UInt32 = 0
    for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.width) {
      try interruption.check()
      read(from: start, into: &window)
      appendPairs(window.bits[0], window.bits[1], from: start, beyond: &greatest, to: &rows)
    }
    return rows
  }

  /// Appends the longest matches of two brackets and the gap between them that end behind all others.
  ///
  /// Each match is written down and the next overwrites it where it lies inside another: without a
  /// branch, since nothing tells beforehand which do.
  private func appendPairs(
    _ starts: [UInt64], _ seconds: [UInt64], from origin: Int, beyond greatest: inout UInt32,
    to rows: inout Rows
  ) {
    let gap = gaps[0]
    let lengths: UInt64 = gap.count < 64 ? 1 << UInt64(gap.count) - 1 : .max
    let population = Self.population(starts)
    var ids = [RowID](repeating: RowID(0), count: population + 1)
    var lasts = [UInt32](repeating: 0, count: population + 1)
    var count = 0
    for word in 0..<Self.words {
      var rest = starts[word]
      while rest != 0 {
        let place = word * 64 + rest.trailingZeroBitCount
        rest &= rest - 1
        let first = place + 1 + gap.lowerBound
        // The rest of the paragraph, counted from the first token that may be the second bracket.
        let open = ends.bits(from: origin + place).trailingZeroBitCount - gap.lowerBound
        let found =
          Self.bits(of: seconds, from: first) & lengths
          & (open < 64 ? 1 << UInt64(max(0, open)) - 1 : .max)
        let end = UInt32(truncatingIfNeeded: origin + first + 64 - found.leadingZeroBitCount)
        ids[count] = RowID(UInt32(truncatingIfNeeded: origin + place))
        lasts[count] = end
        count += end > greatest ? 1 : 0
        greatest = max(greatest, end)
      }
    }
    rows.ids += ids[..<count]
    rows.ends += lasts[..<count]
  }

  @inline(__always)
  private static func bits(of words: [UInt64], from first: Int) -> UInt64 {
    let (index, shift) = (first >> 6, UInt64(first & 63))
    return words[index] >> shift | words[index + 1] << (64 - shift)
  }

  /// Returns how many bits of a window are set, apart from those behind it.
  private static func population(_ bits: [UInt64]) -> Int {
    var count = 0
    for word in 0..<words { count += bits[word].nonzeroBitCount }
    return count
  }

  /// The number of words of which bits are read: one more for each gap, and two for a look at what may
  /// stand behind a start.
  private var wordCount: Int { Self.words + gaps.count + 2 }

  private func emptyWindow() -> Window {
    Window(
      bits: tokens.map { _ in [UInt64](repeating: 0, count: wordCount + 1) },
      hints: tokens.map { _ in 0 })
  }

  /// Reads the brackets from a token on, and leaves in the first row of bits the starts of matches.
  private func read(from start: Int, into window: inout Window) {
    precondition(start % Self.width == 0, "windows begin at multiples of their width")
    window.first = start / 64
    for bracket in tokens.indices {
      tokens[bracket].read(
        window.first..<window.first + wordCount, into: &window.bits[bracket],
        near: &window.hints[bracket])
    }
    for bracket in gaps.indices.reversed() {
      follow(bracket, &window, wordCount: wordCount - (gaps.count - bracket))
    }
  }

  /// Leaves of the bits of one bracket those from which the bits of the next are reached.
  private func follow(_ bracket: Int, _ window: inout Window, wordCount: Int) {
    let gap = gaps[bracket]
    var own: [UInt64] = []
    swap(&own, &window.bits[bracket])
    let bits = window.bits[bracket + 1]
    let next = bits.span
    for word in 0..<wordCount where own[word] != 0 {
      var (low, high) = (next[word], next[word + 1])
      let (open, openHigh) = (~ends.word(window.first + word), ~ends.word(window.first + word + 1))
      var found: UInt64 = 0
      for step in 1...gap.upperBound + 1 {
        // From each token to the one behind it, unless it is the last of its paragraph.
        low = (low >> 1 | high << 63) & open
        high = high >> 1 & openHigh
        if step > gap.lowerBound { found |= low }
      }
      own[word] &= found
    }
    swap(&own, &window.bits[bracket])
  }
}
