internal import CorpusStore

/// Counts rows by their periods and by a code: all rows of one period before those of the next, so
/// that one array of counts serves all periods.
struct PeriodCodes {

  private let runs: PeriodRuns
  private let column: CodeColumn
  /// The places of the rows of each period, period by period.
  private var segments: [(ordinal: Int, places: Range<Int>)] = []

  init(
    _ runs: PeriodRuns, _ column: CodeColumn, _ rows: CountedRows, _ interruption: Interruption
  ) throws(Interrupted) {
    self.runs = runs
    self.column = column
    var segments: [(ordinal: Int, places: Range<Int>)] = []
    var isOrdered = true
    try runs.forEach(of: rows, interruption) { ordinal, places in
      if let last = segments.last, last.ordinal > ordinal { isOrdered = false }
      segments.append((ordinal, places))
    }
    if !isOrdered {
      segments.sort { ($0.ordinal, $0.places.lowerBound) < ($1.ordinal, $1.places.lowerBound) }
    }
    self.segments = segments
  }

  /// Returns the number of combinations.
  func groupCount(
    _ rows: CountedRows, _ interruption: Interruption
  ) throws(Interrupted) -> Int {
    // For each code the last period in which it was met, plus one; at last for those without a code.
    var met = [UInt32](repeating: 0, count: column.dictionary.count + 1)
    var codes: [UInt32] = []
    var count = 0
    for (ordinal, places) in segments {
      let mark = UInt32(truncatingIfNeeded: ordinal + 1)
      try interruption.forEachStretch(of: places) { stretch in
        read(stretch, of: rows, into: &codes)
        count += Self.mark(codes.span, mark, &met)
      }
    }
    return count
  }

  /// Marks codes, and returns how many had another mark.
  private static func mark(
    _ codes: Span<UInt32>, _ mark: UInt32, _ met: inout [UInt32]
  ) -> Int {
    var marks = met.mutableSpan
    let last = marks.count - 1
    var count = 0
    for place in codes.indices {
      let code = min(last, Int(codes[place]))
      count += marks[code] == mark ? 0 : 1
      marks[code] = mark
    }
    return count
  }

  /// Returns the codes, the periods and the counts of all combinations.
  func counts(
    _ rows: CountedRows, _ interruption: Interruption
  ) throws(Interrupted) -> (codes: [Int64], periods: [Int64], counts: [Int64]) {
    let last = column.dictionary.count
    var present = [UInt32](repeating: 0, count: last + 1)
    var codes: [UInt32] = []
    var touched: [UInt32] = []
    var result = (codes: [Int64](), periods: [Int64](), counts: [Int64]())
    for (index, segment) in segments.enumerated() {
      try interruption.forEachStretch(of: segment.places) { stretch in
        read(stretch, of: rows, into: &codes)
        Self.add(codes.span, to: &present, &touched)
      }
      let isEnd = index + 1 == segments.count || segments[index + 1].ordinal != segment.ordinal
      guard isEnd else { continue }
      let period = runs.key(segment.ordinal)
      try interruption.forEachStretch(of: touched.indices) { stretch in
        for code in touched[stretch] {
          result.codes.append(code == last ? GroupValues.missing : Int64(code))
          result.periods.append(period)
          result.counts.append(Int64(present[Int(code)]))
          present[Int(code)] = 0
        }
      }
      touched.removeAll(keepingCapacity: true)
    }
    return result
  }

  /// Counts codes; those that were not there yet are told.
  private static func add(
    _ codes: Span<UInt32>, to present: inout [UInt32], _ touched: inout [UInt32]
  ) {
    var counts = present.mutableSpan
    let last = counts.count - 1
    for place in codes.indices {
      let code = min(last, Int(codes[place]))
      if counts[code] == 0 { touched.append(UInt32(truncatingIfNeeded: code)) }
      counts[code] += 1
    }
  }

  /// Puts the codes of the rows at some places into `codes`.
  private func read(_ places: Range<Int>, of rows: CountedRows, into codes: inout [UInt32]) {
    switch rows {
    case .all: column.values.read(places, into: &codes)
    case .listed(_, let ids, _): column.values.read(ids, places, into: &codes)
    case .some(let rows): column.values.read(rows.ids, places, into: &codes)
    }
  }
}

extension CodeSequence {

  /// Puts the codes of the rows at some places of a list into `codes`.
  func read(_ rows: some RowList, _ places: Range<Int>, into codes: inout [UInt32]) {
    codes.removeAll(keepingCapacity: true)
    codes.reserveCapacity(places.count)
    switch self {
    case .wide(let values):
      let values = values.span
      for place in places { codes.append(values[rows[place].index]) }
    case .stretches(let stretches):
      codes = stretches.codes(of: places.count) { rows[places.lowerBound + $0].index }
    case .narrow, .mapped, .sparse:
      for place in places { codes.append(self[rows[place].index]) }
    }
  }
}
