internal import Annotation

/// How often words stand with a capital and without, where no sentence starts.
struct LetterCases {

  private var counts: [UInt32: (lower: Int32, upper: Int32)] = [:]

  /// Counts a word.
  mutating func add(_ word: WordAttributes) {
    guard word.shape & 7 != 0 else { return }
    if word.shape & 6 == 0 {
      counts[word.lower, default: (0, 0)].lower += 1
    } else {
      counts[word.lower, default: (0, 0)].upper += 1
    }
  }

  /// The casing of a word, as `WordAttributes` has it.
  func casing(of word: UInt32) -> UInt8 {
    guard let (lower, upper) = counts[word], lower + upper > 1 else { return 0 }
    if upper * 20 < lower { return 1 }
    if upper < lower { return 2 }
    return upper < lower * 20 ? 3 : 4
  }

  /// The words that mostly have a capital, the most frequent first.
  var names: [UInt32] {
    counts.filter { $0.value.upper > 1 && $0.value.upper > $0.value.lower }
      .sorted { ($0.value.upper, $1.key) > ($1.value.upper, $0.key) }.map(\.key)
  }
}
