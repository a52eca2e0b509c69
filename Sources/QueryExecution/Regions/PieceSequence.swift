internal import CorpusStore

/// The pieces of the rows of a table, where each begins behind the end of the one before it.
///
/// Then the row that holds a match is found by leaping forward, and nothing need be indexed.
struct PieceSequence: Sendable {

  /// The first token of each piece, and the one behind its last.
  private let starts: FrozenArray<UInt32>
  private let ends: FrozenArray<UInt32>
  /// The first piece of each row; nil where each row is one piece.
  private let firstPieces: FrozenArray<UInt32>?

  /// Whether each row is one piece, and each token of the corpus lies in one.
  let coversAll: Bool

  /// Takes the pieces of a table; nil where they overlap, or lie in another order than the rows.
  init?(_ table: Table, _ corpus: Corpus, _ interruption: Interruption) throws(Interrupted) {
    guard table != .tokens, let rows = corpus.regions(of: table) else { return nil }
    let isPieced = table == .quotes && corpus.quotePieces.offsets.count == rows.count + 1
    let regions = isPieced ? corpus.quotePieces.regions : rows
    firstPieces = isPieced ? corpus.quotePieces.offsets : nil
    let bounds = regions.bounds
    (starts, ends) = bounds
    let isSequence = try interruption.isTrueOfNeighbours(count: regions.count) {
      bounds.ends[$0 - 1] <= bounds.starts[$0]
    }
    guard isSequence else { return nil }
    coversAll = !isPieced && regions.tokenCount == corpus.tokens.count
  }

  /// Returns the rows of which a piece holds all of some match, ascending.
  ///
  /// - Precondition: the matches ascend.
  func rows(containing matches: Rows, _ interruption: Interruption) throws(Interrupted) -> [RowID] {
    var found: [RowID] = []
    var (behind, row) = (0, 0)
    let (ids, matchEnds) = (matches.ids, matches.ends)
    try interruption.forEachStretch(of: ids.indices) { stretch in
      let (starts, ends) = (starts.span, ends.span)
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

  /// Returns the rows of which a piece shares a token with some match, ascending.
  ///
  /// - Precondition: the matches ascend.
  func rows(
    overlapping matches: Rows, _ interruption: Interruption
  ) throws(Interrupted) -> [RowID] {
    var found: [RowID] = []
    // The first piece that no match has touched so far, and the row of the latest that one has.
    var (next, row) = (0, 0)
    let (ids, matchEnds) = (matches.ids, matches.ends)
    try interruption.forEachStretch(of: ids.indices) { stretch in
      let (starts, ends) = (starts.span, ends.span)
      let (firsts, lasts) = (ids.span, matchEnds.span)
      for place in stretch {
        let (start, end) = (firsts[place].rawValue, lasts[place])
        next = Gallop.lowerBound(from: next, to: ends.count) { ends[$0] <= start }
        while next < starts.count, starts[next] < end {
          if starts[next] < ends[next], start < end {
            row = self.row(ofPiece: next, from: row)
            let id = RowID(UInt32(truncatingIfNeeded: row))
            if found.last != id { found.append(id) }
          }
          next += 1
        }
      }
    }
    return found
  }

  /// Whether a piece of some rows, which ascend, or of any holds all of a run; looked for from a
  /// place on, which is moved on.
  @inline(__always)
  func hasPiece(containing run: TokenRun, of rows: [RowID]?, near hint: inout Int) -> Bool {
    guard let rows else {
      if hint > starts.count || hint > 0 && starts[hint - 1] > run.start { hint = 0 }
      hint = Gallop.lowerBound(from: hint, to: starts.count) { starts[$0] <= run.start }
      return hint > 0 && ends[hint - 1] >= run.end
    }
    if hint > rows.count || hint > 0 && start(of: rows[hint - 1]) > run.start { hint = 0 }
    hint = Gallop.lowerBound(from: hint, to: rows.count) { start(of: rows[$0]) <= run.start }
    guard hint > 0 else { return false }
    let own = pieces(of: rows[hint - 1])
    var piece = own.upperBound - 1
    while piece >= own.lowerBound, starts[piece] > run.start { piece -= 1 }
    return piece >= own.lowerBound && ends[piece] >= run.end
  }

  @inline(__always)
  private func pieces(of row: RowID) -> Range<Int> {
    guard let firstPieces else { return row.index..<row.index + 1 }
    return Int(firstPieces[row.index])..<Int(firstPieces[row.index + 1])
  }

  /// Returns where a row starts; for one without pieces, where the next one does.
  @inline(__always)
  private func start(of row: RowID) -> UInt32 {
    let piece = pieces(of: row).lowerBound
    return piece < starts.count ? starts[piece] : .max
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
