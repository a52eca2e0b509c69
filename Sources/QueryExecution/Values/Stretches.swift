internal import CorpusStore

/// Stretches of rows that follow upon each other, from row 0 on.
struct Stretches: Sendable {

  /// Where each begins; behind the last of them may stand where it ends.
  private let starts: FrozenArray<UInt32>

  init(_ starts: FrozenArray<UInt32>) { self.starts = starts }

  /// How many there are, or one more.
  var count: Int { starts.count }

  /// Returns the first row of the stretch in which a row lies.
  func start(ofStretchWith row: RowID) -> UInt32 {
    starts[starts.firstIndex(above: row.rawValue) - 1]
  }

  /// Calls `body` with each stretch in which some rows lie, and with the places of these rows.
  ///
  /// From the rows of one stretch to the next it leaps by galloping, through the rows as through the
  /// stretches, whichever are more.
  ///
  /// - Precondition: the rows ascend.
  @inline(__always)
  func forEach(
    of ids: some RowList, _ interruption: Interruption, _ body: (Int, Range<Int>) -> Void
  ) throws(Interrupted) {
    var (place, stretch, rest) = (0, 0, 1 << 14)
    while place < ids.count {
      let next = Self.next(place, stretch, ids, starts.span)
      body(next.stretch, place..<next.end)
      (place, stretch) = (next.end, next.stretch)
      rest -= 1
      if rest == 0 {
        try interruption.check()
        rest = 1 << 14
      }
    }
  }

  /// Returns the stretch of the row at a place, and the first place behind that lies in another.
  @inline(__always)
  private static func next(
    _ place: Int, _ stretch: Int, _ ids: some RowList, _ starts: Span<UInt32>
  ) -> (stretch: Int, end: Int) {
    let row = ids[place].rawValue
    let behind = Gallop.lowerBound(from: stretch, to: starts.count) { starts[$0] <= row }
    guard behind < starts.count else { return (behind - 1, ids.count) }
    let bound = starts[behind]
    let end = Gallop.lowerBound(from: place + 1, to: ids.count) { ids[$0].rawValue < bound }
    return (behind - 1, end)
  }
}
