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
    let counter = try groups(of: rows, by: [path] + (key.map { [$0.path] } ?? []))
    if counter.keys[0].contains(GroupValues.missing) {
      recorder.report.undatedRows += try rowCount(of: rows, without: path)
    }
    let span = TimelineSpan(counter)
    var notes = rows.notes
    if let outlier = span.outlier { notes.append(try note(on: outlier, of: span, rows, path)) }
    let values = try grid(counter, counter.readings.dropFirst().first, span)
    var columns = [
      GroupValues(
        column: GroupColumn(name: part.rawValue, type: part.type), keys: values.periods,
        reading: .periods(period))
    ]
    if let key, let reading = counter.readings.dropFirst().first {
      columns.append(
        GroupValues(
          column: GroupColumn(name: key.name, type: key.path.type), keys: values.keys,
          reading: reading))
    }
    columns.append(
      GroupValues(
        column: GroupColumn(name: "count", type: .integer), keys: values.counts,
        reading: .integers))
    let table = GroupTable(
      columns: columns, count: values.periods.count, countedUnit: rows.unit,
      notes: notes)
    return Rows(all: table)
  }

  /// Returns all periods, and in each the keys that occur at all, most frequent first.
  private func grid(
    _ counter: GroupCounts, _ reading: KeyReading?, _ span: TimelineSpan
  ) throws(Interrupted) -> (periods: [Int64], keys: [Int64], counts: [Int64]) {
    let dated = counter.counts.indices.filter { counter.keys[0][$0] != GroupValues.missing }
    let periods = dated.map { counter.keys[0][$0] }
    guard !periods.isEmpty else { return ([], [], []) }
    let keys = try reading.map { (reading) throws(Interrupted) in
      try keysByCount(counter, dated, reading)
    }
    var places: [Int64: Int] = [:]
    for (place, key) in (keys ?? []).enumerated() { places[key] = place }
    let width = keys?.count ?? 1
    var result = (periods: [Int64](), keys: [Int64](), counts: [Int64]())
    var starts: [Int64: Int] = [:]
    for period in span.periods {
      starts[period] = result.counts.count
      try interruption.check()
      result.periods += repeatElement(period, count: width)
      result.keys += keys ?? []
      result.counts += repeatElement(0, count: width)
    }
    for group in dated {
      let place = keys == nil ? 0 : places[counter.keys[1][group]] ?? 0
      guard let start = starts[counter.keys[0][group]] else { continue }
      result.counts[start + place] = counter.counts[group]
    }
    return result
  }

  private func keysByCount(
    _ counter: GroupCounts, _ groups: [Int], _ reading: KeyReading
  ) throws(Interrupted) -> [Int64] {
    var totals: [Int64: Int64] = [:]
    for group in groups { totals[counter.keys[1][group], default: 0] += counter.counts[group] }
    let keys = totals.keys.sorted()
    let ranks = try groupRanks(of: keys, reading)
    let order = try MergeSort.sorted(count: keys.count, interruption: interruption) { a, b in
      let (first, second) = (totals[keys[a]] ?? 0, totals[keys[b]] ?? 0)
      if first != second { return first > second }
      return (ranks[a], a) < (ranks[b], b)
    }
    return order.map { keys[$0] }
  }
}
