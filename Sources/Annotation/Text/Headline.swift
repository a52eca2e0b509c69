/// Tells by their words the titles and headings that may say what someone says.
///
/// “Macron: weakness is no option”, “We are ready – Zelensky”, “Talks may fail, mayor warns”, and
/// whatever holds quotation marks. What is found there is up to those who read it.
enum Headline {

  /// Whether a title or heading may report what someone says.
  static func reports(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    let bounds = Int(range.start)..<min(Int(range.end), bytes.count)
    let words = words(bytes, bounds)
    guard words.count > 2 else { return false }
    return hasMarks(bytes, bounds) || hasLabel(bytes, words) || hasCue(bytes, words)
  }

  private static func words(_ bytes: [UInt8], _ bounds: Range<Int>) -> [Range<Int>] {
    bytes[bounds].split { $0 <= 0x20 }.map { $0.startIndex..<$0.endIndex }
  }

  private static func hasMarks(_ bytes: [UInt8], _ bounds: Range<Int>) -> Bool {
    bounds.contains { offset in
      guard let mark = QuoteMark.at(offset, in: bytes, bounds: bounds) else { return false }
      return mark.role == .open || mark.role == .either && !mark.family.isSingle
    }
  }

  /// Whether a few words that begin with capitals stand before a colon, or behind a colon or a dash.
  private static func hasLabel(_ bytes: [UInt8], _ words: [Range<Int>]) -> Bool {
    for index in words.indices.dropLast() {
      let last = bytes[words[index].upperBound - 1]
      let isDash = words[index].count <= 3 && [0x2D, 0x93, 0x94].contains(last)
      guard last == 0x3A || isDash else { continue }
      let before = words[...index].dropLast(isDash ? 1 : 0)
      let behind = words[(index + 1)...]
      if !isDash, isLabel(before, bytes), behind.count > 1 { return true }
      if isLabel(behind, bytes), before.count > 1 { return true }
    }
    return false
  }

  /// Whether words can name who speaks; words in capitals are a rubric, but for one like “UN”.
  private static func isLabel(_ words: ArraySlice<Range<Int>>, _ bytes: [UInt8]) -> Bool {
    guard (1...5).contains(words.count) else { return false }
    let begin = words.allSatisfy {
      bytes[$0.lowerBound] &- 0x41 < 26 || bytes[$0.lowerBound] >= 0x80
    }
    let areSmall = words.contains { word in bytes[word].contains { $0 &- 0x61 < 26 } }
    return begin && (areSmall || words.count == 1 && (words.first?.count ?? 0) <= 6)
  }

  /// Whether a verb of speech stands there as of someone who spoke: “says”, “warned”.
  private static func hasCue(_ bytes: [UInt8], _ words: [Range<Int>]) -> Bool {
    words.dropFirst().contains { word in
      var word = word
      while !word.isEmpty, [0x2C, 0x3A, 0x2E].contains(bytes[word.upperBound - 1]) {
        word = word.lowerBound..<word.upperBound - 1
      }
      let entry = CueLexicon.words.entry(of: word, in: bytes)
      guard entry.form == .third || entry.form == .past else { return false }
      let cue = CueLexicon.cues[Int(entry.cue)]
      return cue.kind == .speech && !cue.frames.isDisjoint(with: [.that, .direct, .bare])
    }
  }
}
