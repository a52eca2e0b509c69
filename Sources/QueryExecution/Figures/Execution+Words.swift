internal import CorpusStore
internal import QuerySemantics

extension Execution {

  /// Counts the words of all texts.
  func allWords(of vocabulary: Vocabulary) throws(Interrupted) -> WordCounts {
    if let counts = vocabulary.countsByForm { return counts }
    var counts = WordCounts(vocabulary, corpus)
    try counts.add(0..<corpus.tokens.count, of: vocabulary, interruption)
    return counts
  }

  /// Counts the words of the texts of some rows: of the pieces, for quotes.
  ///
  /// A token that lies in two rows counts once.
  func words(of rows: Rows, _ vocabulary: Vocabulary) throws(Interrupted) -> WordCounts {
    var counts = WordCounts(vocabulary, corpus)
    let reader = RegionReader(corpus, kind: rows.kind)
    var long: [Range<Int>] = []
    var unchecked = 0
    for place in rows.ids.indices {
      if place % blockSize == 0 || unchecked > 1 << 16 {
        try interruption.check()
        unchecked = 0
      }
      reader.forEachPiece(of: rows.ids[place], end: rows.end(at: place)) { run in
        let run = Int(run.start)..<Int(run.end)
        unchecked += run.count
        if run.count > 1 << 16 { long.append(run) } else { counts.add(run, of: vocabulary) }
      }
    }
    for run in long { try counts.add(run, of: vocabulary, interruption) }
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
    var counts = WordCounts(vocabulary, corpus)
    var nodes = 0
    let reader = RegionReader(corpus, kind: rows.kind)
    let bounds = ParagraphBounds(corpus)
    let window = max(0, min(window, corpus.tokens.count))
    for place in rows.ids.indices {
      if place & 0x3F == 0 { try interruption.check() }
      let run = reader.envelope(of: rows.ids[place], end: rows.end(at: place))
      guard !run.isEmpty else { continue }
      nodes += 1
      let (start, end) = (Int(run.start), Int(run.end))
      let before = bounds.paragraph(of: start)
      counts.add(max(before.lowerBound, start - window)..<start, of: vocabulary)
      let behind = bounds.paragraph(of: end - 1)
      counts.add(end..<min(behind.upperBound, end + window), of: vocabulary)
    }
    return (counts, nodes)
  }
}

/// Tells which tokens stand in one paragraph.
private struct ParagraphBounds {

  private let paragraphs: Regions?

  init(_ corpus: Corpus) { paragraphs = corpus.regions(of: .paragraphs) }

  /// Returns the tokens of the paragraph of a token; the token alone where it is in none.
  func paragraph(of token: Int) -> Range<Int> {
    guard let paragraphs else { return token..<token + 1 }
    let place = paragraphs.firstRow(endingBehind: UInt32(truncatingIfNeeded: token))
    guard place < paragraphs.count, Int(paragraphs.start(of: place)) <= token else {
      return token..<token + 1
    }
    return Int(paragraphs.start(of: place))..<Int(paragraphs.end(of: place))
  }
}
