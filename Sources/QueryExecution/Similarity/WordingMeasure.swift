internal import CorpusStore
internal import QuerySemantics

/// Tells how much the wording of texts is like that of one text: from 0, no word in common, to 1,
/// the same words in the same order.
///
/// It is the cosine of two vectors of words and of pairs of neighbouring words, case, accents and
/// marks not counting. A word weighs (1 + ln f) · ln(1 + N / n), f being how often it stands in the
/// text and n in how many of the N documents; a pair weighs as much as its two words together, so
/// that rare words in the same order count most.
///
/// Source: G. Salton and M. J. McGill, "Introduction to Modern Information Retrieval", 1983.
struct WordingMeasure {

  /// The likeness from which a text is close: the same thing in other words.
  ///
  /// It is set by hand on the built-in corpus. Of the reports of one saying the farthest have about
  /// 0.25, and texts that share a word or two that are rare have up to 0.18.
  static let leastClose = 0.2

  private let weights: [Double]
  private let values: CodeSequence
  private var words: [UInt32: Double] = [:]
  private var pairs: [UInt64: Double] = [:]
  /// Whether each code is one of the text's words.
  private var wanted: Bitmap
  private var norm = 0.0
  /// How often each code stands in the row that is being read; all 0 between two rows.
  private var counts: [UInt32]
  private var codes: [UInt32] = []

  init(_ text: BoundSimilarity, _ index: WordingIndex, _ corpus: Corpus) {
    let folds = corpus.tokens.folds
    values = folds.values
    wanted = Bitmap(count: folds.dictionary.count)
    var weights = index.weights
    var strangers: [String: UInt32] = [:]
    for word in text.words where WordingIndex.isWord(word.utf8) {
      if let code = corpus.pool.symbol(of: word).flatMap({ folds.dictionary.code(of: $0.rawValue) })
      {
        wanted.insert(Int(code))
        codes.append(code)
        continue
      }
      // A word that the corpus does not have gets a code of its own, behind all others.
      let code = strangers[word] ?? UInt32(truncatingIfNeeded: weights.count)
      if strangers[word] == nil { weights.append(index.greatestWeight) }
      strangers[word] = code
      codes.append(code)
    }
    self.weights = weights
    counts = Array(repeating: 0, count: weights.count)
    var own: (words: [UInt32: Double], pairs: [UInt64: Double], norm: Double) = ([:], [:], 0)
    readTerms { term, isPair, weight in
      if isPair { own.pairs[term] = weight } else { own.words[UInt32(term)] = weight }
      own.norm += weight * weight
    }
    (words, pairs, norm) = own
  }

  /// Returns how like a row is, given by the runs of its content: from 0 to 1.
  mutating func likeness(of pieces: [TokenRun]) -> Double {
    codes.removeAll(keepingCapacity: true)
    var isWanted = false
    for piece in pieces {
      for token in Int(piece.start)..<Int(piece.end) {
        let code = values[token]
        guard code < weights.count, weights[Int(code)] > 0 else { continue }
        codes.append(code)
        if wanted.contains(Int(code)) { isWanted = true }
      }
    }
    guard isWanted, norm > 0 else { return 0 }
    var (product, square) = (0.0, 0.0)
    let (words, pairs) = (words, pairs)
    readTerms { term, isPair, weight in
      square += weight * weight
      if let own = isPair ? pairs[term] : words[UInt32(term)] { product += own * weight }
    }
    return min(1, product / (square * norm).squareRoot())
  }

  /// Calls `body` with each word and each pair of the latest codes, once, with its weight.
  private mutating func readTerms(_ body: (UInt64, Bool, Double) -> Void) {
    var hasRepeats = false
    for code in codes {
      counts[Int(code)] += 1
      if counts[Int(code)] > 1 { hasRepeats = true }
    }
    for code in codes where counts[Int(code)] > 0 {
      body(UInt64(code), false, Self.weight(counts[Int(code)]) * weights[Int(code)])
      counts[Int(code)] = 0
    }
    guard codes.count > 1 else { return }
    var pairs = codes.indices.dropLast().map { UInt64(codes[$0]) << 32 | UInt64(codes[$0 + 1]) }
    // Only where a word comes again can a pair.
    if hasRepeats { pairs.sort() }
    var first = 0
    while first < pairs.count {
      var end = first + 1
      while end < pairs.count, pairs[end] == pairs[first] { end += 1 }
      let (a, b) = (Int(pairs[first] >> 32), Int(pairs[first] & 0xFFFF_FFFF))
      body(
        pairs[first], true,
        Self.weight(UInt32(truncatingIfNeeded: end - first)) * (weights[a] + weights[b]))
      first = end
    }
  }

  private static func weight(_ count: UInt32) -> Double {
    count == 1 ? 1 : 1 + Logarithm.natural(Double(count))
  }
}
