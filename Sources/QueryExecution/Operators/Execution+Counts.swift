internal import CorpusStore
internal import QuerySemantics

extension Execution {

  /// Counts the rows of each combination of values, most first, then by name.
  ///
  /// A row of many values counts for each; one without a value counts for a group of its own.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - keys: The values; for none, all rows are one group.
  ///   - limit: How many groups are wanted; the others are not named.
  /// - Returns: The groups, and how many there are without a limit.
  /// - Throws: `Interrupted` when it is asked to stop.
  func counted(
    _ rows: CountedRows, by keys: [BoundColumn], limit: Int? = nil
  ) throws(Interrupted) -> (rows: Rows, total: Int) {
    guard !keys.isEmpty else { return (number(rows.count, of: rows.unit, rows.notes), 1) }
    var groups = try groups(of: rows, by: keys.map(\.path), limit: limit)
    let total = groups.total
    if let limit { groups = try groups.leading(limit, interruption) }
    var columns = keys.indices.map { index in
      GroupValues(
        column: GroupColumn(name: keys[index].name, type: keys[index].path.type),
        keys: groups.keys[index], reading: groups.readings[index])
    }
    columns.append(
      GroupValues(
        column: GroupColumn(name: "count", type: .integer), keys: groups.counts,
        reading: .integers))
    let order = try orderByCount(columns)
    let count = min(order.count, limit ?? .max)
    let table = GroupTable(
      columns: columns, count: groups.counts.count, countedUnit: rows.unit, notes: rows.notes)
    let ids = try interruption.list(count) { RowID(order[$0]) }
    return (Rows(.groups(table), ids), total)
  }

  /// Returns one count as a result.
  func number(_ count: Int, of unit: String, _ notes: [String]) -> Rows {
    let column = GroupColumn(name: "count", type: .integer)
    let count = GroupValues(column: column, keys: [Int64(count)], reading: .integers)
    let table = GroupTable(columns: [count], count: 1, countedUnit: unit, notes: notes)
    return Rows(.groups(table), [RowID(0)])
  }

  /// Returns the places of groups, most first, then by name, groups without a name last.
  private func orderByCount(_ columns: [GroupValues]) throws(Interrupted) -> [UInt32] {
    guard let counts = columns.last else { return [] }
    return try orderByCount(columns.dropLast(), counts.keys)
  }

  /// Returns the places of groups of so many rows, most first, then by name, groups without a name
  /// last.
  func orderByCount(
    _ names: some Sequence<GroupValues>, _ counts: [Int64]
  ) throws(Interrupted) -> [UInt32] {
    let haveEqual = Self.haveEquals(counts)
    var ranks: [GroupRanks] = []
    for column in names {
      let keys = haveEqual.map { haveEqual in
        zip(column.keys, haveEqual).map { $1 ? $0 : GroupValues.missing }
      }
      ranks.append(try groupOrder(of: keys ?? column.keys, column.reading))
    }
    return try MergeSort.places(count: counts.count, interruption: interruption) { a, b in
      if counts[a] != counts[b] { return counts[a] > counts[b] }
      for index in ranks.indices {
        if let precedes = ranks[index].precedes(a, b) { return precedes }
      }
      return a < b
    }
  }

  /// Returns what orders groups by keys, without another list of them where that can be.
  private func groupOrder(
    of keys: [Int64], _ reading: KeyReading
  ) throws(Interrupted) -> GroupRanks {
    if reading.isOrdered { return .keys(keys) }
    let pool = corpus.pool
    let ranks = try nameRanks(of: keys, reading) { reading.appendSortKey(of: $0, pool, to: &$1) }
    if ranks.isDense { return .names(keys, ranks.dense) }
    return .ranks(
      try interruption.list(keys.count) { place in
        keys[place] == GroupValues.missing ? .max : ranks[keys[place]]
      })
  }

  /// So few counts are looked at for equal ones; among more there are hardly others.
  private static let few = 1 << 12

  /// Returns of each count whether there may be another like it, so that the name decides; nil where
  /// there are so many that each may.
  private static func haveEquals(_ counts: [Int64]) -> [Bool]? {
    guard counts.count <= few else { return nil }
    // Counts that share a tally need not be equal, but equal ones share it; three of four are free.
    let bits = Int.bitWidth - counts.count.leadingZeroBitCount + 2
    var tallies = Array(repeating: UInt16(0), count: 1 << bits)
    func tally(of count: Int64) -> Int { Int(truncatingIfNeeded: count) & (tallies.count - 1) }
    for count in counts { tallies[tally(of: count)] += 1 }
    return counts.map { tallies[tally(of: $0)] > 1 }
  }
}

/// What orders groups by one of their values, those without it last.
private enum GroupRanks {
  /// Keys that order as their values do.
  case keys([Int64])
  /// Keys, and the ranks of their names by key.
  case names([Int64], [UInt32])
  /// The ranks of names.
  case ranks([UInt32])

  /// Whether one group stands before another; nil where the values are equal.
  @inline(__always)
  func precedes(_ a: Int, _ b: Int) -> Bool? {
    switch self {
    case .keys(let keys):
      if keys[a] == keys[b] { return nil }
      if keys[a] == GroupValues.missing { return false }
      return keys[b] == GroupValues.missing || keys[a] < keys[b]
    case .names(let keys, let ranks):
      if keys[a] == keys[b] { return nil }
      if keys[a] == GroupValues.missing { return false }
      if keys[b] == GroupValues.missing { return true }
      let (first, second) = (ranks[Int(keys[a])], ranks[Int(keys[b])])
      return first == second ? nil : first < second
    case .ranks(let ranks): return ranks[a] == ranks[b] ? nil : ranks[a] < ranks[b]
    }
  }
}

extension GroupCounts {

  /// Returns the groups that may be among the first so many by count: all that have as many rows as
  /// the last of them.
  func leading(_ limit: Int, _ interruption: Interruption) throws(Interrupted) -> GroupCounts {
    guard limit < counts.count else { return self }
    let least = try LeastOfGreatest.value(limit, of: counts, interruption)
    var places: [Int] = []
    try interruption.forEachStretch(of: counts.indices) { stretch in
      let counts = counts.span
      for place in stretch where counts[place] >= least { places.append(place) }
    }
    return GroupCounts(
      keys: keys.map { keys in places.map { keys[$0] } }, counts: places.map { counts[$0] },
      readings: readings)
  }
}

/// The least of the greatest numbers of a list.
enum LeastOfGreatest {

  /// Returns the number that stands at place `limit`, counted from one, where numbers descend.
  ///
  /// - Complexity: O(*n*) as long as `limit` is small: a heap holds the greatest so far, its root is
  ///   the least of them.
  static func value(
    _ limit: Int, of numbers: [Int64], _ interruption: Interruption
  ) throws(Interrupted) -> Int64 {
    guard limit > 0 else { return .max }
    var heap = Array(numbers.prefix(limit)).sorted()
    guard heap.count == limit else { return heap.first ?? .max }
    try interruption.forEachStretch(of: limit..<numbers.count) { stretch in
      let numbers = numbers.span
      for place in stretch where numbers[place] > heap[0] {
        heap[0] = numbers[place]
        heap.sinkFirst()
      }
    }
    return heap[0]
  }
}
