/// A condition on folded text.
protocol TextMatcher {
  /// Whether the text, given as folded UTF-8, satisfies the condition.
  func isTrue(of text: [UInt8]) throws(Interrupted) -> Bool
}

/// True of text that contains a string.
struct SubstringMatcher: TextMatcher {

  private let needle: [UInt8]

  /// Creates a matcher of a folded string; the empty one is part of every text.
  init(_ needle: [UInt8]) { self.needle = needle }

  func isTrue(of text: [UInt8]) -> Bool {
    guard let first = needle.first else { return true }
    guard text.count >= needle.count else { return false }
    let (text, needle) = (text.span, needle.span)
    for start in 0...(text.count - needle.count) where text[start] == first {
      var length = 1
      while length < needle.count, text[start + length] == needle[length] { length += 1 }
      if length == needle.count { return true }
    }
    return false
  }
}
