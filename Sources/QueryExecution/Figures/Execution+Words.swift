internal import CorpusStore
internal import QuerySemantics

extension Execution {

  /// Counts the words of all texts.
  func allWords(of vocabulary: Vocabulary) throws(Interrupted) -> WordCounts {
    if let counts = vocabulary.countsByForm { return counts }
    var counts = WordCounts(vocabulary)
    try counts.add(0..<corpus.tokens.count, of: vocabulary, interruption)
    return counts
  }

  /// Counts the words of the texts of some rows: of the pieces, for quotes.
  ///
  /// A token that lies in two rows counts once.
  func words(of rows: Rows, _ vocabulary: Vocabulary) throws(Interrupted) -> WordCounts {
    var runs = TokenRuns()
    let reader = RegionReader(corpus, kind: rows.kind)
    for place in rows.ids.indices {
      if place % blockSize == 0 { try interruption.check() }
      reader.forEachPiece(of: rows.ids[place], end: rows.end(at: place)) { run in
        runs.append(from: Int(run.start), to: Int(run.end))
      }
    }
    var counts = WordCounts(vocabulary)
    try runs.forEach(interruption) { run throws(Interrupted) in
      try counts.add(run, of: vocabulary, interruption)
    }
    return counts
  }

  /// Counts the words near some rows: up to so many tokens before the first of each row and behind
  /// the last, in their paragraphs.
  ///
  /// Marks take up places but do not count. A row's own tokens, and those between its pieces, are
  /// not near it; they count where they are near another. A token near two rows counts once. Rows
  /// that are not in the text are not counted as nodes.
  func words(
    near rows: Rows, window: Int, _ vocabulary: Vocabulary
  ) throws(Interrupted) -> (counts: WordCounts, nodes: Int) {
    var nodes = 0
    var (before, behind) = (TokenRuns(), TokenRuns())
    let reader = RegionReader(corpus, kind: rows.kind)
    var paragraphs = ParagraphBounds(corpus)
    let window = max(0, min(window, corpus.tokens.count))
    for place in rows.ids.indices {
      if place & 0xFFF == 0 { try interruption.check() }
      let run = reader.envelope(of: rows.ids[place], end: rows.end(at: place))
      guard !run.isEmpty else { continue }
      nodes += 1
      let (start, end) = (Int(run.start), Int(run.end))
      let first = paragraphs.paragraph(of: start)
      before.append(from: max(first.lowerBound, start - window), to: start)
      let last = end <= first.upperBound ? first : paragraphs.paragraph(of: end - 1)
      behind.append(from: end, to: min(last.upperBound, end + window))
    }
    var counts = WordCounts(vocabulary)
    try before.forEach(with: behind, interruption) { run throws(Interrupted) in
      try counts.add(run, of: vocabulary, interruption)
    }
    return (counts, nodes)
  }
}

/// Tells which tokens stand in one paragraph; quickest for tokens in the order of the text.
private struct ParagraphBounds {

  private let starts: FrozenArray<UInt32>
  private let ends: FrozenArray<UInt32>
  /// The paragraph of the token before.
  private var place = 0

  init(_ corpus: Corpus) { (starts, ends) = (corpus.regions(of: .paragraphs) ?? .none).bounds }

  /// Returns the tokens of the paragraph of a token; the token alone where it is in none.
  mutating func paragraph(of token: Int) -> Range<Int> {
    if place >= starts.count || starts[place] > token { place = 0 }
    place = Gallop.lowerBound(from: place, to: ends.count) { ends[$0] <= token }
    guard place < starts.count, starts[place] <= token else { return token..<token + 1 }
    return Int(starts[place])..<Int(ends[place])
  }
}
