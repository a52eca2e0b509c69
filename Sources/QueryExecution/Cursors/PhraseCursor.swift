package import CorpusStore
package import QuerySemantics

/// Yields the first token of each place where a phrase stands inside one paragraph.
///
/// The rarest word leads; the words around each of its places are compared in the column of codes,
/// which costs less than to leap through their lists, as the places ascend.
package struct PhraseCursor: RowCursor {

  private let words: PhraseWords
  private let leader: FrozenArray<RowID>
  private let leadingPlace: Int
  private let paragraphs: Regions
  private let interruption: Interruption
  private var position = 0
  private var paragraph = 0

  /// Creates a cursor over the places of a phrase in a corpus.
  package init(
    _ pattern: PhrasePattern, _ corpus: Corpus, _ interruption: Interruption = Interruption()
  ) throws(Interrupted) {
    self.interruption = interruption
    words = PhraseWords(pattern, corpus)
    paragraphs = corpus.regions(of: .paragraphs) ?? .none
    let postings = corpus.tokens.folds.dictionary.postings
    let counts = pattern.places.map { codes in
      codes.reduce(0) { $0 + postings.count(of: Int($1)) }
    }
    leadingPlace = counts.indices.min { counts[$0] < counts[$1] } ?? 0
    leader =
      words.isHopeless
      ? []
      : try postings.rows(
        ofAny: pattern.places[leadingPlace], count: corpus.tokens.count, interruption)
  }

  /// Appends the rows in which the phrase stands.
  package mutating func fill(_ block: inout OutputSpan<RowID>) throws(Interrupted) {
    while !block.isFull, position < leader.count {
      if position & 0x3FFF == 0 { try interruption.check() }
      let start = leader[position].index - leadingPlace
      position += 1
      if words.stand(at: start), isInParagraph(start) {
        block.append(RowID(UInt32(truncatingIfNeeded: start)))
      }
    }
  }

  private mutating func isInParagraph(_ start: Int) -> Bool {
    paragraph = Gallop.lowerBound(from: paragraph, to: paragraphs.count) {
      Int(paragraphs.end(of: $0)) <= start
    }
    return paragraph < paragraphs.count && Int(paragraphs.start(of: paragraph)) <= start
      && Int(paragraphs.end(of: paragraph)) >= start + words.count
  }
}

extension PostingIndex {

  /// Returns the rows at which any of some codes stands, ascending, each once.
  func rows(
    ofAny codes: [UInt32], count rowCount: Int, _ interruption: Interruption
  ) throws(Interrupted) -> FrozenArray<RowID> {
    if codes.count == 1 { return rows(of: Int(codes[0])) }
    let total = codes.reduce(0) { $0 + count(of: Int($1)) }
    // To read the bits of all rows costs less than to sort, once one row in a thousand is there.
    guard total > rowCount / 1024 else {
      var rows: [RowID] = []
      rows.reserveCapacity(total)
      for code in codes { rows += self.rows(of: Int(code)) }
      rows.sort()
      return FrozenArray(rows.withoutRepeats())
    }
    var found = Bitmap(count: rowCount)
    for code in codes {
      let rows = rows(of: Int(code))
      try interruption.forEachStretch(of: rows.indices) { stretch in
        let rows = rows.span
        for place in stretch { found.insert(rows[place].index) }
      }
    }
    return FrozenArray(try found.rows(interruption))
  }
}

extension [RowID] {

  /// Returns the rows of an ascending list, each once.
  func withoutRepeats() -> [RowID] {
    var result: [RowID] = []
    result.reserveCapacity(count)
    for row in self where result.last != row { result.append(row) }
    return result
  }
}
