import CorpusStore

/// The words of a corpus while it is read, with the text in which a blank stands between each two.
struct TokenColumns {

  private(set) var words: [UInt32] = []
  private(set) var folds: [UInt32] = []
  private(set) var starts: [UInt32] = []
  private(set) var ends: [UInt32] = []
  private(set) var text: [UInt8] = []

  /// The number of tokens so far.
  var count: Int { words.count }

  /// Adds the words of a line, which stand between blanks, and ends the line.
  mutating func append(
    _ line: Span<UInt8>, _ range: Range<Int>, to pool: inout StringPoolBuilder
  ) {
    var start = range.lowerBound
    for place in range.lowerBound...range.upperBound {
      guard place == range.upperBound || line[place] == UInt8(ascii: " ") else { continue }
      if place > start { append(line.extracting(start..<place), to: &pool) }
      start = place + 1
    }
    text.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ word: Span<UInt8>, to pool: inout StringPoolBuilder) {
    if let last = text.last, last != UInt8(ascii: "\n") { text.append(UInt8(ascii: " ")) }
    let symbol = pool.intern(word)
    words.append(symbol.rawValue)
    folds.append(pool.fold(of: symbol).rawValue)
    starts.append(UInt32(text.count))
    for place in word.indices { text.append(word[place]) }
    ends.append(UInt32(text.count))
  }

  /// Gives the tokens to a corpus, with their lemmas and tags.
  func give(to builder: inout CorpusBuilder, lemmas: [UInt32], tags: [UInt32]) {
    builder.setTokens(
      TokenStore(
        words: words, folds: folds, lemmas: lemmas, partsOfSpeech: tags, starts: starts, ends: ends
      ))
  }
}

/// Runs of tokens while a corpus is read.
struct Runs {

  private var starts: [UInt32] = []
  private var ends: [UInt32] = []

  /// The number of runs.
  var count: Int { starts.count }

  /// Adds a run.
  mutating func append(_ run: Range<Int>) {
    starts.append(UInt32(run.lowerBound))
    ends.append(UInt32(run.upperBound))
  }

  /// Makes the last run end elsewhere.
  mutating func extendLast(to end: Int) { ends[ends.count - 1] = UInt32(end) }

  /// The runs as regions of a corpus.
  var regions: Regions { Regions(starts: starts, ends: ends) }
}
