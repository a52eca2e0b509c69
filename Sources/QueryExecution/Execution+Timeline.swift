internal import CorpusStore
internal import QuerySemantics

extension Execution {

  /// Counts the rows of each period from the first to the last, with a row for each empty one; with
  /// a key, of each period and value.
  func timeline(
    _ rows: Rows, _ part: DatePart, date: BoundPath, by key: BoundColumn?
  ) throws(Interrupted) -> Rows {
    let period = Period(part)
    let path = BoundPath(hops: date.hops, target: date.target, part: part, text: date.text)
    let dates = ValueReader(path, kind: rows.kind, corpus: corpus)
    let keys = key.map { ValueReader($0.path, kind: rows.kind, corpus: corpus) }
    var counter = GroupCounter(keyCount: keys == nil ? 1 : 2)
    var undated = 0
    try forEachCombination(of: rows, [dates] + (keys.map { [$0] } ?? [])) { combination in
      if combination[0] == GroupValues.missing {
        undated += 1
      } else {
        counter.count(combination)
      }
    }
    if undated > 0 { recorder.report.undatedRows += try countUndated(rows, dates) }
    let values = try grid(counter, keys?.reading)
    var columns = [
      GroupValues(
        column: GroupColumn(name: part.rawValue, type: part.type), keys: values.periods,
        reading: .periods(period))
    ]
    if let key, let reading = keys?.reading {
      columns.append(
        GroupValues(
          column: GroupColumn(name: key.name, type: key.path.type), keys: values.keys,
          reading: reading))
    }
    columns.append(
      GroupValues(
        column: GroupColumn(name: "count", type: .integer), keys: values.counts,
        reading: .integers))
    let count = values.periods.count
    let table = GroupTable(columns: columns, count: count, countedUnit: rows.unit)
    return Rows(.groups(table), (0..<UInt32(clamping: count)).map { RowID($0) })
  }

  private func countUndated(_ rows: Rows, _ dates: ValueReader) throws(Interrupted) -> Int {
    try kept(rows, by: [NotTest(test: KnownTest(reader: dates))]).count
  }

  /// Returns all periods, and in each the keys that occur at all, most frequent first.
  private func grid(
    _ counter: GroupCounter, _ reading: KeyReading?
  ) throws(Interrupted) -> (periods: [Int64], keys: [Int64], counts: [Int64]) {
    guard let first = counter.keys[0].min(), let last = counter.keys[0].max() else {
      return ([], [], [])
    }
    var counts: [[Int64]: Int64] = [:]
    for group in counter.counts.indices {
      counts[counter.keys.map { $0[group] }] = counter.counts[group]
    }
    let columns = try reading.map { (reading) throws(Interrupted) in
      try keysByCount(counter, reading).map { [$0] }
    }
    var result = (periods: [Int64](), keys: [Int64](), counts: [Int64]())
    for period in first...last {
      try interruption.check()
      for key in columns ?? [[]] {
        result.periods.append(period)
        result.keys += key
        result.counts.append(counts[[period] + key] ?? 0)
      }
    }
    return result
  }

  private func keysByCount(
    _ counter: GroupCounter, _ reading: KeyReading
  ) throws(Interrupted) -> [Int64] {
    var totals: [Int64: Int64] = [:]
    for group in counter.counts.indices {
      totals[counter.keys[1][group], default: 0] += counter.counts[group]
    }
    let keys = totals.keys.sorted()
    let ranks = Self.groupRanks(of: keys, reading)
    let order = try MergeSort.sorted(count: keys.count, interruption: interruption) { a, b in
      let (first, second) = (totals[keys[a]] ?? 0, totals[keys[b]] ?? 0)
      return first != second ? first > second : ranks[a] < ranks[b]
    }
    return order.map { keys[$0] }
  }
}
