internal import CorpusStore
internal import QuerySemantics

extension Execution {

  /// The number of rows near which words are looked for at a time.
  private static var nodeBlock: Int { 256 }

  /// Counts the words of all texts.
  func allWords(of vocabulary: Vocabulary) throws(Interrupted) -> WordCounts {
    if let counts = vocabulary.countsByForm { return counts }
    var tally = WordTally(vocabulary, corpus.tokens)
    try tally.add(0..<corpus.tokens.count, interruption)
    return tally.counts()
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
    var tally = WordTally(vocabulary, corpus.tokens)
    try runs.forEach(interruption) { run throws(Interrupted) in
      try tally.add(run, interruption)
    }
    return tally.counts()
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
    let ends = try evaluator.lastTokens(of: .paragraphs, interruption)
    let window = max(0, min(window, corpus.tokens.count))
    for first in stride(from: 0, to: rows.count, by: Self.nodeBlock) {
      try interruption.check()
      var runs: [TokenRun] = []
      for place in first..<min(rows.count, first + Self.nodeBlock) {
        let run = reader.envelope(of: rows.ids[place], end: rows.end(at: place))
        if !run.isEmpty { runs.append(run) }
      }
      nodes += runs.count
      // None waits for what was found of another.
      let gaps = runs.map { run in
        (
          before: ends.gap(before: Int(run.start), atMost: window),
          behind: ends.gap(from: Int(run.end) - 1, atMost: window)
        )
      }
      for (run, gap) in zip(runs, gaps) {
        before.append(from: Int(run.start) - gap.before, to: Int(run.start))
        behind.append(from: Int(run.end), to: Int(run.end) + gap.behind)
      }
    }
    var tally = WordTally(vocabulary, corpus.tokens)
    try before.forEach(with: behind, interruption) { run throws(Interrupted) in
      try tally.add(run, interruption)
    }
    return (tally.counts(), nodes)
  }
}
