internal import CorpusStore
internal import QuerySemantics

/// A condition on folded text.
protocol TextMatcher {

  /// Whether the text, given as folded UTF-8, satisfies the condition.
  func isTrue(of text: Span<UInt8>) throws(Interrupted) -> Bool

  /// Returns which of some strings satisfy the condition.
  func codes(
    of strings: PooledStrings, _ interruption: Interruption
  ) throws(Interrupted) -> Bitmap
}

extension TextMatcher {
  /// Whether the text, given as folded UTF-8, satisfies the condition.
  func isTrue(of text: [UInt8]) throws(Interrupted) -> Bool { try isTrue(of: text.span) }

  /// Returns which of some strings satisfy the condition.
  func codes(
    of strings: PooledStrings, _ interruption: Interruption
  ) throws(Interrupted) -> Bitmap {
    var codes = Bitmap(count: strings.count)
    try interruption.forEachStretch(of: 0..<strings.count) { (stretch) throws(Interrupted) in
      for code in stretch where try isTrue(of: strings.span(of: code)) { codes.insert(code) }
    }
    return codes
  }

  /// Returns the codes of the values of a dictionary that satisfy the condition, as `regard` has
  /// them read.
  func codes(
    in names: CodeNames, _ regard: TextRegard, _ interruption: Interruption
  ) throws(Interrupted) -> Bitmap {
    if regard.letterCase == regard.accents,
      let strings = names.corpus.pool.strings(of: names.dictionary, areFolded: !regard.letterCase)
    {
      return try codes(of: strings, interruption)
    }
    var codes = Bitmap(count: names.dictionary.count)
    try interruption.forEachStretch(of: 0..<names.dictionary.count) {
      (stretch) throws(Interrupted) in
      for code in stretch
      where try isTrue(of: RegardedText.bytes(of: UInt32(code), names, regard)) {
        codes.insert(code)
      }
    }
    return codes
  }
}

/// True of text that contains a string.
struct SubstringMatcher: TextMatcher {

  private let needle: [UInt8]

  /// Creates a matcher of a folded string; the empty one is part of every text.
  init(_ needle: [UInt8]) { self.needle = needle }

  func isTrue(of text: Span<UInt8>) -> Bool {
    guard let first = needle.first else { return true }
    guard text.count >= needle.count else { return false }
    let needle = needle.span
    for start in 0...(text.count - needle.count) where text[start] == first {
      var length = 1
      while length < needle.count, text[start + length] == needle[length] { length += 1 }
      if length == needle.count { return true }
    }
    return false
  }
}
