internal import CorpusStore
internal import QuerySemantics

extension Execution {

  /// Counts the rows of each combination of values, most first, then by name.
  ///
  /// A row of many values counts for each; one without a value counts for a group of its own.
  func counted(_ rows: Rows, by keys: [BoundColumn]) throws(Interrupted) -> Rows {
    let unit = rows.unit
    guard !keys.isEmpty else {
      let column = GroupColumn(name: "count", type: .integer)
      let count = GroupValues(column: column, keys: [Int64(rows.count)], reading: .integers)
      let table = GroupTable(columns: [count], count: 1, countedUnit: unit)
      return Rows(.groups(table), [RowID(0)])
    }
    let readers = keys.map { ValueReader($0.path, kind: rows.kind, corpus: corpus) }
    let groups = try groups(of: rows, readers)
    var columns = zip(keys, readers).enumerated().map { index, key in
      GroupValues(
        column: GroupColumn(name: key.0.name, type: key.0.path.type), keys: groups.keys[index],
        reading: key.1.reading)
    }
    columns.append(
      GroupValues(
        column: GroupColumn(name: "count", type: .integer), keys: groups.counts,
        reading: .integers))
    let order = try orderByCount(columns)
    let table = GroupTable(columns: columns, count: order.count, countedUnit: unit)
    return Rows(.groups(table), order.map { RowID(UInt32(truncatingIfNeeded: $0)) })
  }

  private func groups(of rows: Rows, _ readers: [ValueReader]) throws(Interrupted) -> GroupCounter {
    if readers.count == 1, let column = readers[0].plainColumn {
      return try GroupCounter(codes: column, of: rows.ids, interruption)
    }
    var groups = GroupCounter(keyCount: readers.count)
    try forEachCombination(of: rows, readers) { groups.count($0) }
    return groups
  }

  /// Returns the places of groups, most first, then by name, groups without a name last.
  private func orderByCount(_ columns: [GroupValues]) throws(Interrupted) -> [Int] {
    guard let counts = columns.last else { return [] }
    let ranks = columns.dropLast().map { Self.groupRanks(of: $0.keys, $0.reading) }
    return try MergeSort.sorted(count: counts.keys.count, interruption: interruption) { a, b in
      if counts.keys[a] != counts.keys[b] { return counts.keys[a] > counts.keys[b] }
      for rank in ranks where rank[a] != rank[b] { return rank[a] < rank[b] }
      return a < b
    }
  }

  /// Calls `body` with each combination of the values of each row.
  func forEachCombination(
    of rows: Rows, _ readers: [ValueReader], _ body: ([Int64]) -> Void
  ) throws(Interrupted) {
    var values = readers.map { _ in [Int64]() }
    var combination = [Int64](repeating: GroupValues.missing, count: readers.count)
    for place in rows.ids.indices {
      if place % blockSize == 0 { try interruption.check() }
      for (index, reader) in readers.enumerated() {
        values[index].removeAll(keepingCapacity: true)
        reader.appendKeys(of: rows.ids[place], end: rows.end(at: place), to: &values[index])
        if values[index].isEmpty { values[index].append(GroupValues.missing) }
      }
      Self.combine(values, 0, &combination, body)
    }
  }

  private static func combine(
    _ values: [[Int64]], _ index: Int, _ combination: inout [Int64], _ body: ([Int64]) -> Void
  ) {
    guard index < values.count else { return body(combination) }
    for value in values[index] {
      combination[index] = value
      combine(values, index + 1, &combination, body)
    }
  }
}

/// Counts of combinations of keys.
struct GroupCounter {

  /// For each key, its value in each group.
  private(set) var keys: [[Int64]]
  /// The count of each group.
  private(set) var counts: [Int64] = []
  private var groups: [[Int64]: Int] = [:]
  /// The group of each small value, where there is but one key; 0 is none yet.
  private var dense: [UInt32] = []

  init(keyCount: Int) { keys = Array(repeating: [], count: keyCount) }

  /// Counts the codes of some rows in a column: the commonest case, in one array.
  init(
    codes column: CodeColumn, of ids: [RowID], _ interruption: Interruption
  ) throws(Interrupted) {
    self.init(keyCount: 1)
    // The last place counts the rows without a code.
    var counts = [Int64](repeating: 0, count: column.dictionary.count + 1)
    let missing = column.dictionary.count
    var first = 0
    while first < ids.count {
      try interruption.check()
      let end = min(ids.count, first + (1 << 16))
      let (rows, values) = (ids.span, column.values.span)
      for place in first..<end {
        counts[min(missing, Int(values[rows[place].index]))] += 1
      }
      first = end
    }
    for (code, count) in counts.enumerated() where count > 0 {
      keys[0].append(code == missing ? GroupValues.missing : Int64(code))
      self.counts.append(count)
    }
  }

  /// Counts one row of a combination.
  mutating func count(_ combination: [Int64]) {
    if combination.count == 1, (0..<(1 << 22)).contains(combination[0]) {
      return countDense(Int(combination[0]))
    }
    if let group = groups[combination] {
      counts[group] += 1
    } else {
      groups[combination] = append(combination)
    }
  }

  private mutating func countDense(_ value: Int) {
    if value >= dense.count {
      dense += repeatElement(0, count: max(value + 1, dense.count * 2) - dense.count)
    }
    if dense[value] == 0 {
      dense[value] = UInt32(truncatingIfNeeded: append([Int64(value)]) + 1)
    } else {
      counts[Int(dense[value]) - 1] += 1
    }
  }

  private mutating func append(_ combination: [Int64]) -> Int {
    for (index, value) in combination.enumerated() { keys[index].append(value) }
    counts.append(1)
    return counts.count - 1
  }
}

extension Rows {
  /// What rows are called in the plural.
  var unit: String {
    switch kind {
    case .table(let table): table.name
    case .matches: "matches"
    case .groups: "groups"
    }
  }
}
