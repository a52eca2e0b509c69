internal import CorpusStore
internal import QuerySemantics

extension Execution {

  /// Counts, for every two values, the groups in which some row has the one and some row the other.
  ///
  /// Each pair comes once, the value that is first by name in front; the commonest pairs first, then
  /// by name. Rows without a value or a group count for none, and are told of.
  func pairs(
    of key: BoundColumn, per group: BoundColumn, _ rows: Rows
  ) throws(Interrupted) -> Rows {
    let met = try groups(of: rows, by: [group.path, key.path])
    var values = try RankedValues(met, self)
    var counter = GroupCounter(keyCount: 2)
    for members in try membersByGroup(met, &values) {
      for (place, first) in members.enumerated() {
        try interruption.forEachStretch(of: place + 1..<members.count) { stretch in
          for second in members[stretch] { counter.count(first, second) }
        }
      }
    }
    let (firsts, seconds, counts) = (counter.keys[0], counter.keys[1], counter.counts)
    let order = try MergeSort.sorted(count: counts.count, interruption: interruption) { a, b in
      if counts[a] != counts[b] { return counts[a] > counts[b] }
      return (firsts[a], seconds[a]) < (firsts[b], seconds[b])
    }
    let columns = [(key.name, firsts), ("with", seconds)].map { name, ranks in
      GroupValues(
        column: GroupColumn(name: name, type: key.path.type),
        keys: ranks.map { values.keys[Int($0)] }, reading: met.readings[1])
    }
    let count = GroupValues(
      column: GroupColumn(name: group.name, type: .integer), keys: counts, reading: .integers)
    let table = GroupTable(
      columns: columns + [count], count: counts.count, countedUnit: "pairs", unit: "pairs",
      notes: rows.notes + (try notes(on: rows, without: [key, group])))
    return Rows(.groups(table), order.map { RowID(UInt32(truncatingIfNeeded: $0)) })
  }

  /// Returns a note for each of the columns of which some rows have no value.
  private func notes(
    on rows: Rows, without columns: [BoundColumn]
  ) throws(Interrupted) -> [String] {
    let counts = try columns.map { (column) throws(Interrupted) in
      try rowCount(of: rows, without: column.path)
    }
    return zip(columns, counts).compactMap { column, count in
      count > 0 ? FigureNotes.missing(count, of: rows.count, rows.unit, column.path.text) : nil
    }
  }

  /// Returns the ranks of the values in each group, ascending.
  private func membersByGroup(
    _ met: GroupCounts, _ values: inout RankedValues
  ) throws(Interrupted) -> [[Int64]] {
    var numbers = GroupNumbers(keyCount: 1)
    var members: [[Int64]] = []
    let (groups, keys) = (met.keys[0], met.keys[1])
    for place in groups.indices where groups[place] != GroupValues.missing {
      if place & 0xFFFF == 0 { try interruption.check() }
      guard keys[place] != GroupValues.missing else { continue }
      let rank = values.rank(of: keys[place])
      let (number, isNew) = numbers.number(of: [groups[place]])
      if isNew { members.append([]) }
      members[number].append(rank)
    }
    for group in members.indices {
      try interruption.check()
      members[group].sort()
    }
    return members
  }
}

/// The values that occur, in the order of their names.
private struct RankedValues {

  /// The values.
  let keys: [Int64]

  /// The values, numbered as they were met, and the place of each.
  private var numbers: GroupNumbers
  private let ranks: [Int64]

  init(_ met: GroupCounts, _ execution: Execution) throws(Interrupted) {
    let interruption = execution.interruption
    var numbers = GroupNumbers(keyCount: 1)
    try interruption.forEachStretch(of: met.keys[1].indices) { stretch in
      for key in met.keys[1][stretch] where key != GroupValues.missing {
        _ = numbers.number(of: [key])
      }
    }
    let found = numbers.keys[0]
    let names = try execution.groupRanks(of: found, met.readings[1])
    let order = try MergeSort.sorted(count: found.count, interruption: interruption) {
      (names[$0], found[$0]) < (names[$1], found[$1])
    }
    var ranks = try interruption.list(repeating: Int64(0), count: found.count)
    try interruption.forEachStretch(of: order.indices) { stretch in
      for rank in stretch { ranks[order[rank]] = Int64(rank) }
    }
    keys = try interruption.list(order.count) { found[order[$0]] }
    self.numbers = numbers
    self.ranks = ranks
  }

  /// Returns the place of a value among all.
  mutating func rank(of key: Int64) -> Int64 { ranks[numbers.number(of: [key]).number] }
}
