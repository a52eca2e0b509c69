public import CorpusStore
internal import QueryPlanning
internal import Synchronization

/// Carries out plans over a corpus.
///
/// What is built on the way and serves the next query too, such as indexes of regions, is kept; an
/// evaluator is made once a corpus. Plans can be run by several threads at a time.
public final class Evaluator: Sendable {

  /// The corpus.
  public let corpus: Corpus

  /// How many rows operators pass on at a time.
  let blockSize: Int

  /// Whether each token lies in a paragraph, so that a phrase of one word stands wherever the word does.
  let areTokensInParagraphs: Bool

  private let regionSets = Mutex<[Table: RegionSet]>([:])
  private let pieces = Mutex<[Table: PieceSequence?]>([:])
  private let periods = Mutex<[PeriodRuns.Key: PeriodRuns]>([:])
  private let wording = Mutex<WordingIndex?>(nil)
  private let vocabularies = Mutex<[(attribute: Attribute, vocabulary: Vocabulary)]>([])
  private let lastTokens = Mutex<[Table: Bitmap]>([:])

  /// Creates an evaluator of plans over a corpus.
  public convenience init(_ corpus: Corpus) { self.init(corpus, blockSize: defaultBlockSize) }

  /// Creates an evaluator whose operators pass on so many rows at a time.
  package init(_ corpus: Corpus, blockSize: Int) {
    self.corpus = corpus
    self.blockSize = blockSize
    areTokensInParagraphs =
      corpus.regions(of: .paragraphs)?.tokenCount == corpus.tokens.count
  }

  /// Returns the regions of all rows of a table, indexed once.
  func regionSet(
    of table: Table, _ interruption: Interruption
  ) throws(Interrupted) -> RegionSet {
    if let found = regionSets.withLock({ $0[table] }) { return found }
    let rows = try interruption.list(corpus.rowCount(of: table)) { RowID(UInt32($0)) }
    let set = try RegionSet(Rows(.table(table), rows), corpus: corpus, interruption)
    regionSets.withLock { $0[table] = set }
    return set
  }

  /// Returns the pieces of all rows of a table, if they follow upon each other.
  func pieceSequence(
    of table: Table, _ interruption: Interruption
  ) throws(Interrupted) -> PieceSequence? {
    if let found = pieces.withLock({ $0[table] }) { return found }
    let sequence = try PieceSequence(table, corpus, interruption)
    pieces.withLock { $0[table] = .some(sequence) }
    return sequence
  }

  /// Whether the rows of a table have been cut by periods.
  func knowsPeriodRuns(_ key: PeriodRuns.Key) -> Bool { periods.withLock { $0[key] != nil } }

  /// Returns the rows of a table cut by periods if that is known, else what `make` makes, which is
  /// kept.
  func periodRuns(
    _ key: PeriodRuns.Key, _ make: () throws(Interrupted) -> PeriodRuns?
  ) throws(Interrupted) -> PeriodRuns? {
    if let found = periods.withLock({ $0[key] }) { return found }
    guard let runs = try make() else { return nil }
    periods.withLock { $0[key] = runs }
    return runs
  }

  /// Returns the tokens behind which no row of a table goes on, found once: the last of each row, and
  /// those in none.
  func lastTokens(
    of table: Table, _ interruption: Interruption
  ) throws(Interrupted) -> Bitmap {
    if let found = lastTokens.withLock({ $0[table] }) { return found }
    var found = Bitmap(count: corpus.tokens.count)
    let bounds = (corpus.regions(of: table) ?? .none).bounds
    var token = 0
    try interruption.forEachStretch(of: bounds.starts.indices) { stretch in
      for row in stretch {
        for outside in token..<max(token, Int(bounds.starts[row])) { found.insert(outside) }
        token = max(token, Int(bounds.ends[row]))
        if token > 0 { found.insert(token - 1) }
      }
    }
    for outside in token..<max(token, found.count) { found.insert(outside) }
    let all = found
    lastTokens.withLock { $0[table] = all }
    return all
  }

  /// Returns the words that an attribute tells apart, gathered once; nil where its values are not
  /// coded.
  func vocabulary(of attribute: Attribute) -> Vocabulary? {
    let known = vocabularies.withLock { $0.first { $0.attribute == attribute }?.vocabulary }
    if let known { return known }
    guard let vocabulary = Vocabulary(attribute, corpus) else { return nil }
    vocabularies.withLock { $0.append((attribute, vocabulary)) }
    return vocabulary
  }

  /// Returns how telling each word is, counted once.
  func wordingIndex(_ interruption: Interruption) throws(Interrupted) -> WordingIndex {
    if let found = wording.withLock({ $0 }) { return found }
    let index = try WordingIndex(corpus, interruption)
    wording.withLock { $0 = index }
    return index
  }
}
