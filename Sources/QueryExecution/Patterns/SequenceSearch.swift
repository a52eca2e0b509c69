internal import CorpusStore

/// Finds the matches of a sequence: the longest from each token, but for those inside others.
///
/// Any part of the text can be searched for the matches that start in it: so a limit ends the search
/// early, and a search of all the text is shared between the cores.
final class SequenceSearch {

  private enum Method: Sendable {
    /// The tokens of the only bracket, which are all in paragraphs.
    case tokens(SetTokens)
    /// The tokens of the only bracket, of which some are in none.
    case tokensInParagraphs(SetTokens)
    /// From the tokens of the rarest bracket, with few or with many brackets.
    case anchored(AnchoredSearch<UInt8>)
    case longAnchored(AnchoredSearch<UInt64>)
    /// By bits, sixty-four tokens at a time.
    case scan(SequenceScan)
    /// By bits for where matches start, then from there.
    case scanned(SequenceScan, AnchoredSearch<UInt64>)
  }

  private let sequence: TokenSequence
  private let evaluator: Evaluator
  private let interruption: Interruption
  private var method: Method?

  private var store: TokenStore { evaluator.corpus.tokens }

  /// From one token in so many on, all tokens are looked at as bits, and none is looked up.
  private static let density = 64

  /// The number of tokens from which on a scan is worth a second thread.
  private static let share = 1 << 20

  init(_ sequence: TokenSequence, _ evaluator: Evaluator, _ interruption: Interruption) {
    self.sequence = sequence
    self.evaluator = evaluator
    self.interruption = interruption
  }

  /// Returns the number of matches.
  func count() throws(Interrupted) -> Int {
    if sequence.isHopeless { return 0 }
    if isEveryTokenMatch { return sequence.sets[0].tokenCount }
    guard sequence.isFixed else { return try matches().count }
    switch try prepared() {
    case .scan(let scan):
      let interruption = interruption
      return try shared { part throws(Interrupted) in
        try scan.count(startingIn: part, interruption)
      }.reduce(0, +)
    case .anchored(let search): return try search.count(startingIn: whole, interruption)
    case .longAnchored(let search): return try search.count(startingIn: whole, interruption)
    case .tokens, .tokensInParagraphs, .scanned: return try matches().count
    }
  }

  /// Whether each token of the only bracket is a match, since all tokens are in paragraphs.
  private var isEveryTokenMatch: Bool {
    sequence.sets.count == 1
      && evaluator.areTokensInParagraphs
  }

  /// Returns the tokens that are matches by themselves, ascending; nil where matches are longer.
  func tokens() throws(Interrupted) -> FrozenArray<RowID>? {
    guard !sequence.isHopeless, isEveryTokenMatch, case .tokens(let tokens) = try prepared() else {
      return nil
    }
    return try tokens.tokens(in: whole, interruption)
  }

  /// Returns the matches, ascending.
  func matches() throws(Interrupted) -> Rows { try matches(startingIn: whole) }

  /// All tokens.
  var whole: Range<Int> { 0..<store.count }

  /// Returns the matches that start within bounds, ascending, but for those inside others there.
  func matches(startingIn range: Range<Int>) throws(Interrupted) -> Rows {
    var rows = Rows(.matches, [])
    for part in try parts(startingIn: range) {
      if rows.count == 0 { rows = part } else { rows.append(matchesBehind: part) }
    }
    return rows
  }

  /// Returns the matches that start within bounds in some parts, each without those inside others of
  /// the same part.
  ///
  /// - Precondition: The bounds are multiples of `partWidth`, or the end of the text.
  func parts(startingIn range: Range<Int>) throws(Interrupted) -> [Rows] {
    if sequence.isHopeless { return [] }
    switch try prepared() {
    case .tokens(let tokens):
      let tokens = try tokens.tokens(in: range, interruption)
      return [
        Rows(
          .matches, Array(tokens),
          ends: try interruption.list(tokens.count) { tokens[$0].rawValue + 1 })
      ]
    case .tokensInParagraphs(let tokens):
      return [try inParagraphs(try tokens.tokens(in: range, interruption))]
    case .anchored(let search): return [try search.matches(startingIn: range, interruption)]
    case .longAnchored(let search): return [try search.matches(startingIn: range, interruption)]
    case .scan(let scan):
      let interruption = interruption
      return try shared(range) { part throws(Interrupted) in
        try scan.matches(startingIn: part, interruption)
      }
    case .scanned(let scan, let search):
      let starts = FrozenArray(try scan.starts(in: range, interruption))
      return [try search.longest(from: starts, interruption)]
    }
  }

  /// Parts of the text that are searched begin at multiples of so many tokens.
  static let partWidth = SequenceScan.width

  /// Returns what is made of parts of the text on all cores, in the order of the parts.
  private func shared<T: Sendable>(
    _ range: Range<Int>? = nil, _ body: @escaping @Sendable (Range<Int>) throws(Interrupted) -> T
  ) throws(Interrupted) -> [T] {
    try SharedWork.parts(
      of: range ?? whole, width: Self.partWidth, least: Self.share, body)
  }

  private func prepared() throws(Interrupted) -> Method {
    if let method { return method }
    let made = try method(ends: evaluator.lastTokens(of: .paragraphs, interruption))
    method = made
    return made
  }

  private func method(ends: Bitmap) throws(Interrupted) -> Method {
    if sequence.sets.count == 1 {
      let tokens = try SetTokens(sequence.sets[0], store, interruption)
      return isEveryTokenMatch ? .tokens(tokens) : .tokensInParagraphs(tokens)
    }
    if isFrequent {
      let scan = try SequenceScan(sequence, store, ends: ends, interruption)
      if scan.findsMatches { return .scan(scan) }
      return .scanned(scan, try AnchoredSearch(sequence, store, ends: ends, interruption))
    }
    return sequence.sets.count <= UInt8.bitWidth
      ? .anchored(try AnchoredSearch(sequence, store, ends: ends, interruption))
      : .longAnchored(try AnchoredSearch(sequence, store, ends: ends, interruption))
  }

  /// Whether all brackets are so frequent that none is worth looking up.
  private var isFrequent: Bool {
    sequence.sets.allSatisfy { $0.tokenCount > store.count / Self.density }
  }

  /// Returns the tokens of a list that are in a paragraph.
  private func inParagraphs(_ tokens: FrozenArray<RowID>) throws(Interrupted) -> Rows {
    let paragraphs = evaluator.corpus.regions(of: .paragraphs) ?? .none
    var rows = Rows(.matches, [])
    try interruption.forEachStretch(of: tokens.indices) { stretch in
      for token in tokens.extracting(stretch) {
        let paragraph = paragraphs.firstRow(endingBehind: token.rawValue)
        guard paragraph < paragraphs.count, paragraphs.start(of: paragraph) <= token.rawValue
        else { continue }
        rows.ids.append(token)
        rows.ends.append(token.rawValue + 1)
      }
    }
    return rows
  }
}

extension Rows {

  /// Returns matches, of which none lies inside another, without the first ones that end by a token.
  func dropping(endingBy last: UInt32) -> Rows {
    // Where none lies inside another, their ends ascend.
    let first = Gallop.lowerBound(from: 0, to: count) { ends[$0] <= last }
    return first == 0 ? self : Rows(.matches, Array(ids[first...]), ends: Array(ends[first...]))
  }

  /// Adds matches that start behind all others, but for those that lie inside these.
  mutating func append(matchesBehind others: Rows) {
    let others = others.dropping(endingBy: ends.last ?? 0)
    ids += others.ids
    ends += others.ends
  }
}
