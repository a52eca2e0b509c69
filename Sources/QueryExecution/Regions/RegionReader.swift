internal import CorpusStore

/// A half-open run of tokens.
struct TokenRun: Hashable {
  let start: UInt32
  let end: UInt32
  var isEmpty: Bool { start >= end }
}

/// Tells where rows stand in the text.
struct RegionReader {

  private let regions: Regions?
  private let pieces: RegionLists?
  private let isMatches: Bool

  init(_ corpus: Corpus, kind: Rows.Kind) {
    switch kind {
    case .table(let table):
      regions = corpus.regions(of: table)
      pieces = table == .quotes ? corpus.quotePieces : nil
      isMatches = false
    case .matches:
      (regions, pieces, isMatches) = (nil, nil, true)
    case .groups:
      (regions, pieces, isMatches) = (nil, nil, false)
    }
  }

  /// Returns the run from the first to the last token of a row; an empty one where a row is not in
  /// the text.
  @inline(__always)
  func envelope(of id: RowID, end: UInt32?) -> TokenRun {
    if let regions {
      return TokenRun(start: regions.start(of: id.index), end: regions.end(of: id.index))
    }
    return TokenRun(start: id.rawValue, end: isMatches ? end ?? id.rawValue : id.rawValue)
  }

  /// Calls `body` with the runs of a row's content: the pieces of a quote, or the row as a whole.
  ///
  /// Empty runs are left out.
  @inline(__always)
  func forEachPiece(of id: RowID, end: UInt32?, _ body: (TokenRun) -> Void) {
    guard let pieces else {
      let run = envelope(of: id, end: end)
      if !run.isEmpty { body(run) }
      return
    }
    for piece in pieces.offsets[id.index]..<pieces.offsets[id.index + 1] {
      let run = TokenRun(
        start: pieces.regions.start(of: Int(piece)), end: pieces.regions.end(of: Int(piece)))
      if !run.isEmpty { body(run) }
    }
  }

  /// Returns the runs that hold the content of a row.
  func pieces(of id: RowID, end: UInt32?) -> [TokenRun] {
    var runs: [TokenRun] = []
    forEachPiece(of: id, end: end) { runs.append($0) }
    return runs
  }

  /// Whether rows of this kind can have several pieces.
  var isPieced: Bool { pieces != nil }
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
