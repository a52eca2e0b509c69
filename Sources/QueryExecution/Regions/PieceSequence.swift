internal import CorpusStore

/// The pieces of the rows of a table, where each begins behind the end of the one before it.
///
/// Then the row that holds a match is looked up, and no set of regions need be indexed.
struct PieceSequence: Sendable {

  private let starts: FrozenArray<UInt32>
  private let ends: FrozenArray<UInt32>
  /// Whether each ends where the next one starts, so that its end need not be loaded.
  private let isGapless: Bool
  private let directory: RunDirectory
  /// The first piece of each row, and the number of pieces; nil where each row is one piece.
  private let firstPieces: FrozenArray<UInt32>?

  /// Takes the pieces of a table; nil where they overlap, or lie in another order than the rows.
  init?(_ table: Table, _ corpus: Corpus, _ interruption: Interruption) throws(Interrupted) {
    let lists = table == .quotes ? corpus.quotePieces : nil
    guard let regions = lists?.regions ?? corpus.regions(of: table) else { return nil }
    let (starts, ends) = regions.bounds
    let isSequence = try interruption.isTrueOfNeighbours(count: starts.count) {
      ends[$0 - 1] <= starts[$0]
    }
    guard isSequence else { return nil }
    (self.starts, self.ends) = (starts, ends)
    isGapless = try interruption.isTrueOfNeighbours(count: starts.count) {
      ends[$0 - 1] == starts[$0]
    }
    directory = try RunDirectory(starts: starts, interruption)
    let offsets = lists?.offsets ?? []
    let isOneEach = try interruption.isTrueOfNeighbours(count: offsets.count) {
      offsets[$0] == offsets[$0 - 1] + 1
    }
    firstPieces = isOneEach ? nil : offsets
  }

  /// Returns the rows of which a piece holds all of some match, ascending, each once; where only
  /// those among some others are asked for, other rows may be left out.
  ///
  /// - Precondition: the matches ascend, and so do the other rows, each once.
  func rows(
    containing matches: TextPlaces, among some: FrozenArray<RowID>?, _ interruption: Interruption
  ) throws(Interrupted) -> [RowID] {
    if let some, some.count < matches.count {
      return try keep(some, containing: matches, interruption)
    }
    return try rows(containing: matches, interruption)
  }

  private func rows(
    containing matches: TextPlaces, _ interruption: Interruption
  ) throws(Interrupted) -> [RowID] {
    var found: [RowID] = []
    var row = 0
    var behind = RunCounts()
    for first in stride(from: 0, to: matches.count, by: RunDirectory.blockSize) {
      try interruption.check()
      let block = first..<min(matches.count, first + RunDirectory.blockSize)
      let (starts, ends) = (starts.span, ends.span)
      directory.count(
        ofRunsUpTo: block, token: { matches.start(at: $0) }, starts: starts, into: &behind)
      for place in block {
        let piece = Int(behind.values[place - first]) - 1
        guard piece >= 0, matches.end(at: place) <= end(of: piece, starts, ends) else { continue }
        row = self.row(ofPiece: piece, from: row)
        let id = RowID(UInt32(truncatingIfNeeded: row))
        if found.last != id { found.append(id) }
      }
    }
    return found
  }

  @inline(__always)
  private func end(of piece: Int, _ starts: Span<UInt32>, _ ends: Span<UInt32>) -> UInt32 {
    isGapless && piece + 1 < starts.count ? starts[piece + 1] : ends[piece]
  }

  /// Looks at rows one by one, and leaps through the matches.
  private func keep(
    _ rows: FrozenArray<RowID>, containing matches: TextPlaces, _ interruption: Interruption
  ) throws(Interrupted) -> [RowID] {
    var kept: [RowID] = []
    var match = 0
    try interruption.forEachStretch(of: rows.indices) { stretch in
      let (rows, starts, ends) = (rows.span, starts.span, ends.span)
      for place in stretch {
        let isHolder = pieces(of: rows[place].index).contains { piece in
          let (start, end) = (starts[piece], ends[piece])
          match = Gallop.lowerBound(from: match, to: matches.count) {
            matches.start(at: $0) < start
          }
          return matches.hasPlace(from: match, inside: start..<end)
        }
        if isHolder { kept.append(rows[place]) }
      }
    }
    return kept
  }

  @inline(__always)
  private func pieces(of row: Int) -> Range<Int> {
    guard let firstPieces else { return row..<row + 1 }
    return Int(firstPieces[row])..<Int(firstPieces[row + 1])
  }

  /// Returns the row of a piece, which is `first` or one behind it.
  @inline(__always)
  private func row(ofPiece piece: Int, from first: Int) -> Int {
    guard let firstPieces else { return piece }
    return Gallop.lowerBound(from: first, to: firstPieces.count) {
      Int(firstPieces[$0]) <= piece
    } - 1
  }
}
