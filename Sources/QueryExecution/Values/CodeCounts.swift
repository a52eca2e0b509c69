internal import CorpusStore

/// How many of some rows have each code of a column.
struct CodeCounts {

  /// The codes that some row has; where only the first by count are wanted, those that may be.
  private(set) var codes: [UInt32] = []

  /// How many rows have each of them.
  private(set) var counts: [Int64] = []

  /// How many rows have no code.
  private(set) var missing: Int64 = 0

  /// How many codes some row has, with those that are not wanted; rows without a code count as one.
  private(set) var total = 0

  /// Counts rows.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - rows: The rows.
  ///   - few: So few rows are not worth a count for each code, however few those are.
  ///   - limit: How many codes are wanted, the commonest first; nil for all.
  ///   - interruption: The wish to stop.
  /// - Throws: `Interrupted` when it is asked to stop.
  /// - Complexity: O(*c*) in the number of codes for all rows of a table; else O(*n*) in the number of
  ///   rows, or less where the rows of each code are one stretch.
  init(
    of column: CodeColumn, _ rows: CountedRows, few: Int, limit: Int? = nil,
    _ interruption: Interruption
  ) throws(Interrupted) {
    switch rows {
    case .all(_, let count):
      let offsets = column.dictionary.postings.offsets
      missing = Int64(count - column.dictionary.postings.rowCount)
      try keep(column.dictionary.count, limit, interruption) { offsets[$0 + 1] - offsets[$0] }
    case .listed(_, let ids, _):
      try count(column, ids, isSorted: true, few: few, limit: limit, interruption)
    case .some(let rows):
      let isSorted = try rows.isSorted(interruption)
      try count(column, rows.ids, isSorted: isSorted, few: few, limit: limit, interruption)
    }
    if total == 0 { total = codes.count + (missing > 0 ? 1 : 0) }
  }

  /// Takes the counts of codes from an index, which has so many rows of each as lie between two
  /// bounds.
  ///
  /// - Parameters:
  ///   - partners: The codes, and the bounds, one more.
  ///   - rowCount: The number of rows, with those that have no code.
  ///   - limit: How many codes are wanted, the commonest first; nil for all.
  ///   - interruption: The wish to stop.
  /// - Throws: `Interrupted` when it is asked to stop.
  init(
    of partners: (codes: FrozenArray<UInt32>, bounds: FrozenArray<UInt32>), _ rowCount: Int,
    limit: Int?, _ interruption: Interruption
  ) throws(Interrupted) {
    let bounds = partners.bounds
    missing = Int64(rowCount) - Int64((bounds.last ?? 0) - (bounds.first ?? 0))
    try keep(partners.codes.count, limit, interruption) { bounds[$0 + 1] - bounds[$0] }
    codes = codes.map { partners.codes[Int($0)] }
    if total == 0 { total = codes.count + (missing > 0 ? 1 : 0) }
  }

  private mutating func count(
    _ column: CodeColumn, _ ids: some RowList, isSorted: Bool, few: Int, limit: Int?,
    _ interruption: Interruption
  ) throws(Interrupted) {
    if case .stretches(let stretches) = column.values, isSorted {
      try countStretches(stretches.starts, ids, interruption)
    } else if ids.count <= max(few, column.dictionary.count / Self.codesPerRow),
      column.dictionary.count > few
    {
      try countSorted(column, ids, limit, interruption)
    } else {
      let all = try Self.counts(column, ids, interruption)
      missing = Int64(all[all.count - 1])
      let counts = all.span
      try keep(column.dictionary.count, limit, interruption) { counts[$0] }
    }
  }

  /// Keeps the codes that some row has, or those of them that may be among the first by count.
  @inline(__always)
  private mutating func keep(
    _ codeCount: Int, _ limit: Int?, _ interruption: Interruption, _ count: (Int) -> UInt32
  ) throws(Interrupted) {
    let (mosts, known) = try Self.blockCounts(codeCount, count, interruption)
    var least: UInt32 = 1
    if let limit, limit > 0, limit <= GreatestNumbers.most {
      var greatest = GreatestNumbers(limit)
      for (block, most) in mosts.enumerated() where most > greatest.least {
        for code in Self.codes(ofBlock: block, codeCount) where count(code) > greatest.least {
          greatest.insert(count(code))
        }
      }
      total = known + (missing > 0 ? 1 : 0)
      least = max(1, greatest.least)
    }
    for (block, most) in mosts.enumerated() where most >= least {
      for code in Self.codes(ofBlock: block, codeCount) where count(code) >= least {
        codes.append(UInt32(truncatingIfNeeded: code))
        counts.append(Int64(count(code)))
      }
    }
  }

  /// The number of codes of a block, as a power of two.
  private static let blockBits = 6

  private static func codes(ofBlock block: Int, _ codeCount: Int) -> Range<Int> {
    block << blockBits..<min((block + 1) << blockBits, codeCount)
  }

  /// Returns the greatest count in each block of codes, and how many of all are not zero: in most
  /// blocks of many codes there is nothing to look at.
  @inline(__always)
  private static func blockCounts(
    _ codeCount: Int, _ count: (Int) -> UInt32, _ interruption: Interruption
  ) throws(Interrupted) -> (mosts: [UInt32], known: Int) {
    var mosts: [UInt32] = []
    var known = 0
    try interruption.forEachStretch(of: 0..<(codeCount + (1 << blockBits) - 1) >> blockBits) {
      for block in $0 {
        var most: UInt32 = 0
        var positive: UInt32 = 0
        for code in codes(ofBlock: block, codeCount) {
          most = max(most, count(code))
          // At most one for each code of a block.
          positive &+= count(code) > 0 ? 1 : 0
        }
        mosts.append(most)
        known += Int(positive)
      }
    }
    return (mosts, known)
  }

  /// Leaps from the rows of one stretch to those of the next.
  private mutating func countStretches(
    _ starts: FrozenArray<UInt32>, _ ids: some RowList, _ interruption: Interruption
  ) throws(Interrupted) {
    try Stretches(starts).forEach(of: ids, interruption) { stretch, places in
      codes.append(UInt32(truncatingIfNeeded: stretch))
      counts.append(Int64(places.count))
    }
  }

  /// Of so many codes one at least must be met, for it to take longer to sort those of the rows than to
  /// clear a count for each code and to look at it.
  private static let codesPerRow = 4

  /// Sorts the codes of rows, and counts those that then stand together.
  private mutating func countSorted(
    _ column: CodeColumn, _ ids: some RowList, _ limit: Int?, _ interruption: Interruption
  ) throws(Interrupted) {
    var all: [UInt32] = []
    column.values.read(ids, 0..<ids.count, into: &all)
    // A missing code is the greatest of all, and would need another pass of its own.
    let last = UInt32(truncatingIfNeeded: column.dictionary.count)
    for place in all.indices where all[place] == CodeColumn.missing { all[place] = last }
    try CodeSort.sort(&all, greatest: last, interruption)
    var ends = Self.ends(all.span)
    if let end = ends.last, all[Int(end) - 1] == last {
      ends.removeLast()
      missing = Int64(end) - Int64(ends.last ?? 0)
    }
    let count = { (run: Int) in ends[run] - (run > 0 ? ends[run - 1] : 0) }
    try keep(ends.count, limit, interruption, count)
    for place in codes.indices { codes[place] = all[Int(ends[Int(codes[place])]) - 1] }
  }

  /// Returns where each run of equal codes ends.
  private static func ends(_ codes: Span<UInt32>) -> [UInt32] {
    var ends = [UInt32](repeating: 0, count: codes.count)
    var number = 0
    var output = ends.mutableSpan
    for place in codes.indices {
      // Written each time and kept where the run ends: whether it does cannot be foretold.
      output[number] = UInt32(truncatingIfNeeded: place + 1)
      number += place + 1 == codes.count || codes[place] != codes[place + 1] ? 1 : 0
    }
    ends.removeSubrange(number...)
    return ends
  }

  /// Returns the count of each code, and at last that of the rows without one.
  private static func counts(
    _ column: CodeColumn, _ ids: some RowList, _ interruption: Interruption
  ) throws(Interrupted) -> [UInt32] {
    var all = [UInt32](repeating: 0, count: column.dictionary.count + 1)
    var block: [UInt32] = []
    try interruption.forEachStretch(of: 0..<ids.count) { stretch in
      column.values.read(ids, stretch, into: &block)
      add(block.span, to: &all)
    }
    return all
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
      readings: [reading], total: total)
  }
}

/// The greatest of some numbers.
struct GreatestNumbers {

  /// The numbers, of which the least is the root of a heap.
  private var heap: [UInt32]

  /// The most that are worth a heap.
  static let most = 1 << 12

  /// Creates a set that keeps so many numbers, one at least.
  init(_ count: Int) { heap = Array(repeating: 0, count: max(1, count)) }

  /// The least of them; zero as long as there are too few.
  var least: UInt32 { heap[0] }

  /// Puts a number into the place of the least.
  mutating func insert(_ number: UInt32) {
    heap[0] = number
    heap.sinkFirst()
  }
}
