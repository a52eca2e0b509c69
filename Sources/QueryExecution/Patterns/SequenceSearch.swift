internal import CorpusStore

/// Finds the matches of a sequence: the longest from each token, but for those inside others.
struct SequenceSearch {

  private let sequence: TokenSequence
  private let evaluator: Evaluator
  private let interruption: Interruption

  private var store: TokenStore { evaluator.corpus.tokens }
  private var paragraphs: Regions { evaluator.corpus.regions(of: .paragraphs) ?? .none }

  /// From one token in so many on, all tokens are looked at as bits, and none is looked up.
  private static let density = 64

  /// How many times longer a second list may be that is read beside the first.
  private static let worthReading = 8

  init(_ sequence: TokenSequence, _ evaluator: Evaluator, _ interruption: Interruption) {
    self.sequence = sequence
    self.evaluator = evaluator
    self.interruption = interruption
  }

  /// Returns the number of matches.
  func count() throws(Interrupted) -> Int {
    if isEveryTokenMatch { return sequence.sets[0].tokenCount }
    if sequence.isFixed, isFrequent { return try bitParallel().starts().population }
    return try matches().count
  }

  /// Whether each token of the only bracket is a match, since all tokens are in paragraphs.
  private var isEveryTokenMatch: Bool {
    sequence.sets.count == 1 && paragraphs.tokenCount == store.count
  }

  /// Returns the tokens that are matches by themselves, ascending; nil where matches are longer.
  func tokens() throws(Interrupted) -> FrozenArray<RowID>? {
    guard !sequence.isHopeless, isEveryTokenMatch else { return nil }
    return try sequence.sets[0].tokens(store, interruption)
  }

  /// Returns the matches, ascending.
  func matches() throws(Interrupted) -> Rows {
    guard !sequence.isHopeless else { return Rows(.matches, []) }
    if isEveryTokenMatch {
      let tokens = try sequence.sets[0].tokens(store, interruption)
      return Rows(
        .matches, Array(tokens),
        ends: try interruption.list(tokens.count) { tokens[$0].rawValue + 1 })
    }
    if sequence.sets.count == 1 { return try tokensInParagraphs() }
    return sequence.sets.count <= UInt8.bitWidth
      ? try matches(SequenceWindow<UInt8>(sequence, store))
      : try matches(SequenceWindow<UInt64>(sequence, store))
  }

  private func matches<Mask>(_ window: SequenceWindow<Mask>) throws(Interrupted) -> Rows {
    guard isFrequent else {
      let counts = sequence.sets.map(\.tokenCount)
      let rarest = counts.indices.min { counts[$0] < counts[$1] } ?? 0
      let (anchors, known) = try anchors(of: rarest)
      var window = window
      window.unknown.removeAll(where: known.contains)
      return try longest(from: starts(from: anchors, of: rarest, window), window)
    }
    if sequence.isFixed { return try fixed(from: bitParallel().starts()) }
    if sequence.sets.count == 2 { return try bitParallel().pairs() }
    return try longest(from: FrozenArray(bitParallel().starts().rows(interruption)), window)
  }

  /// Whether all brackets are so frequent that none is worth looking up.
  private var isFrequent: Bool {
    sequence.sets.count > 1
      && sequence.sets.allSatisfy { $0.tokenCount > store.count / Self.density }
  }

  private func bitParallel() throws(Interrupted) -> BitParallelSearch {
    BitParallelSearch(
      sequence, store, ends: try evaluator.paragraphEnds(interruption), interruption)
  }

  /// Returns the matches from some tokens, which are all of one length.
  private func fixed(from starts: Bitmap) throws(Interrupted) -> Rows {
    let ids = try starts.rows(interruption)
    let length = UInt32(truncatingIfNeeded: sequence.longest)
    return Rows(.matches, ids, ends: try interruption.list(ids.count) { ids[$0].rawValue + length })
  }

  /// Returns the tokens from which there may be a match, ascending.
  private func starts<Mask>(
    from anchors: FrozenArray<RowID>, of rarest: Int, _ window: SequenceWindow<Mask>
  ) throws(Interrupted) -> FrozenArray<RowID> {
    if rarest == 0 { return anchors }
    var starts: [RowID] = []
    var isAscending = true
    try interruption.forEachStretch(of: anchors.indices) { stretch in
      let anchors = anchors.span
      for place in stretch {
        window.forEachStart(back: anchors[place].index, of: rarest) { token in
          let start = RowID(UInt32(truncatingIfNeeded: token))
          if let last = starts.last, last >= start { isAscending = false }
          starts.append(start)
        }
      }
    }
    if isAscending { return FrozenArray(starts) }
    starts.sort()
    return FrozenArray(starts.withoutRepeats())
  }

  /// Returns the tokens that the rarest bracket takes, but for those of which a list that is read
  /// beside theirs tells that they lead nowhere; and the brackets that fit wherever those do, if
  /// all matches are of one length.
  private func anchors(
    of rarest: Int
  ) throws(Interrupted) -> (tokens: FrozenArray<RowID>, known: [Int]) {
    let anchors = try sequence.sets[rarest].tokens(store, interruption)
    let second = sequence.sets.indices.filter { $0 != rarest }.min {
      sequence.sets[$0].tokenCount < sequence.sets[$1].tokenCount
    }
    guard let second, sequence.sets[second].tags == nil,
      sequence.sets[second].tokenCount <= anchors.count * Self.worthReading
    else { return (anchors, [rarest]) }
    let others = try sequence.sets[second].tokens(store, interruption)
    let near = try anchorsNear(anchors, others, distance(from: rarest, to: second))
    return (near, [rarest, second])
  }

  /// Returns how far one bracket may stand behind another.
  private func distance(from bracket: Int, to other: Int) -> ClosedRange<Int> {
    let between = sequence.gaps[min(bracket, other)..<max(bracket, other)]
    let least = between.reduce(0) { $0 + $1.lowerBound + 1 }
    let most = between.reduce(0) { $0 + $1.upperBound + 1 }
    return bracket < other ? least...most : -most...(-least)
  }

  /// Keeps the tokens of which another of a list stands at one of some distances.
  private func anchorsNear(
    _ anchors: FrozenArray<RowID>, _ others: FrozenArray<RowID>, _ distance: ClosedRange<Int>
  ) throws(Interrupted) -> FrozenArray<RowID> {
    var kept: [RowID] = []
    var other = 0
    try interruption.forEachStretch(of: anchors.indices) { stretch in
      let (anchors, others) = (anchors.span, others.span)
      for place in stretch {
        let first = anchors[place].index + distance.lowerBound
        while other < others.count, others[other].index < first { other += 1 }
        guard other < others.count else { break }
        if others[other].index <= anchors[place].index + distance.upperBound {
          kept.append(anchors[place])
        }
      }
    }
    return FrozenArray(kept)
  }

  /// Returns the longest match from each of some ascending tokens that the first bracket takes.
  private func longest<Mask>(
    from starts: FrozenArray<RowID>, _ window: SequenceWindow<Mask>
  ) throws(Interrupted) -> Rows {
    var rows = Rows(.matches, [])
    let ends = try evaluator.paragraphEnds(interruption)
    var greatest = 0
    try interruption.forEachStretch(of: starts.indices) { stretch in
      window.forEachMatch(from: starts.span, in: stretch) { start in
        // Where no end is in sight, it is farther than any match is long.
        start + ends.bits(from: start).trailingZeroBitCount + 1
      } _: { start, end in
        guard end > greatest else { return }
        greatest = end
        rows.ids.append(RowID(UInt32(truncatingIfNeeded: start)))
        rows.ends.append(UInt32(truncatingIfNeeded: end))
      }
    }
    return rows
  }

  /// Returns the tokens of the only bracket that are in a paragraph.
  private func tokensInParagraphs() throws(Interrupted) -> Rows {
    let tokens = try sequence.sets[0].tokens(store, interruption)
    let paragraphs = paragraphs
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
