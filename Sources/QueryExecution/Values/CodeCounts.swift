internal import CorpusStore

/// How many of some rows have each code of a column.
struct CodeCounts {

  /// The codes that some row has.
  private(set) var codes: [UInt32] = []

  /// How many rows have each of them.
  private(set) var counts: [Int64] = []

  /// How many rows have no code.
  private(set) var missing: Int64 = 0

  /// So few rows that it takes longer to clear a count for each code than to sort those of the rows.
  private static let few = 1 << 12

  /// Counts rows.
  ///
  /// - Complexity: O(*c*) in the number of codes for all rows of a table; else O(*n*) in the number of
  ///   rows, or less where the rows of each code are one stretch.
  init(
    of column: CodeColumn, _ rows: CountedRows, _ interruption: Interruption
  ) throws(Interrupted) {
    switch rows {
    case .all(_, let count): try countAll(column, rowCount: count, interruption)
    case .some(let rows):
      if case .stretches(let starts) = column.values, try rows.isSorted(interruption) {
        try countStretches(starts, rows.ids, interruption)
      } else if rows.count <= Self.few, column.dictionary.count > Self.few {
        countFew(column, rows.ids)
      } else {
        try count(column, rows.ids, interruption)
      }
    }
  }

  /// Reads the counts off the lists of rows.
  private mutating func countAll(
    _ column: CodeColumn, rowCount: Int, _ interruption: Interruption
  ) throws(Interrupted) {
    let postings = column.dictionary.postings
    codes.reserveCapacity(postings.codeCount)
    counts.reserveCapacity(postings.codeCount)
    let offsets = postings.offsets
    try interruption.forEachStretch(of: 0..<postings.codeCount) { stretch in
      let offsets = offsets.span
      for code in stretch where offsets[code + 1] > offsets[code] {
        codes.append(UInt32(truncatingIfNeeded: code))
        counts.append(Int64(offsets[code + 1] - offsets[code]))
      }
    }
    missing = Int64(rowCount - postings.rowCount)
  }

  /// Leaps from the rows of one stretch to those of the next.
  private mutating func countStretches(
    _ starts: FrozenArray<UInt32>, _ ids: [RowID], _ interruption: Interruption
  ) throws(Interrupted) {
    try Stretches(starts).forEach(of: ids, interruption) { stretch, places in
      codes.append(UInt32(truncatingIfNeeded: stretch))
      counts.append(Int64(places.count))
    }
  }

  private mutating func countFew(_ column: CodeColumn, _ ids: [RowID]) {
    let values = column.values
    for code in ids.map({ values[$0.index] }).sorted() {
      if code == CodeColumn.missing {
        missing += 1
      } else if code == codes.last {
        counts[counts.count - 1] += 1
      } else {
        codes.append(code)
        counts.append(1)
      }
    }
  }

  private mutating func count(
    _ column: CodeColumn, _ ids: [RowID], _ interruption: Interruption
  ) throws(Interrupted) {
    let last = column.dictionary.count
    // One place more, for the rows without a code.
    var all = [UInt32](repeating: 0, count: last + 1)
    var block: [UInt32] = []
    try interruption.forEachStretch(of: ids.indices) { stretch in
      column.values.read(ids, stretch, into: &block)
      Self.add(block.span, to: &all)
    }
    try interruption.forEachStretch(of: 0..<last) { stretch in
      for code in stretch where all[code] > 0 {
        codes.append(UInt32(truncatingIfNeeded: code))
        counts.append(Int64(all[code]))
      }
    }
    missing = Int64(all[last])
  }

  private static func add(_ codes: Span<UInt32>, to all: inout [UInt32]) {
    var counts = all.mutableSpan
    let last = counts.count - 1
    for place in codes.indices { counts[min(last, Int(codes[place]))] += 1 }
  }

  /// The counts as groups, that of the rows without a code last.
  func groups(_ reading: KeyReading) -> GroupCounts {
    let last: [Int64] = missing > 0 ? [GroupValues.missing] : []
    return GroupCounts(
      keys: [codes.map { Int64($0) } + last], counts: counts + (missing > 0 ? [missing] : []),
      readings: [reading])
  }
}
