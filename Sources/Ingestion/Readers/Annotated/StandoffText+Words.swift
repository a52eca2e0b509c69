internal import Annotation

extension StandoffText {

  /// Whether words are those of the text at some places, as it came or as it was repaired, whatever
  /// blanks and line ends stand among them.
  ///
  /// - Parameters:
  ///   - words: The words.
  ///   - original: What stands at the places in the text as it came.
  ///   - ranges: The places in the text as it was repaired.
  /// - Returns: Whether they agree.
  func agree(
    _ words: some StringProtocol, with original: [UInt8], at ranges: [ByteRange]
  ) -> Bool {
    func marks(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { $0 > 0x20 } }
    let told = Array(words.utf8)
    return marks(told) == marks(original)
      || marks(TextNormalizer.normalize(told).bytes)
        == marks(ranges.flatMap { Array(text.string($0).utf8) })
  }

  /// Returns where words stand between others, or first, where they do not stand there.
  func place(of words: String, behind prefix: String, before suffix: String) -> ByteRange? {
    guard !(prefix.isEmpty && suffix.isEmpty), let all = place(of: prefix + words + suffix) else {
      return place(of: words)
    }
    let before = TextNormalizer.normalize(Array(prefix.utf8)).bytes.count
    let own = TextNormalizer.normalize(Array(words.utf8)).bytes.count
    let start = all.start + UInt32(before)
    return own > 0 && Int(start) + own <= Int(all.end)
      ? ByteRange(start, start + UInt32(own)) : place(of: words)
  }

  /// Returns where words stand first, as they are written; nil where they do not.
  func place(of words: String) -> ByteRange? {
    var found: ByteRange?
    let words = TextNormalizer.normalize(Array(words.utf8)).bytes
    Self.visit(words, in: text.bytes) { start in
      found = ByteRange(UInt32(start), UInt32(start + words.count))
      return false
    }
    return found
  }

  /// Finds the places at which bytes stand in others, in their order.
  ///
  /// - Parameters:
  ///   - words: What is looked for.
  ///   - bytes: In what.
  ///   - visit: Takes where it begins, and returns whether to go on.
  /// - Complexity: O(*n* + *m*) for *n* bytes and *m* that are looked for (Knuth, Morris and Pratt 1977).
  static func visit(_ words: [UInt8], in bytes: [UInt8], _ visit: (Int) -> Bool) {
    guard !words.isEmpty, words.count <= bytes.count else { return }
    // For each length of a beginning of the words, how much of it stands at its end again.
    var borders = [0]
    borders.reserveCapacity(words.count)
    var matched = 0
    for index in words.indices.dropFirst() {
      while matched > 0, words[index] != words[matched] { matched = borders[matched - 1] }
      if words[index] == words[matched] { matched += 1 }
      borders.append(matched)
    }
    matched = 0
    for (index, byte) in bytes.enumerated() {
      while matched > 0, byte != words[matched] { matched = borders[matched - 1] }
      if byte == words[matched] { matched += 1 }
      if matched == words.count {
        guard visit(index + 1 - words.count) else { return }
        matched = borders[matched - 1]
      }
    }
  }
}
