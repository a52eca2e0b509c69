internal import Annotation

/// The parts of an article around its quotations, put together: where the end of one is the beginning of the
/// next, they are one part, in which nothing stands twice.
///
/// Blanks are not compared, for a quotation may be written with others than its surroundings are. The longest
/// overlap is found by the failure function of Knuth, Morris and Pratt (1977), in time that grows with the
/// length of the parts.
struct JoinedWindows {

  /// A part of the article, with its quotations.
  private struct Part {
    var bytes: [UInt8]
    /// The places of the bytes that are no blanks.
    var solid: [Int] = []
    /// The quotations as ranges of those.
    var quotes: [Range<Int>] = []

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      solid = bytes.indices.filter { bytes[$0] > 0x20 }
    }
  }

  /// How many words two parts have to share at least; fewer may be chance.
  private static let leastWords = 2

  private var parts: [Part] = []

  /// Adds a quotation with what stands before and behind it.
  mutating func add(_ left: [UInt8], _ quotation: [UInt8], _ right: [UInt8]) {
    let start = left.isEmpty ? [] : left + [0x20]
    var part = Part(start + quotation + (right.isEmpty ? [] : [0x20]) + right)
    let first = start.count { $0 > 0x20 }
    part.quotes = [first..<first + quotation.count { $0 > 0x20 }]
    guard let last = parts.indices.last, let shared = Self.overlap(parts[last], part) else {
      return parts.append(part)
    }
    let base = parts[last].solid.count - shared
    let end = (parts[last].solid.last ?? -1) + 1
    let rest = (part.solid[shared - 1] + 1)...
    parts[last].bytes.removeSubrange(end...)
    parts[last].bytes += part.bytes[rest]
    parts[last].solid += part.solid[shared...].map { $0 - rest.lowerBound + end }
    parts[last].quotes.append(
      base + part.quotes[0].lowerBound..<base + part.quotes[0].upperBound)
  }

  /// Returns the parts, with a blank line between them, and where the quotations stand in it, in the order in
  /// which they were added.
  ///
  /// - Parameter marks: What is put before and behind each of them.
  /// - Returns: The text, and the places.
  func text(marks: (open: String, close: String)) -> (bytes: [UInt8], quotes: [ByteRange]) {
    var text: [UInt8] = []
    var ranges: [ByteRange] = []
    for part in parts {
      if !text.isEmpty { text += [0x0A, 0x0A] }
      let places = part.quotes.map {
        (start: part.solid[$0.lowerBound], end: part.solid[$0.upperBound - 1] + 1)
      }
      /// Where in the text the bytes stand with which quotations begin, and those behind them.
      var (starts, ends): ([Int: Int], [Int: Int]) = ([:], [:])
      var copied = 0
      let (opening, closing) = (Set(places.map(\.start)), Set(places.map(\.end)))
      for place in opening.union(closing).sorted() {
        text += part.bytes[copied..<place]
        copied = place
        if closing.contains(place) {
          ends[place] = text.count
          text += marks.close.utf8
        }
        if opening.contains(place) {
          text += marks.open.utf8
          starts[place] = text.count
        }
      }
      text += part.bytes[copied...]
      ranges += places.map {
        ByteRange(UInt32(starts[$0.start] ?? 0), UInt32(ends[$0.end] ?? 0))
      }
    }
    return (text, ranges)
  }

  // MARK: Overlaps

  /// How many bytes that are no blanks the end of a part and the beginning of the next have in common; nil
  /// where these are no whole words, or too few.
  private static func overlap(_ part: Part, _ next: Part) -> Int? {
    let pattern = next.solid.map { next.bytes[$0] }
    let text = part.solid.suffix(pattern.count).map { part.bytes[$0] }
    let failures = failures(of: pattern)
    var length = 0
    for byte in text {
      if length == pattern.count { length = failures[length - 1] }
      while length > 0, pattern[length] != byte { length = failures[length - 1] }
      if pattern[length] == byte { length += 1 }
    }
    let words = wordCounts(of: next)
    while length > 0 {
      let start = part.solid[part.solid.count - length]
      let end = next.solid[length - 1] + 1
      let isWhole =
        (start == 0 || !(isLetter(part.bytes[start - 1]) && isLetter(part.bytes[start])))
        && (end == next.bytes.count
          || !(isLetter(next.bytes[end - 1]) && isLetter(next.bytes[end])))
      if isWhole, words[length - 1] >= leastWords { return length }
      length = failures[length - 1]
    }
    return nil
  }

  /// Of each beginning of a pattern, how long the longest shorter one is that ends it.
  private static func failures(of pattern: [UInt8]) -> [Int] {
    var failures = [Int](repeating: 0, count: pattern.count)
    var length = 0
    for index in pattern.indices.dropFirst() {
      while length > 0, pattern[length] != pattern[index] { length = failures[length - 1] }
      if pattern[length] == pattern[index] { length += 1 }
      failures[index] = length
    }
    return failures
  }

  /// How many words with letters begin in each beginning of a part.
  private static func wordCounts(of part: Part) -> [Int] {
    var count = 0
    return part.solid.map { place in
      let isStart = place == 0 || !isLetter(part.bytes[place - 1])
      if isStart, isLetter(part.bytes[place]) { count += 1 }
      return count
    }
  }

  /// Whether a byte is one of a letter or a figure.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
  }
}
