import CorpusStore

/// The words of a corpus while it is read, with the text in which a blank stands between each two.
struct TokenColumns {

  /// The symbol of each word.
  private(set) var words: [UInt32] = []

  /// Where each word starts in the text.
  private(set) var starts: [UInt32] = []

  /// The text: the words of a line with a blank between each two, and a line end behind the last.
  private(set) var text: [UInt8] = []

  /// The number of tokens so far.
  var count: Int { words.count }

  /// Returns the bytes of a run of tokens in the text.
  func bytes(of run: Range<Int>) -> Range<Int> {
    let behind = run.upperBound < count ? Int(starts[run.upperBound]) : text.count
    return Int(starts[run.lowerBound])..<behind - 1
  }

  /// Adds the words of a line, which stand between blanks, and ends the line.
  mutating func append(
    _ line: Span<UInt8>, _ range: Range<Int>, to pool: inout StringPoolBuilder
  ) {
    var start = range.lowerBound
    for place in range.lowerBound...range.upperBound {
      guard place == range.upperBound || line[place] == UInt8(ascii: " ") else { continue }
      if place > start {
        words.append(pool.intern(line.extracting(start..<place)).rawValue)
        starts.append(UInt32(text.count))
        for byte in start..<place { text.append(line[byte]) }
        text.append(UInt8(ascii: " "))
      }
      start = place + 1
    }
    if let last = text.indices.last { text[last] = UInt8(ascii: "\n") }
  }

  /// Gives the tokens to a corpus.
  ///
  /// - Parameters:
  ///   - builder: The builder of the corpus.
  ///   - tags: The names of the tags.
  ///   - analysis: Returns the lemma and the tag of a token.
  consuming func give(
    to builder: inout CorpusBuilder, tags: [Symbol],
    _ analysis: (Int) -> (lemma: Symbol, tag: UInt8)
  ) {
    var tokens = TokenStoreBuilder(tags: tags)
    for first in stride(from: 0, to: words.count, by: 1 << 12) {
      tokens.append(
        contentsOf: (first..<min(words.count, first + 1 << 12)).map { token in
          let (lemma, tag) = analysis(token)
          return NewToken(
            word: Symbol(words[token]), lemma: lemma, tag: tag, start: starts[token])
        })
    }
    builder.setTokens(tokens)
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
