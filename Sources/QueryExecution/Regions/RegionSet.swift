internal import CorpusStore
internal import QuerySemantics

/// The rows of one side of a region relation, ready to be asked about a row of the other side.
///
/// A row lies within another if each of its pieces lies inside a piece of the other: so words lie
/// within a quote only where they are part of what was said.
struct RegionSet: Sendable {

  let rows: Rows
  private let reader: RegionReader
  private let pieces: RegionIndex
  private let envelopes: RegionIndex

  init(_ rows: Rows, corpus: Corpus, _ interruption: Interruption) throws(Interrupted) {
    self.rows = rows
    reader = RegionReader(corpus, kind: rows.kind)
    pieces = try RegionIndex(rows, reader, usesPieces: true, interruption)
    envelopes =
      reader.isPieced
      ? try RegionIndex(rows, reader, usesPieces: false, interruption) : pieces
  }

  /// Whether a row, given by its pieces, lies within some row of the set.
  func hasRow(containing inner: [TokenRun]) -> Bool {
    guard let first = inner.first else { return false }
    if inner.count == 1 { return pieces.hasRun(containing: first) }
    var isFound = false
    forEachRow(containing: inner) { _ in isFound = true }
    return isFound
  }

  /// Whether a run lies within some row of the set; runs that ascend are found in a few steps each.
  func hasRow(containing run: TokenRun, near hint: inout Int) -> Bool {
    pieces.hasRun(containing: run, near: &hint)
  }

  /// Calls `body` with the place of each row of the set that a row lies within; a place can come
  /// more than once.
  func forEachRow(containing inner: [TokenRun], _ body: (Int) -> Void) {
    guard let first = inner.first else { return }
    pieces.forEach(containing: first) { place in
      if inner.count == 1 || Self.lies(inner, within: runs(at: place)) { body(place) }
    }
  }

  /// Whether some row of the set lies within a row given by its pieces and envelope.
  func hasRow(inside outer: [TokenRun], envelope: TokenRun) -> Bool {
    if outer.count == 1 { return envelopes.hasRun(inside: outer[0]) }
    var isFound = false
    envelopes.forEach(inside: envelope) { place in
      if !isFound { isFound = Self.lies(runs(at: place), within: outer) }
    }
    return isFound
  }

  /// Whether some row of the set shares a token with a row given by its pieces.
  func hasRow(overlapping other: [TokenRun]) -> Bool {
    other.contains { pieces.hasRun(overlapping: $0) }
  }

  /// Calls `body` with the place of each row of the set that shares a token with a row; a place can
  /// come more than once.
  func forEachRow(overlapping other: [TokenRun], _ body: (Int) -> Void) {
    for run in other { forEachRow(overlapping: run, body) }
  }

  /// Calls `body` with the place of each row of the set that shares a token with a run.
  @inline(__always)
  func forEachRow(overlapping run: TokenRun, _ body: (Int) -> Void) {
    pieces.forEach(overlapping: run, body)
  }

  /// Whether some row of the set but one stands so to a row of the same table: within it, containing
  /// it or overlapping it; others are false.
  func hasRow(
    _ relation: RegionRelation, _ row: [TokenRun], envelope: TokenRun, butFor id: RowID
  ) -> Bool {
    var isFound = false
    switch relation {
    case .within, .outside:
      forEachRow(containing: row) { if rows.ids[$0] != id { isFound = true } }
    case .containing:
      envelopes.forEach(inside: envelope) { place in
        if !isFound, rows.ids[place] != id { isFound = Self.lies(runs(at: place), within: row) }
      }
    case .overlapping:
      forEachRow(overlapping: row) { if rows.ids[$0] != id { isFound = true } }
    case .before, .after, .near: break
    }
    return isFound
  }

  private func runs(at place: Int) -> [TokenRun] {
    reader.pieces(of: rows.ids[place], end: rows.end(at: place))
  }

  private static func lies(_ inner: [TokenRun], within outer: [TokenRun]) -> Bool {
    !inner.isEmpty
      && inner.allSatisfy { run in
        outer.contains { $0.start <= run.start && $0.end >= run.end }
      }
  }
}
