internal import CorpusStore

/// Finds the matches of a sequence from the tokens of its rarest bracket.
struct AnchoredSearch<Mask: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {

  /// A second list that is read beside the first.
  private struct Neighbour {
    let tokens: SetTokens
    /// How far its tokens may stand behind those of the first.
    let distance: ClosedRange<Int>
    /// Whether it is that of the first bracket, so that its tokens are those where matches start.
    let isOfFirstBracket: Bool
  }

  private let window: SequenceWindow<Mask>
  private let tokens: SetTokens
  private let rarest: Int
  /// How far the rarest bracket may stand behind the first.
  private let distance: ClosedRange<Int>
  /// The lists that are read beside the first, the shortest first; where matches differ in length, one at
  /// most.
  private let neighbours: [Neighbour]
  /// The tokens behind which no match goes on.
  private let ends: Bitmap
  private let isFixed: Bool
  private let length: Int
  /// How many tokens may stand between two brackets, where there are no more.
  private let onlyGap: ClosedRange<Int>?

  /// How many times longer a list may be that is read beside the first, where it must be merged of
  /// several beforehand.
  private static var worthMerging: Int { 8 }

  /// How many times longer a list may be that lies ready.
  ///
  /// As many of its tokens are read in the time that it takes to look one up, which is longer in a text
  /// that no cache holds.
  private static func worthReading(_ store: TokenStore) -> Int { store.count < 1 << 24 ? 16 : 40 }

  /// The number of anchors from which on a second thread is worth starting.
  private static var share: Int { 1 << 14 }

  /// Creates a search for a sequence of no more brackets than a mask has bits.
  init(
    _ sequence: TokenSequence, _ store: TokenStore, ends: Bitmap, _ interruption: Interruption
  ) throws(Interrupted) {
    let counts = sequence.sets.map(\.tokenCount)
    let order = counts.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
    let rarest = order.first ?? 0
    isFixed = sequence.isFixed
    var known = [rarest]
    var neighbours: [Neighbour] = []
    for other in order.dropFirst().prefix(isFixed ? order.count : 1) {
      let set = sequence.sets[other]
      guard set.tags == nil else { continue }
      let isReady = isFixed && set.isListed(store)
      let most = isReady ? Self.worthReading(store) : Self.worthMerging
      guard counts[other] / most <= counts[rarest] else { continue }
      neighbours.append(
        Neighbour(
          tokens: try SetTokens(set, store, interruption),
          distance: sequence.distance(from: rarest, to: other), isOfFirstBracket: other == 0))
      known.append(other)
    }
    self.neighbours = neighbours
    self.rarest = rarest
    self.ends = ends
    tokens = try SetTokens(sequence.sets[rarest], store, interruption)
    distance = rarest == 0 ? 0...0 : sequence.distance(from: 0, to: rarest)
    window = SequenceWindow(sequence, store, known: known)
    length = sequence.longest
    onlyGap = sequence.gaps.count == 1 ? sequence.gaps[0] : nil
  }

  /// Returns the number of matches that start within bounds, where all are of one length.
  func count(
    startingIn range: Range<Int>, _ interruption: Interruption
  ) throws(Interrupted) -> Int {
    let anchors = try anchors(in: range, interruption)
    return try SharedWork.parts(of: anchors.indices, width: 1, least: Self.share) {
      part throws(Interrupted) in
      let starts = try starts(from: anchors.extracting(part), in: range, interruption)
      var count = 0
      try interruption.forEachStretch(of: starts.indices) { stretch in
        window.forEachFixedMatch(from: starts.span, in: stretch) { start in
          count += isOpen(start) ? 1 : 0
        }
      }
      return count
    }.reduce(0, +)
  }

  /// Returns the longest matches that start within bounds, but for those inside others.
  func matches(
    startingIn range: Range<Int>, _ interruption: Interruption
  ) throws(Interrupted) -> Rows {
    let starts = try starts(in: range, interruption)
    guard let neighbour = neighbours.first, let onlyGap, !isFixed else {
      return try longest(from: starts, interruption)
    }
    let seconds = try (rarest == 0 ? neighbour.tokens : tokens).tokens(
      in: range.lowerBound..<range.upperBound + length, interruption)
    return try pairs(from: starts, to: seconds, onlyGap, interruption)
  }

  /// Returns the longest match from each of some ascending tokens to one of a list, but for those
  /// inside others.
  private func pairs(
    from starts: FrozenArray<RowID>, to seconds: FrozenArray<RowID>, _ gap: ClosedRange<Int>,
    _ interruption: Interruption
  ) throws(Interrupted) -> Rows {
    var rows = Rows(.matches, [])
    rows.ids.reserveCapacity(starts.count)
    rows.ends.reserveCapacity(starts.count)
    var (behind, greatest) = (0, 0)
    try interruption.forEachStretch(of: starts.indices) { stretch in
      let (starts, seconds) = (starts.span, seconds.span)
      for place in stretch {
        let start = starts[place].index
        let reach = min(ends.bits(from: start).trailingZeroBitCount, gap.upperBound + 1)
        let limit = RowID(UInt32(truncatingIfNeeded: start + reach + 1))
        // The last token that can be reached never lies before that of an earlier start.
        behind = seconds.firstPlace(notBelow: limit, from: behind)
        guard behind > 0 else { continue }
        let end = seconds[behind - 1].index + 1
        guard end > start + 1 + gap.lowerBound, end > greatest else { continue }
        greatest = end
        rows.ids.append(starts[place])
        rows.ends.append(UInt32(truncatingIfNeeded: end))
      }
    }
    return rows
  }

  /// Returns the longest match from each of some ascending tokens that the first bracket takes, but
  /// for those inside others.
  func longest(
    from starts: FrozenArray<RowID>, _ interruption: Interruption
  ) throws(Interrupted) -> Rows {
    var rows = Rows(.matches, [])
    var greatest = 0
    try interruption.forEachStretch(of: starts.indices) { stretch in
      guard !isFixed else {
        window.forEachFixedMatch(from: starts.span, in: stretch) { start in
          if isOpen(start) { rows.ids.append(RowID(UInt32(truncatingIfNeeded: start))) }
        }
        return
      }
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
    guard isFixed else { return rows }
    let (ids, length) = (rows.ids, UInt32(truncatingIfNeeded: length))
    rows.ends = try interruption.list(ids.count) { ids[$0].rawValue + length }
    return rows
  }

  /// Whether a match of the one length that all have stays within the paragraph of a token.
  @inline(__always)
  private func isOpen(_ start: Int) -> Bool {
    ends.bits(from: start).trailingZeroBitCount + 1 >= length
  }

  /// Returns the tokens of the rarest bracket of matches that start within bounds, ascending.
  private func anchors(
    in range: Range<Int>, _ interruption: Interruption
  ) throws(Interrupted) -> FrozenArray<RowID> {
    let near = range.lowerBound + distance.lowerBound..<range.upperBound + distance.upperBound
    return try tokens.tokens(in: near, interruption)
  }

  /// Returns the tokens within bounds from which there may be a match, ascending.
  private func starts(
    in range: Range<Int>, _ interruption: Interruption
  ) throws(Interrupted) -> FrozenArray<RowID> {
    try starts(from: try anchors(in: range, interruption), in: range, interruption)
  }

  /// Returns the tokens within bounds from which there may be a match whose rarest bracket is one of
  /// some tokens, ascending.
  private func starts(
    from anchors: FrozenArray<RowID>, in range: Range<Int>, _ interruption: Interruption
  ) throws(Interrupted) -> FrozenArray<RowID> {
    var anchors = anchors
    if isFixed, let last = neighbours.last {
      for neighbour in neighbours.dropLast() {
        anchors = try Self.anchors(anchors, near: neighbour, movedBack: 0, interruption)
      }
      return try Self.anchors(
        anchors, near: last, movedBack: distance.lowerBound, interruption
      ).within(range)
    }
    if let neighbour = neighbours.first {
      if neighbour.isOfFirstBracket {
        return try Self.neighbours(neighbour, of: anchors, interruption).within(range)
      }
      anchors = try Self.anchors(anchors, near: neighbour, movedBack: 0, interruption)
    }
    if rarest == 0 { return anchors }
    var starts: [RowID] = []
    starts.reserveCapacity(anchors.count)
    var isAscending = true
    try interruption.forEachStretch(of: anchors.indices) { stretch in
      let anchors = anchors.span
      var last = -1
      for place in stretch {
        window.forEachStart(back: anchors[place].index, of: rarest) { token in
          guard range.contains(token) else { return }
          if last >= token { isAscending = false }
          last = token
          starts.append(RowID(UInt32(truncatingIfNeeded: token)))
        }
      }
    }
    if isAscending { return FrozenArray(starts) }
    starts.sort()
    return FrozenArray(starts.withoutRepeats())
  }

  /// Keeps the tokens of which one of another list stands at one of some distances, moved back by so
  /// many tokens.
  private static func anchors(
    _ anchors: FrozenArray<RowID>, near neighbour: Neighbour, movedBack shift: Int,
    _ interruption: Interruption
  ) throws(Interrupted) -> FrozenArray<RowID> {
    let distance = neighbour.distance
    let others = try tokens(of: neighbour, near: anchors, interruption)
    var kept = [RowID](repeating: RowID(0), count: anchors.count)
    var (count, other) = (0, 0)
    try interruption.forEachStretch(of: anchors.indices) { stretch in
      let (anchors, others) = (anchors.span, others.span)
      for place in stretch {
        let anchor = anchors[place].index
        let first = RowID(UInt32(clamping: anchor + distance.lowerBound))
        other = others.firstPlace(notBelow: first, from: other)
        guard other < others.count else { break }
        kept[count] = RowID(UInt32(truncatingIfNeeded: anchor - shift))
        let isNear = others[other].index <= anchor + distance.upperBound
        count += isNear && anchor >= shift ? 1 : 0
      }
    }
    kept.removeLast(kept.count - count)
    return FrozenArray(kept)
  }

  /// Returns the tokens of another list that stand at one of some distances from some token.
  private static func neighbours(
    _ neighbour: Neighbour, of anchors: FrozenArray<RowID>, _ interruption: Interruption
  ) throws(Interrupted) -> FrozenArray<RowID> {
    let distance = neighbour.distance
    let others = try tokens(of: neighbour, near: anchors, interruption)
    var kept: [RowID] = []
    var (next, other) = (0, 0)
    try interruption.forEachStretch(of: anchors.indices) { stretch in
      let (anchors, others) = (anchors.span, others.span)
      for place in stretch {
        let first = anchors[place].index + distance.lowerBound
        let last = anchors[place].index + distance.upperBound
        other = others.firstPlace(notBelow: RowID(UInt32(clamping: first)), from: other)
        // Those that an earlier token was near to have been kept.
        next = max(next, other)
        while next < others.count, others[next].index <= last {
          kept.append(others[next])
          next += 1
        }
      }
    }
    return FrozenArray(kept)
  }

  /// Returns the tokens of another list that can stand near some tokens.
  private static func tokens(
    of neighbour: Neighbour, near anchors: FrozenArray<RowID>, _ interruption: Interruption
  ) throws(Interrupted) -> FrozenArray<RowID> {
    guard let first = anchors.first, let last = anchors.last else { return [] }
    let bounds = (
      max(0, first.index + neighbour.distance.lowerBound),
      max(0, last.index + neighbour.distance.upperBound + 1)
    )
    return try neighbour.tokens.tokens(in: bounds.0..<bounds.1, interruption)
  }
}

extension TokenSequence {

  /// Returns how far one bracket may stand behind another.
  func distance(from bracket: Int, to other: Int) -> ClosedRange<Int> {
    let between = gaps[min(bracket, other)..<max(bracket, other)]
    let least = between.reduce(0) { $0 + $1.lowerBound + 1 }
    let most = between.reduce(0) { $0 + $1.upperBound + 1 }
    return bracket < other ? least...most : -most...(-least)
  }
}

extension Span<RowID> {

  /// Returns the first place from `start` whose row is not below `row`: eight rows at a time are passed,
  /// and those before it among the last eight are counted without branches.
  @inline(__always)
  func firstPlace(notBelow row: RowID, from start: Int) -> Int {
    var place = start
    while place + 8 <= count, self[place + 7] < row { place += 8 }
    guard place + 8 <= count else {
      while place < count, self[place] < row { place += 1 }
      return place
    }
    var before = 0
    for next in place..<place + 8 { before += self[next] < row ? 1 : 0 }
    return place + before
  }
}
