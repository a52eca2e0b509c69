internal import CorpusStore
internal import QueryPlanning
internal import QuerySemantics

extension Execution {

  /// Returns the groups of the first input with a rate, and what it was divided by.
  ///
  /// A group of which there is no denominator has one of zero, and no rate.
  func rated(_ plan: Plan, _ index: Int, _ rate: BoundRate) throws(Interrupted) -> Rows {
    let inputs = inputs(of: plan, index)
    guard let first = inputs.first else { return empty(plan.rowType) }
    let rows = try rows(first.0, first.1)
    guard case .groups(let groups) = rows.kind, groups.columns.indices.contains(rate.numerator)
    else { return empty(plan.rowType) }
    let divisors: Divisors
    switch rate.denominator {
    case .total: divisors = Divisors(sumOf: groups.columns[rate.numerator], rows)
    case .query(_, let keys):
      guard inputs.count == 2 else { return empty(plan.rowType) }
      let others = try self.rows(inputs[1].0, inputs[1].1)
      divisors = try Divisors(groups, rows, keys, others, self)
    }
    return Rows(.groups(groups.adding(rate, divisors)), rows.ids)
  }
}

/// What the counts of groups are divided by.
private struct Divisors {

  /// The denominator of each group, as a number; nil where there is none.
  let numbers: [Double?]

  /// The keys of the denominators, and what they stand for.
  let values: (keys: [Int64], reading: KeyReading)

  /// The sum of all denominators.
  let total: String

  /// The sum of those of which no row is left; nil where that is nothing.
  let ungrouped: String?

  /// Divides all by the sum of a column over some of its rows.
  init(sumOf column: GroupValues, _ rows: Rows) {
    var sum = FigureSum(column.reading)
    for id in rows.ids { sum.add(column.keys[id.index]) }
    numbers = Array(repeating: sum.number, count: column.keys.count)
    values = ([], .integers)
    total = sum.text
    ungrouped = nil
  }

  /// Divides each group by the last column of the group that has the same values in the columns
  /// with these numbers.
  init(
    _ groups: GroupTable, _ rows: Rows, _ keys: [Int], _ others: Rows, _ execution: Execution
  ) throws(Interrupted) {
    guard case .groups(let table) = others.kind, let column = table.columns.last,
      table.columns.count == keys.count + 1,
      keys.allSatisfy(groups.columns.indices.contains)
    else {
      numbers = Array(repeating: nil, count: groups.count)
      values = (Array(repeating: GroupValues.missing, count: groups.count), .integers)
      total = "0"
      ungrouped = nil
      return
    }
    var merged: [[Int64]] = []
    for (key, other) in zip(keys, table.columns) {
      let own = groups.columns[key]
      merged.append(
        try MergedKeys(
          own.keys, own.reading, other.keys, other.reading, execution.corpus,
          execution.interruption
        ).keys)
    }
    var groupNumbers = GroupNumbers(keyCount: merged.count)
    var found: [Int64] = []
    var sum = FigureSum(column.reading)
    for (place, id) in others.ids.enumerated() {
      if place % execution.blockSize == 0 { try execution.interruption.check() }
      let value = column.keys[id.index]
      let (number, isNew) = groupNumbers.number(of: merged.map { $0[groups.count + id.index] })
      if isNew { found.append(value) } else { found[number] = value }
      sum.add(value)
    }
    let divisors = try execution.interruption.list(groups.count) { place in
      let (number, _) = groupNumbers.number(of: merged.map { $0[place] })
      return number < found.count ? found[number] : 0
    }
    numbers = divisors.map { $0 == GroupValues.missing ? nil : column.reading.number(of: $0) }
    values = (divisors, column.reading)
    total = sum.text
    var isLeft = try execution.interruption.list(repeating: true, count: found.count)
    try execution.interruption.forEachStretch(of: rows.ids.indices) { stretch in
      for place in stretch {
        let (number, _) = groupNumbers.number(of: merged.map { $0[rows.ids[place].index] })
        if number < isLeft.count { isLeft[number] = false }
      }
    }
    var left = FigureSum(column.reading)
    for number in found.indices where isLeft[number] { left.add(found[number]) }
    ungrouped = left.count > 0 && left.number != 0 ? left.text : nil
  }
}

extension GroupTable {

  /// Returns the groups with the columns of a rate.
  fileprivate func adding(_ rate: BoundRate, _ divisors: Divisors) -> GroupTable {
    let numerator = columns[rate.numerator]
    let quotients = zip(numerator.keys, divisors.numbers).map { key, divisor -> Double? in
      guard key != GroupValues.missing, let divisor, divisor != 0 else { return nil }
      return numerator.reading.number(of: key).map { $0 * Double(rate.scale) / divisor }
    }
    let named = rate.denominatorName.map { name in
      GroupValues(
        column: GroupColumn(name: name, type: .integer), keys: divisors.values.keys,
        reading: divisors.values.reading)
    }
    let quotient = GroupValues(GroupColumn(name: rate.name, type: .decimal), quotients)
    return adding(
      (named.map { [$0] } ?? []) + [quotient],
      note: FigureNotes.rate(
        rate.name, of: rate.meaning, total: divisors.total, ungrouped: divisors.ungrouped))
  }
}
