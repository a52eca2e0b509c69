internal import CorpusStore
internal import QuerySemantics

extension Execution {

  /// Counts the rows of each combination of values.
  ///
  /// A row of many values counts for each; one without a value counts for a group of its own.
  func groups(of rows: Rows, by paths: [BoundPath]) throws(Interrupted) -> GroupCounter {
    if paths.isEmpty {
      var counter = GroupCounter(keyCount: 0)
      counter.count([], times: Int64(rows.count))
      return counter
    }
    if let hop = sharedHop(of: paths), rows.count > hop.dictionary.count / 4 {
      return try groups(of: rows, by: paths, through: hop)
    }
    let readers = paths.map { ValueReader($0, kind: rows.kind, corpus: corpus) }
    var counter = GroupCounter(keyCount: paths.count)
    if readers.count == 1, let column = readers[0].plainColumn {
      let codes = try CodeCounts(of: column, rows.ids, interruption)
      codes.forEach { code, count in counter.count([code], times: count) }
    } else {
      try forEachCombination(of: rows, readers) { _, keys in counter.count(keys, times: 1) }
    }
    counter.readings = readers.map(\.reading)
    return counter
  }

  /// Counts rows by what they refer to, and then those by the values.
  private func groups(
    of rows: Rows, by paths: [BoundPath], through hop: CodeColumn
  ) throws(Interrupted) -> GroupCounter {
    guard case .rows(let table) = hop.dictionary.domain else {
      return GroupCounter(keyCount: paths.count)
    }
    let readers = paths.map { ValueReader($0.behindFirstHop, kind: .table(table), corpus: corpus) }
    let codes = try CodeCounts(of: hop, rows.ids, interruption)
    var referred: [RowID] = []
    var counts: [Int64] = []
    var unreferred: Int64 = 0
    codes.forEach { code, count in
      if code == GroupValues.missing {
        unreferred = count
      } else {
        referred.append(hop.dictionary.row(of: UInt32(truncatingIfNeeded: code)))
        counts.append(count)
      }
    }
    var counter = GroupCounter(keyCount: paths.count)
    try forEachCombination(of: Rows(.table(table), referred), readers) { place, keys in
      counter.count(keys, times: counts[place])
    }
    if unreferred > 0 {
      counter.count(paths.map { _ in GroupValues.missing }, times: unreferred)
    }
    counter.readings = readers.map(\.reading)
    return counter
  }

  /// Returns the column of the reference to one row that all paths begin with.
  private func sharedHop(of paths: [BoundPath]) -> CodeColumn? {
    guard let hop = paths.first?.hops.first, paths.allSatisfy({ $0.hops.first == hop }),
      case .codes(let column)? = corpus.column(of: hop), case .rows = column.dictionary.domain
    else { return nil }
    return column
  }

  /// Calls `body` with the place of each row and each combination of its values; a value that a row
  /// does not have is `GroupValues.missing`.
  func forEachCombination(
    of rows: Rows, _ readers: [ValueReader], _ body: (Int, [Int64]) -> Void
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
      Self.combine(values, 0, &combination) { body(place, $0) }
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

  private var numbers: GroupNumbers

  /// The count of each group.
  private(set) var counts: [Int64] = []

  /// For each key, what its values stand for.
  var readings: [KeyReading] = []

  /// For each key, its value in each group.
  var keys: [[Int64]] { numbers.keys }

  init(keyCount: Int) { numbers = GroupNumbers(keyCount: keyCount) }

  /// Counts some rows of a combination.
  mutating func count(_ combination: [Int64], times: Int64) {
    let (group, isNew) = numbers.number(of: combination)
    if isNew { counts.append(times) } else { counts[group] += times }
  }

  /// Counts one row of a combination of two keys.
  mutating func count(_ first: Int64, _ second: Int64) {
    let (group, isNew) = numbers.number(of: first, second)
    if isNew { counts.append(1) } else { counts[group] += 1 }
  }
}

/// How many of some rows have each code of a column: the commonest count, in one array.
struct CodeCounts {

  /// The count of each code; the last is that of the rows without one.
  private var counts: [Int64]

  init(
    of column: CodeColumn, _ ids: [RowID], _ interruption: Interruption
  ) throws(Interrupted) {
    let missing = column.dictionary.count
    counts = [Int64](repeating: 0, count: missing + 1)
    var first = 0
    while first < ids.count {
      try interruption.check()
      let end = min(ids.count, first + (1 << 16))
      let (rows, values) = (ids.span, column.values)
      for place in first..<end {
        counts[min(missing, Int(values[rows[place].index]))] += 1
      }
      first = end
    }
  }

  /// Calls `body` with each code that some row has, or that of a missing value, and its count.
  func forEach(_ body: (Int64, Int64) -> Void) {
    for (code, count) in counts.enumerated() where count > 0 {
      body(code == counts.count - 1 ? GroupValues.missing : Int64(code), count)
    }
  }
}

extension BoundPath {
  /// The same path from the row that the first hop leads to.
  var behindFirstHop: BoundPath {
    BoundPath(hops: Array(hops.dropFirst()), target: target, part: part, text: text)
  }
}
