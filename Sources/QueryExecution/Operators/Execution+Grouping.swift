internal import CorpusStore
internal import QuerySemantics

extension Execution {

  /// Counts the rows of each combination of values.
  ///
  /// A row of many values counts for each; one without a value counts for a group of its own.
  func groups(of rows: Rows, by paths: [BoundPath]) throws(Interrupted) -> GroupCounts {
    try groups(of: .some(rows), by: paths)
  }

  /// Counts the rows of each combination of values; with a limit, groups that cannot be among the first
  /// so many by count may be left out.
  func groups(
    of rows: CountedRows, by paths: [BoundPath], limit: Int? = nil
  ) throws(Interrupted) -> GroupCounts {
    if paths.isEmpty {
      return GroupCounts(keys: [], counts: [Int64(rows.count)], readings: [])
    }
    if let groups = try indexedGroups(of: rows, by: paths, limit: limit) { return groups }
    if let hop = sharedHop(of: paths), rows.count > hop.dictionary.count / 4 {
      return try groups(of: rows, by: paths, through: hop)
    }
    let readers = paths.map { ValueReader($0, kind: rows.kind, corpus: corpus) }
    let passing = try rows.isAscending(interruption) ? readers.firstIndex(where: isPassing) : nil
    var counter = GroupCounter(keyCount: paths.count)
    var last = GroupValues.missing
    try interruption.forEachStretch(of: 0..<rows.count) { stretch throws(Interrupted) in
      try forEachCombination(of: rows.part(stretch), readers) { _, keys in
        if let passing, keys[passing] != last {
          last = keys[passing]
          counter.forgetPassed()
        }
        counter.count(keys, times: 1)
      }
    }
    return counter.groups(readers.map(\.reading))
  }

  /// Whether the rows of a value all follow one another, as those of a document do, so that it never
  /// comes back once another has come.
  private func isPassing(_ reader: ValueReader) -> Bool {
    guard case .stretches? = reader.plainColumn?.values else { return false }
    return true
  }

  /// Counts rows by what they refer to, and then those by the values.
  private func groups(
    of rows: CountedRows, by paths: [BoundPath], through hop: CodeColumn
  ) throws(Interrupted) -> GroupCounts {
    guard case .rows(let table) = hop.dictionary.domain else {
      return GroupCounts(keys: paths.map { _ in [] }, counts: [], readings: [])
    }
    let readers = paths.map { ValueReader($0.behindFirstHop, kind: .table(table), corpus: corpus) }
    let codes = try CodeCounts(of: hop, rows, few: blockSize, interruption)
    let referred = try interruption.list(codes.codes.count) {
      hop.dictionary.row(of: codes.codes[$0])
    }
    var counter = GroupCounter(keyCount: paths.count)
    try forEachCombination(of: Rows(.table(table), referred), readers) { place, keys in
      counter.count(keys, times: codes.counts[place])
    }
    if codes.missing > 0 {
      counter.count(paths.map { _ in GroupValues.missing }, times: codes.missing)
    }
    return counter.groups(readers.map(\.reading))
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

  /// For each key, its value in each group.
  var keys: [[Int64]] { numbers.keys }

  /// How many groups are out of mind.
  private var passed = 0

  /// So many groups may be in mind though none of them can be met again.
  private static let mostPassed = 1 << 13

  init(keyCount: Int) { numbers = GroupNumbers(keyCount: keyCount) }

  /// Takes that no group is met again that was met so far.
  mutating func forgetPassed() {
    guard counts.count - passed > Self.mostPassed else { return }
    passed = counts.count
    numbers.forget()
  }

  /// Returns the groups, whose keys stand for what `readings` say.
  func groups(_ readings: [KeyReading]) -> GroupCounts {
    GroupCounts(keys: keys, counts: counts, readings: readings)
  }

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

extension BoundPath {
  /// The same path from the row that the first hop leads to.
  var behindFirstHop: BoundPath {
    BoundPath(hops: Array(hops.dropFirst()), target: target, part: part, text: text)
  }
}
