internal import CorpusStore
internal import QuerySemantics

extension Execution {

  /// Counts the rows of each combination of values, most first, then by name.
  ///
  /// A row of many values counts for each; one without a value counts for a group of its own.
  /// Where only the first groups are wanted, the rest are not named.
  func counted(
    _ rows: Rows, by keys: [BoundColumn], limit: Int? = nil
  ) throws(Interrupted) -> Rows {
    let unit = rows.unit
    guard !keys.isEmpty else {
      let column = GroupColumn(name: "count", type: .integer)
      let count = GroupValues(column: column, keys: [Int64(rows.count)], reading: .integers)
      let table = GroupTable(columns: [count], count: 1, countedUnit: unit, notes: rows.notes)
      return Rows(.groups(table), [RowID(0)])
    }
    let groups = try groups(of: rows, by: keys.map(\.path))
    var columns = keys.indices.map { index in
      GroupValues(
        column: GroupColumn(name: keys[index].name, type: keys[index].path.type),
        keys: groups.keys[index], reading: groups.readings[index])
    }
    columns.append(
      GroupValues(
        column: GroupColumn(name: "count", type: .integer), keys: groups.counts,
        reading: .integers))
    let order: [Int]
    if let limit {
      order = try firstByCount(columns, limit)
    } else {
      order = try orderByCount(columns)
    }
    let table = GroupTable(
      columns: columns, count: groups.counts.count, countedUnit: unit, notes: rows.notes)
    return Rows(
      .groups(table),
      try interruption.list(order.count) { RowID(UInt32(truncatingIfNeeded: order[$0])) })
  }

  /// Returns the places of the first groups: names are compared only where counts are equal.
  private func firstByCount(
    _ columns: [GroupValues], _ limit: Int
  ) throws(Interrupted) -> [Int] {
    guard let counts = columns.last else { return [] }
    let few = try FirstPlaces.select(
      limit, of: counts.keys.count, interruption: interruption
    ) { a, b in counts.keys[a] > counts.keys[b] }
    guard let least = few.last.map({ counts.keys[$0] }) else { return [] }
    // All groups that may be among the first, the last few being equal in count.
    var candidates: [Int] = []
    try interruption.forEachStretch(of: counts.keys.indices) { stretch in
      candidates += stretch.filter { counts.keys[$0] >= least }
    }
    let chosen = columns.map { column in
      GroupValues(
        column: column.column, keys: candidates.map { column.keys[$0] }, reading: column.reading)
    }
    return try orderByCount(chosen).prefix(limit).map { candidates[$0] }
  }

  /// Returns the places of groups, most first, then by name, groups without a name last.
  private func orderByCount(_ columns: [GroupValues]) throws(Interrupted) -> [Int] {
    guard let counts = columns.last else { return [] }
    return try orderByCount(columns.dropLast(), counts.keys)
  }

  /// Returns the places of groups of so many rows, most first, then by name, groups without a name
  /// last.
  func orderByCount(
    _ names: some Sequence<GroupValues>, _ counts: [Int64]
  ) throws(Interrupted) -> [Int] {
    let ranks = try nameRanks(of: names)
    return try MergeSort.sorted(count: counts.count, interruption: interruption) { a, b in
      if counts[a] != counts[b] { return counts[a] > counts[b] }
      for rank in ranks where rank[a] != rank[b] { return rank[a] < rank[b] }
      return a < b
    }
  }

  /// Returns for each column the ranks of its values by name.
  func nameRanks(of columns: some Sequence<GroupValues>) throws(Interrupted) -> [[Int64]] {
    var ranks: [[Int64]] = []
    for column in columns { ranks.append(try groupRanks(of: column.keys, column.reading)) }
    return ranks
  }
}
