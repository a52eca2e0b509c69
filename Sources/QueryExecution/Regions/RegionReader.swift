internal import CorpusStore

/// A half-open run of tokens.
struct TokenRun: Hashable {
  let start: UInt32
  let end: UInt32
  var isEmpty: Bool { start >= end }
}

/// Tells where rows stand in the text.
struct RegionReader {

  /// What the number of a row says of its place.
  private enum Place {
    /// Where it starts and ends stands in lists.
    case listed
    /// It is a token.
    case token
    /// It is the first token of a match, whose end comes with it.
    case match
    /// Nothing.
    case none
  }

  private let place: Place
  private let starts: FrozenArray<UInt32>
  private let ends: FrozenArray<UInt32>
  private let pieceOffsets: FrozenArray<UInt32>
  private let pieceStarts: FrozenArray<UInt32>
  private let pieceEnds: FrozenArray<UInt32>

  /// Whether rows of this kind can have several pieces.
  let isPieced: Bool

  init(_ corpus: Corpus, kind: Rows.Kind) {
    var bounds: (starts: FrozenArray<UInt32>, ends: FrozenArray<UInt32>) = ([], [])
    var isPieced = false
    switch kind {
    case .table(.tokens): place = .token
    case .table(let table):
      if let regions = corpus.regions(of: table) {
        (place, bounds) = (.listed, regions.bounds)
        isPieced = table == .quotes && corpus.quotePieces.offsets.count == regions.count + 1
      } else {
        place = .none
      }
    case .matches: place = .match
    case .groups: place = .none
    }
    (starts, ends) = bounds
    self.isPieced = isPieced
    pieceOffsets = isPieced ? corpus.quotePieces.offsets : []
    (pieceStarts, pieceEnds) = isPieced ? corpus.quotePieces.regions.bounds : ([], [])
  }

  /// Returns the run from the first to the last token of a row; an empty one where a row is not in
  /// the text.
  @inline(__always)
  func envelope(of id: RowID, end: UInt32?) -> TokenRun {
    switch place {
    case .listed: TokenRun(start: starts[id.index], end: ends[id.index])
    case .token: TokenRun(start: id.rawValue, end: id.rawValue + 1)
    case .match: TokenRun(start: id.rawValue, end: end ?? id.rawValue)
    case .none: TokenRun(start: id.rawValue, end: id.rawValue)
    }
  }

  /// Calls `body` with the runs of a row's content: the pieces of a quote, or the row as a whole.
  ///
  /// Empty runs are left out.
  @inline(__always)
  func forEachPiece(of id: RowID, end: UInt32?, _ body: (TokenRun) -> Void) {
    guard isPieced else {
      let run = envelope(of: id, end: end)
      if !run.isEmpty { body(run) }
      return
    }
    for piece in Int(pieceOffsets[id.index])..<Int(pieceOffsets[id.index + 1]) {
      let run = TokenRun(start: pieceStarts[piece], end: pieceEnds[piece])
      if !run.isEmpty { body(run) }
    }
  }

  /// Returns the runs that hold the content of a row.
  func pieces(of id: RowID, end: UInt32?) -> [TokenRun] {
    var runs: [TokenRun] = []
    forEachPiece(of: id, end: end) { runs.append($0) }
    return runs
  }
}

extension Rows {
  /// Returns the token behind the last of the row at a place, for matches.
  @inline(__always)
  func end(at place: Int) -> UInt32? { ends.isEmpty ? nil : ends[place] }
}

extension RowBlock {
  /// Returns the token behind the last of the row at a place, for matches.
  @inline(__always)
  func end(at place: Int) -> UInt32? { ends.isEmpty ? nil : ends[place] }
}
