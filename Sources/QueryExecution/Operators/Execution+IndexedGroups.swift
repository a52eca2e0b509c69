internal import CorpusStore
internal import QuerySemantics

/// Groups that are counted without a look at the values of each row.
extension Execution {

  /// Of how many days one row at least must be counted, for the days to be cut into periods first.
  private static let daysPerRow = 512

  /// So few rows are counted one by one.
  private var few: Int { blockSize }

  /// Counts rows by one code, by one period, or by both; nil where the paths are no such.
  func indexedGroups(
    of rows: CountedRows, by paths: [BoundPath], limit: Int?
  ) throws(Interrupted) -> GroupCounts? {
    let readers = paths.map { ValueReader($0, kind: rows.kind, corpus: corpus) }
    if readers.count == 1 {
      if let column = readers[0].plainColumn {
        if let pairs = partners(of: rows, at: paths[0]) {
          return try CodeCounts(of: pairs, rows.count, limit: limit, interruption).groups(
            readers[0].reading)
        }
        return try CodeCounts(of: column, rows, few: few, limit: limit, interruption).groups(
          readers[0].reading)
      }
      return try periodRuns(of: paths[0], rows)?.counts(of: rows, readers[0].reading, interruption)
    }
    guard let pair = try periodCodes(rows, paths, readers) else { return nil }
    let found = try pair.codes.counts(rows, interruption)
    return GroupCounts(
      keys: pair.isPeriodFirst ? [found.periods, found.codes] : [found.codes, found.periods],
      counts: found.counts, readings: readers.map(\.reading))
  }

  /// Returns the codes that rows have at a path, and bounds between which so many rows have each,
  /// where that is indexed.
  private func partners(
    of rows: CountedRows, at path: BoundPath
  ) -> (codes: FrozenArray<UInt32>, bounds: FrozenArray<UInt32>)? {
    guard case .listed(_, _, let code?) = rows, case .attribute(let attribute) = path.target
    else { return nil }
    return corpus.pairs(of: code.attribute, with: attribute)?.partners(of: code.code)
  }

  /// Returns the number of combinations of values that rows have.
  func groupCount(of rows: CountedRows, by paths: [BoundPath]) throws(Interrupted) -> Int {
    if paths.count == 2 {
      let readers = paths.map { ValueReader($0, kind: rows.kind, corpus: corpus) }
      if let pair = try periodCodes(rows, paths, readers) {
        return try pair.codes.groupCount(rows, interruption)
      }
    }
    return try groups(of: rows, by: paths).counts.count
  }

  private func periodCodes(
    _ rows: CountedRows, _ paths: [BoundPath], _ readers: [ValueReader]
  ) throws(Interrupted) -> (codes: PeriodCodes, isPeriodFirst: Bool)? {
    guard paths.count == 2, rows.count > few else { return nil }
    for (code, period) in [(0, 1), (1, 0)] {
      guard let column = readers[code].plainColumn,
        let runs = try periodRuns(of: paths[period], rows)
      else { continue }
      return (try PeriodCodes(runs, column, rows, interruption), period == 0)
    }
    return nil
  }

  /// Returns the rows of a table cut by the periods at a path, where that serves to count `rows`.
  func periodRuns(
    of path: BoundPath, _ rows: CountedRows
  ) throws(Interrupted) -> PeriodRuns? {
    guard case .attribute(let attribute) = path.target, path.hops.count <= 1,
      case .dates(let dates)? = corpus.column(of: attribute)
    else { return nil }
    if case .groups = rows.kind { return nil }
    let key = PeriodRuns.Key(hop: path.hops.first, date: attribute, part: path.part ?? .day)
    if !evaluator.knowsPeriodRuns(key) {
      let worthwhile = max(few, dates.values.count / Self.daysPerRow)
      guard rows.count > worthwhile else { return nil }
    }
    if case .some(let some) = rows, try !some.isSorted(interruption) { return nil }
    return try evaluator.periodRuns(key) { () throws(Interrupted) in
      try makePeriodRuns(key, dates)
    }
  }

  private func makePeriodRuns(
    _ key: PeriodRuns.Key, _ dates: DateColumn
  ) throws(Interrupted) -> PeriodRuns? {
    let days = dates.values
    guard let hop = key.hop else {
      return try PeriodRuns(count: days.count, bounds: nil, key.part, interruption) { days[$0] }
    }
    guard case .codes(let column)? = corpus.column(of: hop),
      case .stretches(let stretches) = column.values
    else { return nil }
    let rows = column.dictionary.entries
    return try PeriodRuns(count: rows.count, bounds: stretches.starts, key.part, interruption) {
      days[Int(rows[$0])]
    }
  }
}
