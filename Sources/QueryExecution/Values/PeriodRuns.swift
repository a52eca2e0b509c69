internal import CorpusStore
internal import QuerySemantics

/// The rows of a table cut where their days pass from one period to another.
///
/// Documents lie in the corpus one behind the other, and mostly in the order of their days; then all
/// rows of a month are a few runs, and are counted by leaping from one run to the next.
struct PeriodRuns: Sendable {

  /// What the runs hang on: the reference that leads to the day, if any, the day, and the period.
  struct Key: Hashable, Sendable {
    let hop: Attribute?
    let date: Attribute
    let part: DatePart
  }

  /// The number of rows without a day, in place of that of a period.
  static let undated = Int32.min

  /// The first row of each run.
  let starts: Stretches

  /// For each run the place of its period among `periods`.
  let ordinals: [UInt32]

  /// The periods that occur, ascending; that of rows without a day comes first.
  let periods: [Int32]

  /// How many rows each run has.
  let lengths: [UInt32]

  /// Whether every row has a day, and none an earlier one than the row before it.
  let isAscending: Bool

  /// Cuts rows of which each day has the rows from one bound to the next.
  ///
  /// - Parameters:
  ///   - count: The number of days.
  ///   - bounds: The first row of each day, and the one behind the last; nil where each row has a day
  ///     of its own.
  ///   - part: The periods.
  ///   - interruption: The wish to stop.
  ///   - day: Returns the day of a place among the bounds.
  /// - Throws: `Interrupted` when it is asked to stop.
  init(
    count: Int, bounds: FrozenArray<UInt32>?, _ part: DatePart, _ interruption: Interruption,
    day: (Int) -> Day
  ) throws(Interrupted) {
    let period = Period(part)
    var starts: [UInt32] = []
    var found: [Int32] = []
    var last = Day(number: Int32.max)
    try interruption.forEachStretch(of: 0..<count) { stretch in
      for place in stretch {
        let day = day(place)
        guard day != last else { continue }
        last = day
        let index = day == .missing ? Self.undated : Int32(clamping: period.index(of: day))
        guard index != found.last else { continue }
        starts.append(bounds.map { $0[place] } ?? UInt32(truncatingIfNeeded: place))
        found.append(index)
      }
    }
    starts.append(bounds?.last ?? UInt32(truncatingIfNeeded: count))
    periods = Set(found).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(periods, UInt32(0)...))
    ordinals = found.map { places[$0] ?? 0 }
    lengths = found.indices.map { starts[$0 + 1] - starts[$0] }
    // Where each period has one run, and they come in their order, the runs are the periods.
    isAscending = found == periods && periods.first != Self.undated
    self.starts = Stretches(FrozenArray(starts))
  }

  /// What a period is as a key of groups.
  func key(_ ordinal: Int) -> Int64 {
    periods[ordinal] == Self.undated ? GroupValues.missing : Int64(periods[ordinal])
  }

  /// Calls `body` with the place of each period in which some rows lie, and with the places of the
  /// rows: more than once for a period, where others lie between.
  @inline(__always)
  func forEach(
    of rows: CountedRows, _ interruption: Interruption, _ body: (Int, Range<Int>) -> Void
  ) throws(Interrupted) {
    switch rows {
    case .listed(_, let ids, _):
      try starts.forEach(of: ids, interruption) { run, places in
        body(Int(ordinals[run]), places)
      }
    case .some(let rows):
      try starts.forEach(of: rows.ids, interruption) { run, places in
        body(Int(ordinals[run]), places)
      }
    case .all:
      var first = 0
      for (run, length) in lengths.enumerated() {
        body(Int(ordinals[run]), first..<first + Int(length))
        first += Int(length)
      }
    }
  }
}

extension PeriodRuns {

  /// Counts rows by their periods, the earliest first, those without a day last.
  func counts(
    of rows: CountedRows, _ reading: KeyReading, _ interruption: Interruption
  ) throws(Interrupted) -> GroupCounts {
    var all = [Int64](repeating: 0, count: periods.count)
    for part in try countsOfParts(rows, interruption) {
      for ordinal in all.indices { all[ordinal] += part[ordinal] }
    }
    var present = all.indices.filter { all[$0] > 0 }
    if let first = present.first, key(first) == GroupValues.missing {
      present.append(present.removeFirst())
    }
    return GroupCounts(
      keys: [present.map(key)], counts: present.map { all[$0] }, readings: [reading])
  }
}

extension PeriodRuns {

  /// So many leaps through so many rows are worth a second thread.
  private static let (leaps, share) = (1 << 13, 1 << 19)

  /// Returns for parts of some rows how many each period has.
  private func countsOfParts(
    _ rows: CountedRows, _ interruption: Interruption
  ) throws(Interrupted) -> [[Int64]] {
    guard case .listed(_, let ids, _) = rows, starts.count > Self.leaps else {
      var counts = [Int64](repeating: 0, count: periods.count)
      try forEach(of: rows, interruption) { counts[$0] += Int64($1.count) }
      return [counts]
    }
    return try SharedWork.parts(of: ids.indices, width: 1, least: Self.share) {
      part throws(Interrupted) in
      var counts = [Int64](repeating: 0, count: periods.count)
      try starts.forEach(of: ids.extracting(part), interruption) { run, places in
        counts[Int(ordinals[run])] += Int64(places.count)
      }
      return counts
    }
  }
}

extension PeriodRuns {

  /// Returns the places of the last rows, those of the last period first; rows of one period stay in
  /// their order.
  ///
  /// - Precondition: the rows ascend, and `isAscending` holds.
  func lastPlaces(_ count: Int, of rows: CountedRows) -> [Int] {
    switch rows {
    case .all(_, let all): lastPlaces(count, of: all) { RowID(UInt32(truncatingIfNeeded: $0)) }
    case .listed(_, let ids, _): lastPlaces(count, of: ids.count) { ids[$0] }
    case .some(let rows): lastPlaces(count, of: rows.count) { rows.ids[$0] }
    }
  }

  @inline(__always)
  private func lastPlaces(_ count: Int, of all: Int, _ row: (Int) -> RowID) -> [Int] {
    var places: [Int] = []
    places.reserveCapacity(count)
    var end = all
    while places.count < count, end > 0 {
      let start = starts.start(ofStretchWith: row(end - 1))
      let back = Gallop.lowerBound(from: 0, to: end) { row(end - 1 - $0).rawValue >= start }
      places.append(contentsOf: (end - back..<end).prefix(count - places.count))
      end -= back
    }
    return places
  }
}
