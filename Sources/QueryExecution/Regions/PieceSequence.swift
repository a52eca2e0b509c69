internal import CorpusStore

/// The pieces of the rows of a table, where each begins behind the end of the one before it.
///
/// Then the row that holds a match is found by leaping forward, and nothing need be indexed.
struct PieceSequence: Sendable {

  private let regions: Regions
  /// The first piece of each row; nil where each row is one piece.
  private let firstPieces: FrozenArray<UInt32>?

  /// Takes the pieces of a table; nil where they overlap, or lie in another order than the rows.
  init?(_ table: Table, _ corpus: Corpus, _ interruption: Interruption) throws(Interrupted) {
    if table == .quotes {
      regions = corpus.quotePieces.regions
      firstPieces = corpus.quotePieces.offsets
    } else {
      guard let own = corpus.regions(of: table) else { return nil }
      regions = own
      firstPieces = nil
    }
    let bounds = regions.bounds
    let isSequence = try interruption.isTrueOfNeighbours(count: regions.count) {
      bounds.ends[$0 - 1] <= bounds.starts[$0]
    }
    guard isSequence else { return nil }
  }

  /// Returns the rows of which a piece holds all of some match, ascending.
  ///
  /// - Precondition: the matches ascend.
  func rows(containing matches: Rows, _ interruption: Interruption) throws(Interrupted) -> [RowID] {
    var found: [RowID] = []
    var (behind, row) = (0, 0)
    let (bounds, ids, matchEnds) = (regions.bounds, matches.ids, matches.ends)
    try interruption.forEachStretch(of: ids.indices) { stretch in
      let (starts, ends) = (bounds.starts.span, bounds.ends.span)
      let (firsts, lasts) = (ids.span, matchEnds.span)
      for place in stretch {
        let (start, end) = (firsts[place].rawValue, lasts[place])
        behind = Gallop.lowerBound(from: behind, to: starts.count) { starts[$0] <= start }
        guard behind > 0, end > start, ends[behind - 1] >= end else { continue }
        row = self.row(ofPiece: behind - 1, from: row)
        let id = RowID(UInt32(truncatingIfNeeded: row))
        if found.last != id { found.append(id) }
      }
    }
    return found
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
