internal import CorpusStore
internal import QuerySemantics

/// True where a piece of a row's text holds a phrase.
///
/// It reads the words of each row.
struct PhraseTest: RowTest {

  private let reader: RegionReader
  private let words: PhraseWords
  private let corpus: Corpus
  private let interruption: Interruption

  init(
    _ pattern: PhrasePattern, kind: Rows.Kind, corpus: Corpus, _ interruption: Interruption
  ) {
    self.interruption = interruption
    reader = RegionReader(corpus, kind: kind)
    words = PhraseWords(pattern, corpus)
    self.corpus = corpus
  }

  func narrow(_ places: inout [Int], of block: RowBlock) throws(Interrupted) {
    guard !words.isHopeless else { return places.removeAll() }
    try places.keep { (place) throws(Interrupted) in
      if place & 0xF == 0 { try interruption.check() }
      var isFound = false
      reader.forEachPiece(of: block.ids[place], end: block.end(at: place)) { run in
        if !isFound { isFound = stands(in: run) }
      }
      return isFound
    }
  }

  private func stands(in run: TokenRun) -> Bool {
    let length = UInt32(words.count)
    guard run.end - run.start >= length else { return false }
    for start in run.start...(run.end - length)
    where words.stand(at: Int(start)) && isInParagraph(start, start + length) {
      return true
    }
    return false
  }

  private func isInParagraph(_ start: UInt32, _ end: UInt32) -> Bool {
    guard let paragraphs = corpus.regions(of: .paragraphs) else { return false }
    let place = paragraphs.firstRow(endingBehind: start)
    return place < paragraphs.count && paragraphs.start(of: place) <= start
      && paragraphs.end(of: place) >= end
  }
}

/// The words of a phrase, as sets of codes.
struct PhraseWords {

  private let folds: CodeSequence
  private let sets: [Bitmap]

  init(_ pattern: PhrasePattern, _ corpus: Corpus) {
    folds = corpus.tokens.folds.values
    let count = corpus.tokens.folds.dictionary.count
    sets = pattern.places.map { codes in
      var set = Bitmap(count: count)
      for code in codes where Int(code) < count { set.insert(Int(code)) }
      return set
    }
    isHopeless = sets.isEmpty || pattern.places.contains(where: \.isEmpty)
  }

  /// Whether the phrase can stand nowhere.
  let isHopeless: Bool

  /// The number of words.
  var count: Int { sets.count }

  /// Whether the words stand from token `start` on.
  @inline(__always)
  func stand(at start: Int) -> Bool {
    guard start >= 0, start + sets.count <= folds.count else { return false }
    for place in sets.indices where !sets[place].contains(Int(folds[start + place])) {
      return false
    }
    return true
  }
}
