internal import CorpusStore
internal import QueryPlanning
internal import QuerySemantics

/// Rows that several inputs have, where the rows of each input are known as a list or as one stretch.
extension Execution {

  /// Returns the lists whose common rows are those of an intersection; nil where an input has none.
  func intersectedLists(
    _ plan: Plan, _ index: Int
  ) throws(Interrupted) -> [FrozenArray<RowID>]? {
    guard plan.inputs.allSatisfy(isListed) else { return nil }
    var lists: [FrozenArray<RowID>] = []
    var joins: [(Plan, Int)] = []
    var bounds: Range<UInt32> = 0..<UInt32.max
    for (input, number) in inputs(of: plan, index) {
      if let stretch = stretch(of: input, number) {
        bounds = bounds.clamped(to: stretch)
      } else if isFoundAmongOthers(input) {
        joins.append((input, number))
      } else {
        lists.append(try list(of: input, number))
      }
    }
    if bounds != 0..<UInt32.max { lists = lists.map { $0.within(bounds) } }
    for (join, number) in joins {
      let shortest = lists.min { $0.count < $1.count }
      lists.append(try list(of: join, number, among: shortest).within(bounds))
    }
    return lists.isEmpty ? [FrozenArray(bounds.map { RowID($0) })] : lists
  }

  /// Whether the rows of an input are found all at once.
  private func isListed(_ plan: Plan) -> Bool {
    switch plan.operation {
    case .postings, .pairedPostings, .referring, .following, .named, .naming, .overlapping: true
    case .regionJoin(let relation):
      plan.inputs.first.map(isWholeTable) ?? false
        && (relation == .containing || relation == .overlapping)
    case .scan, .empty, .dateRange, .phrase, .pattern, .intersection, .union, .filter, .sort,
      .topRows, .top, .limit, .sample, .count, .timeline, .select, .concordance, .distinct,
      .similar, .combine, .chart, .summarize, .rate, .collocates, .keywords, .compare, .pairs:
      false
    }
  }

  /// Whether the rows of an input are found at less cost where only those among others are asked for.
  private func isFoundAmongOthers(_ plan: Plan) -> Bool {
    if case .regionJoin = plan.operation { return true }
    if case .referring = plan.operation { return true }
    return false
  }

  private func list(of plan: Plan, _ index: Int) throws(Interrupted) -> FrozenArray<RowID> {
    let start = recorder.now
    let rows: FrozenArray<RowID>
    switch plan.operation {
    case .postings, .pairedPostings: rows = try indexedRows(plan.operation)
    case .referring, .following, .named, .naming, .overlapping, .scan, .empty, .dateRange,
      .phrase, .pattern, .intersection, .union, .filter, .regionJoin, .sort, .topRows, .top, .limit,
      .sample, .count, .timeline, .select, .concordance, .distinct, .similar, .combine, .chart,
      .summarize, .rate, .collocates, .keywords, .compare, .pairs:
      rows = FrozenArray(try linked(plan, index))
    }
    recorder.add(index, rows: rows.count, since: start)
    return rows
  }

  /// Returns the rows of an input; only those among some others are asked for, if any are given.
  private func list(
    of plan: Plan, _ index: Int, among rows: FrozenArray<RowID>?
  ) throws(Interrupted) -> FrozenArray<RowID> {
    let start = recorder.now
    var found: [RowID]?
    if case .regionJoin(let relation) = plan.operation {
      found = try joinedWholeTable(plan, index, relation, among: rows)
    } else if case .referring(let hop) = plan.operation, let rows, rows.count < plan.estimatedRows {
      // Few are quicker looked at than all rows that refer are gathered.
      found = try referring(hop, plan, index, among: rows)
    }
    guard let found else { return try list(of: plan, index) }
    recorder.add(index, rows: found.count, since: start)
    return FrozenArray(found)
  }

  /// Returns those of some rows that refer to a row of the input of a link; nil where a row can refer
  /// to several.
  private func referring(
    _ hop: Attribute, _ plan: Plan, _ index: Int, among rows: FrozenArray<RowID>
  ) throws(Interrupted) -> [RowID]? {
    guard let input = plan.inputs.first, case .table(let table) = input.rowType,
      case .codes(let column)? = corpus.column(of: hop)
    else { return nil }
    if case .dateRange(let attribute, let range) = input.operation,
      case .dates(let dates)? = corpus.column(of: attribute)
    {
      recorder.add(index + 1, rows: dates.positions(of: range).count, since: recorder.now)
      return try rows.referring(by: column, interruption) { row in
        let day = dates.values[row.index]
        return day != .missing && range.contains(day)
      }
    }
    let referred = try self.rows(input, index + 1).ids
    var wanted = Bitmap(count: corpus.rowCount(of: table))
    try interruption.forEachStretch(of: referred.indices) { stretch in
      for place in stretch { wanted.insert(referred[place].index) }
    }
    return try rows.referring(by: column, interruption) { wanted.contains($0.index) }
  }

  /// Returns the bounds of the rows that refer to those of a range of days, where both are known to lie
  /// one behind the other.
  private func stretch(of plan: Plan, _ index: Int) -> Range<UInt32>? {
    guard case .referring(let hop) = plan.operation, let input = plan.inputs.first,
      case .dateRange(let attribute, let range) = input.operation,
      case .dates(let dates)? = corpus.column(of: attribute),
      case .codes(let column)? = corpus.column(of: hop),
      case .stretches(let stretches) = column.values,
      column.dictionary.ownCount == column.dictionary.count
    else { return nil }
    let start = recorder.now
    guard let referred = dates.stretch(of: range) else { return nil }
    let entries = column.dictionary.entries
    let first = stretches.starts[entries.firstIndex(notBelow: referred.lowerBound)]
    let behind = stretches.starts[entries.firstIndex(notBelow: referred.upperBound)]
    recorder.add(index + 1, rows: referred.count, since: start)
    recorder.add(index, rows: Int(behind - first), since: start)
    return first..<behind
  }
}

extension DateColumn {

  /// Returns the bounds of the rows whose day lies in a range, where no others lie between them.
  fileprivate func stretch(of range: ClosedRange<Day>) -> Range<UInt32>? {
    let rows = order.extracting(positions(of: range))
    guard var least = rows.first?.rawValue else { return 0..<0 }
    var greatest = least
    let span = rows.span
    for place in span.indices {
      least = min(least, span[place].rawValue)
      greatest = max(greatest, span[place].rawValue)
    }
    // Each row stands in the order but once.
    return Int(greatest) - Int(least) + 1 == rows.count ? least..<greatest + 1 : nil
  }
}

extension FrozenArray<RowID> {

  /// Returns the rows that refer, by a column, to one for which a condition holds.
  fileprivate func referring(
    by column: CodeColumn, _ interruption: Interruption, where isWanted: (RowID) -> Bool
  ) throws(Interrupted) -> [RowID] {
    var kept: [RowID] = []
    let (values, entries) = (column.values, column.dictionary.entries)
    try interruption.forEachStretch(of: indices) { stretch in
      let (rows, entries) = (span, entries.span)
      for place in stretch {
        let code = values[rows[place].index]
        if code != CodeColumn.missing, isWanted(RowID(entries[Int(code)])) {
          kept.append(rows[place])
        }
      }
    }
    return kept
  }

  /// Returns the part of an ascending list that lies within bounds.
  fileprivate func within(_ bounds: Range<UInt32>) -> FrozenArray {
    let first = firstIndex(notBelow: RowID(bounds.lowerBound))
    return extracting(first..<Swift.max(first, firstIndex(notBelow: RowID(bounds.upperBound))))
  }
}
