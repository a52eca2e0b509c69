/// How many times as frequent a word is in one set of texts as in another, in doublings: an effect
/// size.
///
/// log ratio = log₂ ((f₁ / n₁) / (f₂ / n₂)), where a count of zero is taken as one half. Zero is the
/// same frequency, 1 is twice as frequent in the first set, -1 twice as frequent in the second.
///
/// Source: A. Hardie, "Log Ratio - an informal introduction", ESRC Centre for Corpus Approaches to
/// Social Science, Lancaster 2014.
enum LogRatio {

  /// Returns the score; nil where one of the sets has no words.
  static func score(_ count: Int, of words: Int, _ other: Int, of otherWords: Int) -> Double? {
    guard words > 0, otherWords > 0 else { return nil }
    let first = (count > 0 ? Double(count) : 0.5) / Double(words)
    let second = (other > 0 ? Double(other) : 0.5) / Double(otherWords)
    return Logarithm.binary(first / second)
  }
}
