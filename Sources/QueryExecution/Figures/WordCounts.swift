internal import CorpusStore

/// How often each word of a vocabulary occurs in some part of a corpus.
struct WordCounts {

  /// The count of each word.
  let counts: [Int]

  /// The sum of the counts.
  let total: Int

  /// Creates counts that are known.
  init(_ counts: [Int]) {
    self.counts = counts
    total = counts.reduce(0, +)
  }

  /// Returns the share of a word; zero where there are no words.
  func frequency(of word: Int) -> Double {
    total > 0 ? Double(counts[word]) / Double(total) : 0
  }
}

/// Counts the words of runs of tokens.
///
/// Where forms tell the words, it is forms that are counted: what a form is is looked up once at the
/// end. The tokens of short runs are gathered first, so that the loads of many go on at a time.
struct WordTally {

  private let vocabulary: Vocabulary
  private let forms: FrozenArray<UInt32>
  private let isByForm: Bool
  /// The count of each form, or of each word.
  private var tally: [UInt32]
  /// Tokens that are not yet counted.
  private var gathered: [UInt32] = []

  /// The number of tokens that are gathered; a run that is as long is counted by itself.
  private static let blockSize = 1 << 10

  /// Starts with no words.
  init(_ vocabulary: Vocabulary, _ store: TokenStore) {
    self.vocabulary = vocabulary
    forms = store.forms
    isByForm = vocabulary.countsByForm != nil
    tally = Array(repeating: 0, count: isByForm ? store.formTable.count : vocabulary.count)
    gathered.reserveCapacity(2 * Self.blockSize)
  }

  /// Returns the words counted so far.
  mutating func counts() -> WordCounts {
    countGathered()
    return vocabulary.counts(ofForms: tally.span) ?? WordCounts(tally.map { Int($0) })
  }

  /// Counts the words of a run.
  @inline(__always)
  mutating func add(_ run: Range<Int>, _ interruption: Interruption) throws(Interrupted) {
    guard isByForm, run.count < Self.blockSize else { return try addLong(run, interruption) }
    for token in run { gathered.append(UInt32(truncatingIfNeeded: token)) }
    if gathered.count >= Self.blockSize {
      try interruption.check()
      countGathered()
    }
  }

  private mutating func addLong(
    _ run: Range<Int>, _ interruption: Interruption
  ) throws(Interrupted) {
    let (vocabulary, forms, isByForm) = (vocabulary, forms, isByForm)
    try interruption.forEachStretch(of: run) { stretch in
      if isByForm {
        let forms = forms.span
        for token in stretch { tally[Int(forms[token])] += 1 }
      } else {
        vocabulary.forEachWord(in: stretch) { tally[$0] += 1 }
      }
    }
  }

  private mutating func countGathered() {
    let (tokens, all) = (gathered, forms)
    let forms = all.span
    for token in tokens { tally[Int(forms[Int(token)])] += 1 }
    gathered.removeAll(keepingCapacity: true)
  }
}
