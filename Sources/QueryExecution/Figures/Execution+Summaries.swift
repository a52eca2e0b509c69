internal import CorpusStore
internal import QuerySemantics

extension Execution {

  /// Returns figures of the rows of each combination of values; without keys, of all rows.
  ///
  /// Groups are formed and ordered as counts are: a row of many values is in the group of each, one
  /// without a value in a group of its own; those of most rows come first, then by name.
  func summarized(
    _ rows: Rows, _ aggregates: [BoundAggregate], by keys: [BoundColumn]
  ) throws(Interrupted) -> Rows {
    let groups = try RowGroups(rows, by: keys.map(\.path), aggregates, self)
    let names = keys.indices.map { index in
      GroupValues(
        column: GroupColumn(name: keys[index].name, type: keys[index].path.type),
        keys: groups.keys[index], reading: groups.readings[index])
    }
    let order = try orderByCount(names, groups.counts)
    let total = groups.counts.reduce(0, +)
    var figures: [GroupValues] = []
    for (index, aggregate) in aggregates.enumerated() {
      let (keys, reading) = groups.figures[index] ?? Self.counts(groups.counts, aggregate, total)
      figures.append(GroupValues(column: aggregate.column, keys: keys, reading: reading))
    }
    let notes = aggregates.filter { $0.function == .share }.map {
      FigureNotes.rate(
        $0.name, of: "the \(rows.unit) of all groups", total: Wording.grouped(Int(total)))
    }
    let table = GroupTable(
      columns: names + figures, count: groups.counts.count, countedUnit: rows.unit,
      notes: rows.notes + notes + (try self.notes(on: rows, without: aggregates)))
    return Rows(.groups(table), order.map { RowID($0) })
  }

  /// Returns a note for each of the attributes that figures are taken of and some rows do not have.
  private func notes(
    on rows: Rows, without aggregates: [BoundAggregate]
  ) throws(Interrupted) -> [String] {
    var told: [String] = []
    let values = aggregates.map { ($0.path, FigureNotes.unfigured) }
    let dates = aggregates.map { ($0.date, FigureNotes.undated) }
    for (path, note) in values + dates {
      guard let path else { continue }
      let count = try rowCount(of: rows, without: path)
      let text = note(count, rows.count, rows.unit, path.text)
      if count > 0, !told.contains(text) { told.append(text) }
    }
    return told
  }

  /// Returns how many of the rows have no value at a path.
  func rowCount(of rows: Rows, without path: BoundPath) throws(Interrupted) -> Int {
    let reader = ValueReader(path, kind: rows.kind, corpus: corpus)
    return try kept(rows, by: [NotTest(test: KnownTest(reader: reader))]).count
  }

  private static func counts(
    _ counts: [Int64], _ aggregate: BoundAggregate, _ total: Int64
  ) -> (keys: [Int64], reading: KeyReading) {
    guard aggregate.function == .share else { return (counts, .integers) }
    let shares = counts.map { total > 0 ? Double($0) / Double(total) : nil }
    return (shares.map { KeyReading.key(of: $0) }, .figures)
  }

  /// Returns what works out a figure; nil for one that is made of the counts of groups.
  fileprivate func figure(_ aggregate: BoundAggregate, of rows: Rows) -> (any Figure)? {
    guard let path = aggregate.path else { return nil }
    let input = FigureInput(path, kind: rows.kind, corpus: corpus)
    let dates = aggregate.date.map { FigureInput($0, kind: rows.kind, corpus: corpus) }
    switch aggregate.function {
    case .count, .share: return nil
    case .sum: return SumFigure(input)
    case .mean: return MomentFigure(input, isDeviation: false)
    case .median: return MedianFigure(input)
    case .deviation: return MomentFigure(input, isDeviation: true)
    case .min: return ExtremeFigure(input, isGreatest: false)
    case .max: return ExtremeFigure(input, isGreatest: true)
    case .first: return EdgeFigure(input, dates: dates, isLast: false)
    case .last: return EdgeFigure(input, dates: dates, isLast: true)
    case .distinct: return DistinctFigure(input)
    }
  }
}

/// The groups of some rows, with their figures.
private struct RowGroups {

  /// For each key, its value in each group.
  let keys: [[Int64]]

  /// For each key, what its values stand for.
  let readings: [KeyReading]

  /// The number of rows of each group.
  let counts: [Int64]

  /// The figures, in the order in which they are asked for; nil for those that the counts give.
  private(set) var figures: [(keys: [Int64], reading: KeyReading)?] = []

  init(
    _ rows: Rows, by paths: [BoundPath], _ aggregates: [BoundAggregate], _ execution: Execution
  ) throws(Interrupted) {
    var figures = aggregates.map { execution.figure($0, of: rows) }
    if figures.allSatisfy({ $0 == nil }) {
      let groups = try execution.groups(of: rows, by: paths)
      (keys, readings, counts) = (groups.keys, groups.readings, groups.counts)
      self.figures = aggregates.map { _ in nil }
      return
    }
    let readers = paths.map { ValueReader($0, kind: rows.kind, corpus: execution.corpus) }
    var numbers = GroupNumbers(keyCount: paths.count)
    // Figures of no rows at all are figures too.
    var counts: [Int64] = paths.isEmpty ? [0] : []
    if paths.isEmpty { _ = numbers.number(of: []) }
    try execution.forEachCombination(of: rows, readers) { place, keys in
      let (group, isNew) = numbers.number(of: keys)
      if isNew { counts.append(0) }
      counts[group] += 1
      for index in figures.indices {
        figures[index]?.add(rows.ids[place], end: rows.end(at: place), to: group)
      }
    }
    (keys, readings, self.counts) = (numbers.keys, readers.map(\.reading), counts)
    for index in figures.indices {
      self.figures.append(try figures[index]?.values(of: counts.count, execution))
    }
  }
}
