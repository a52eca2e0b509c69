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
    let last = column.dictionary.count
    // For each code the last period in which it was met, plus one.
    var met = [UInt32](repeating: 0, count: last + 1)
    var count = 0
    for (ordinal, places) in segments {
      let mark = UInt32(truncatingIfNeeded: ordinal + 1)
      try forEachCode(places, rows, interruption) { code in
        let code = min(last, Int(code))
        if met[code] != mark {
          met[code] = mark
          count += 1
        }
      }
    }
    return count
  }

  /// Returns the codes, the periods and the counts of all combinations.
  func counts(
    _ rows: CountedRows, _ interruption: Interruption
  ) throws(Interrupted) -> (codes: [Int64], periods: [Int64], counts: [Int64]) {
    let last = column.dictionary.count
    var present = [UInt32](repeating: 0, count: last + 1)
    var touched: [Int] = []
    var result = (codes: [Int64](), periods: [Int64](), counts: [Int64]())
    for (index, segment) in segments.enumerated() {
      try forEachCode(segment.places, rows, interruption) { code in
        let code = min(last, Int(code))
        if present[code] == 0 { touched.append(code) }
        present[code] += 1
      }
      let isEnd = index + 1 == segments.count || segments[index + 1].ordinal != segment.ordinal
      guard isEnd else { continue }
      let period = runs.key(segment.ordinal)
      try interruption.forEachStretch(of: touched.indices) { stretch in
        for code in touched[stretch] {
          result.codes.append(code == last ? GroupValues.missing : Int64(code))
          result.periods.append(period)
          result.counts.append(Int64(present[code]))
          present[code] = 0
        }
      }
      touched.removeAll(keepingCapacity: true)
    }
    return result
  }

  @inline(__always)
  private func forEachCode(
    _ places: Range<Int>, _ rows: CountedRows, _ interruption: Interruption,
    _ body: (UInt32) -> Void
  ) throws(Interrupted) {
    try interruption.forEachStretch(of: places) { stretch in
      switch (column.values, rows) {
      case (.wide(let codes), .all):
        let codes = codes.span
        for row in stretch { body(codes[row]) }
      case (.wide(let codes), .some(let rows)):
        let (codes, ids) = (codes.span, rows.ids.span)
        for place in stretch { body(codes[ids[place].index]) }
      case (let codes, .all): for row in stretch { body(codes[row]) }
      case (let codes, .some(let rows)):
        let ids = rows.ids.span
        for place in stretch { body(codes[ids[place].index]) }
      }
    }
  }
}
