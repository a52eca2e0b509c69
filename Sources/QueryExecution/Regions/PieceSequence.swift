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

  /// The row that was found last among some rows.
  struct Hint {
    /// How many of the rows start no later than it.
    fileprivate var place = 0
    /// Where it starts, and where the next row does.
    fileprivate var (low, high) = (UInt32(0), UInt32(0))
    /// Its pieces.
    fileprivate var pieces = 0..<0
  }

  /// Whether a piece of some rows, which ascend, or of any holds all of a run; it is looked for near
  /// the one that was found last.
  @inline(__always)
  func hasPiece(containing run: TokenRun, of rows: [RowID]?, near hint: inout Hint) -> Bool {
    if run.start >= hint.high || run.start < hint.low { move(&hint, to: run.start, rows) }
    var piece = hint.pieces.upperBound - 1
    while piece >= hint.pieces.lowerBound, starts[piece] > run.start { piece -= 1 }
    return piece >= hint.pieces.lowerBound && ends[piece] >= run.end
  }

  /// Moves on, or back, to the last of some rows, or of all, that does not start behind a token.
  private func move(_ hint: inout Hint, to token: UInt32, _ rows: [RowID]?) {
    let first = token < hint.low ? 0 : hint.place
    if let rows {
      hint.place = Gallop.lowerBound(from: first, to: rows.count) { start(of: rows[$0]) <= token }
      hint.pieces = hint.place > 0 ? pieces(of: rows[hint.place - 1]) : 0..<0
      hint.low = hint.place > 0 ? start(of: rows[hint.place - 1]) : 0
      hint.high = hint.place < rows.count ? start(of: rows[hint.place]) : .max
    } else {
      hint.place = Gallop.lowerBound(from: first, to: starts.count) { starts[$0] <= token }
      hint.pieces = max(0, hint.place - 1)..<hint.place
      hint.low = hint.place > 0 ? starts[hint.place - 1] : 0
      hint.high = hint.place < starts.count ? starts[hint.place] : .max
    }
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
