internal import CorpusStore

/// How telling each word of a corpus is: the fewer documents it stands in, the more.
///
/// Source: K. Spärck Jones, "A statistical interpretation of term specificity and its application in
/// retrieval", 1972.
struct WordingIndex: Sendable {

  /// The inverse document frequency of each folded word, ln(1 + N / n); 0 for marks.
  let weights: [Double]

  /// The weight of a word that the corpus does not have.
  let greatestWeight: Double

  init(_ corpus: Corpus, _ interruption: Interruption) throws(Interrupted) {
    let folds = corpus.tokens.folds
    let documents = corpus.regions(of: .documents) ?? .none
    let counts = try Self.documentCounts(folds, documents, interruption)
    var weights: [Double] = []
    weights.reserveCapacity(counts.count)
    for code in counts.indices {
      if code % defaultBlockSize == 0 { try interruption.check() }
      let word = corpus.pool.bytes(of: folds.dictionary.symbol(of: UInt32(code)))
      weights.append(
        Self.isWord(word) ? Self.weight(documents: documents.count, having: counts[code]) : 0)
    }
    self.weights = weights
    greatestWeight = Self.weight(documents: documents.count, having: 1)
  }

  /// Whether a token is a word and not a mark: it has a letter or a digit.
  static func isWord(_ bytes: some Collection<UInt8>) -> Bool {
    if bytes.contains(where: isPlainLetter) { return true }
    guard bytes.contains(where: { $0 >= 0x80 }) else { return false }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }

  private static func isPlainLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }

  private static func documentCounts(
    _ folds: CodeColumn, _ documents: Regions, _ interruption: Interruption
  ) throws(Interrupted) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: folds.dictionary.count)
    var latest = [Int32](repeating: -1, count: counts.count)
    for document in 0..<documents.count {
      try interruption.check()
      for token in documents.tokens(of: RowID(UInt32(document))) {
        let code = Int(folds.values[token])
        guard code < counts.count, latest[code] != document else { continue }
        latest[code] = Int32(truncatingIfNeeded: document)
        counts[code] += 1
      }
    }
    return counts
  }

  private static func weight(documents: Int, having count: UInt32) -> Double {
    Logarithm.natural(1 + Double(documents) / Double(max(1, count)))
  }
}
