internal import CorpusStore
internal import QuerySemantics

/// True where a row lies, or where it does not lie, within a piece of some row of another table in
/// which pieces follow upon each other.
struct HolderTest: RowTest {

  private let pieces: PieceSequence
  /// The rows that may hold others, ascending; nil for all of the table.
  private let holders: [RowID]?
  /// The last token of each piece, where each token lies in one and all rows may hold others.
  private let lastTokens: Bitmap?
  private let reader: RegionReader
  private let isWithin: Bool

  /// Creates the test of rows of a kind; nil for other relations, and for tables or kinds for which
  /// pieces have to be indexed.
  ///
  /// - Precondition: the holders ascend.
  init?(
    _ relation: RegionRelation, kind: Rows.Kind, holders: Rows, _ evaluator: Evaluator,
    _ interruption: Interruption
  ) throws(Interrupted) {
    guard case .table(let table) = holders.kind else { return nil }
    try self.init(relation, kind: kind, table, holders.ids, evaluator, interruption)
  }

  /// Creates the test of being within any row of a table, or none.
  init?(
    _ relation: RegionRelation, kind: Rows.Kind, allOf table: Table, _ evaluator: Evaluator,
    _ interruption: Interruption
  ) throws(Interrupted) {
    try self.init(relation, kind: kind, table, nil, evaluator, interruption)
  }

  private init?(
    _ relation: RegionRelation, kind: Rows.Kind, _ table: Table, _ holders: [RowID]?,
    _ evaluator: Evaluator, _ interruption: Interruption
  ) throws(Interrupted) {
    reader = RegionReader(evaluator.corpus, kind: kind)
    guard relation == .within || relation == .outside, !reader.isPieced,
      !kind.isSameTable(as: .table(table)),
      let pieces = try evaluator.pieceSequence(of: table, interruption)
    else { return nil }
    self.pieces = pieces
    self.holders = holders
    isWithin = relation == .within
    if holders == nil, pieces.coversAll, case .matches = kind {
      lastTokens = try evaluator.lastTokens(of: table, interruption)
    } else {
      lastTokens = nil
    }
  }

  func narrow(_ places: inout [Int], of block: RowBlock) {
    var hint = PieceSequence.Hint()
    places.keep { place in
      let run = reader.envelope(of: block.ids[place], end: block.end(at: place))
      return isHeld(run, near: &hint) == isWithin
    }
  }

  @inline(__always)
  private func isHeld(_ run: TokenRun, near hint: inout PieceSequence.Hint) -> Bool {
    if run.isEmpty { return false }
    if let lastTokens, run.end - run.start <= 64 {
      let rest = lastTokens.bits(from: Int(run.start)).trailingZeroBitCount
      return rest >= Int(run.end - run.start) - 1
    }
    return pieces.hasPiece(containing: run, of: holders, near: &hint)
  }
}
