internal import CorpusStore

/// The pieces of the rows of a table, where each begins behind the end of the one before it.
///
/// Then the row that holds a match is looked up, and no set of regions need be indexed.
struct PieceSequence: Sendable {

  /// The first token of each piece, and the one behind its last.
  private let starts: FrozenArray<UInt32>
  private let ends: FrozenArray<UInt32>
  /// Whether each ends where the next one starts, so that its end need not be loaded.
  private let isGapless: Bool
  private let directory: RunDirectory
  /// The first piece of each row, and the number of pieces; nil where each row is one piece.
  private let firstPieces: FrozenArray<UInt32>?
  /// The row of each piece; none where each row is one piece.
  private let rowsOfPieces: [UInt32]

  /// Whether each row is one piece, and each token of the corpus lies in one.
  let coversAll: Bool

  /// Takes the pieces of a table; nil where they overlap, or lie in another order than the rows.
  init?(_ table: Table, _ corpus: Corpus, _ interruption: Interruption) throws(Interrupted) {
    guard table != .tokens, let rows = corpus.regions(of: table) else { return nil }
    let isPieced = table == .quotes && corpus.quotePieces.offsets.count == rows.count + 1
    let regions = isPieced ? corpus.quotePieces.regions : rows
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
    let offsets = isPieced ? corpus.quotePieces.offsets : []
    let isOneEach = try interruption.isTrueOfNeighbours(count: offsets.count) {
      offsets[$0] == offsets[$0 - 1] + 1
    }
    firstPieces = isOneEach ? nil : offsets
    rowsOfPieces = isOneEach ? [] : try Self.rows(ofPiecesFrom: offsets, interruption)
    coversAll = firstPieces == nil && regions.tokenCount == corpus.tokens.count
  }

  private static func rows(
    ofPiecesFrom offsets: FrozenArray<UInt32>, _ interruption: Interruption
  ) throws(Interrupted) -> [UInt32] {
    var rows: [UInt32] = []
    rows.reserveCapacity(Int(offsets.last ?? 0))
    try interruption.forEachStretch(of: 0..<max(0, offsets.count - 1)) { stretch in
      for row in stretch {
        for _ in offsets[row]..<offsets[row + 1] { rows.append(UInt32(truncatingIfNeeded: row)) }
      }
    }
    return rows
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
    let parts = try SharedWork.parts(
      of: 0..<matches.count, width: RunDirectory.blockSize, least: Self.share
    ) { part throws(Interrupted) in
      try rows(containing: matches, at: part, interruption)
    }
    guard var rows = parts.first else { return [] }
    for part in parts.dropFirst() {
      // A row can hold the last match of one part and the first of the next.
      rows += rows.last == part.first ? part.dropFirst() : part[...]
    }
    return rows
  }

  /// The number of matches from which on looking up their rows is worth a second thread.
  private static let share = 1 << 14

  private func rows(
    containing matches: TextPlaces, at places: Range<Int>, _ interruption: Interruption
  ) throws(Interrupted) -> [RowID] {
    // Each row is written down, and the next overwrites it where it is none.
    var found = [RowID](repeating: RowID(0), count: places.count)
    var count = 0
    var behind = [UInt32](repeating: 0, count: RunDirectory.blockSize)
    for first in stride(from: places.lowerBound, to: places.upperBound, by: RunDirectory.blockSize)
    {
      try interruption.check()
      let block = first..<min(places.upperBound, first + RunDirectory.blockSize)
      let (starts, ends) = (starts.span, ends.span)
      var pieces = behind.mutableSpan
      directory.count(
        ofRunsUpTo: block, token: { matches.start(at: $0) }, starts: starts, into: &pieces)
      for place in block {
        let piece = Int(pieces[place - first]) - 1
        guard piece >= 0 else { continue }
        let isHeld = matches.end(at: place) <= end(of: piece, starts, ends)
        let id = row(ofPiece: piece)
        found[count] = id
        count += isHeld && (count == 0 || found[count - 1] != id) ? 1 : 0
      }
    }
    found.removeLast(found.count - count)
    return found
  }

  /// The number of pieces that a cache of a core mostly holds, from one search to the next.
  private static let cached = 1 << 18

  /// Returns the rows of which a piece shares a token with some match, ascending.
  ///
  /// - Precondition: the matches ascend.
  func rows(
    overlapping matches: TextPlaces, _ interruption: Interruption
  ) throws(Interrupted) -> [RowID] {
    // What shares its one token with a piece lies in it. To leap from piece to piece is faster only as
    // long as no leap has to wait for the memory.
    if matches.areTokens, starts.count > Self.cached {
      return try rows(containing: matches, among: nil, interruption)
    }
    var found: [RowID] = []
    // The first piece that no match has touched so far.
    var next = 0
    try interruption.forEachStretch(of: 0..<matches.count) { stretch in
      let (starts, ends) = (starts.span, ends.span)
      for place in stretch {
        let (start, end) = (matches.start(at: place), matches.end(at: place))
        next = Gallop.upperBound(of: start, in: ends, from: next)
        while next < starts.count, starts[next] < end {
          if starts[next] < ends[next], start < end {
            let id = row(ofPiece: next)
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
      hint.pieces = hint.place > 0 ? pieces(of: rows[hint.place - 1].index) : 0..<0
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

  /// Returns where a row starts; for one without pieces, where the next one does.
  @inline(__always)
  private func start(of row: RowID) -> UInt32 {
    let piece = pieces(of: row.index).lowerBound
    return piece < starts.count ? starts[piece] : .max
  }

  @inline(__always)
  private func row(ofPiece piece: Int) -> RowID {
    RowID(rowsOfPieces.isEmpty ? UInt32(truncatingIfNeeded: piece) : rowsOfPieces[piece])
  }
}
