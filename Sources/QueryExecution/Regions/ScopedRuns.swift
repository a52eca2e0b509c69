internal import CorpusStore

/// Runs of tokens that each lie wholly inside one of some scopes, such as sentences, ready to be
/// asked which of them stand before, behind or near another run in the same scope.
///
/// Scopes do not overlap, so the runs of a scope are one stretch of the order of all starts, and of
/// that of all ends: every question is answered by binary search.
struct ScopedRuns: Sendable {

  private let scopes: Regions
  /// By start, then end.
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  private var sortedEnds: [UInt32] = []
  /// The greatest end of this run and all before it.
  private var greatestEnds: [UInt32] = []

  /// Creates an index of the envelopes of some rows.
  init(
    _ rows: Rows, _ reader: RegionReader, scopes: Regions, _ interruption: Interruption
  ) throws(Interrupted) {
    self.scopes = scopes
    starts.reserveCapacity(rows.count)
    ends.reserveCapacity(rows.count)
    for place in rows.ids.indices {
      if place % defaultBlockSize == 0 { try interruption.check() }
      let run = reader.envelope(of: rows.ids[place], end: rows.end(at: place))
      guard !run.isEmpty, scope(of: run) != nil else { continue }
      starts.append(run.start)
      ends.append(run.end)
    }
    try sort(interruption)
    try sumUp(interruption)
  }

  /// Creates an index of a few runs.
  init(
    _ runs: [TokenRun], scopes: Regions, _ interruption: Interruption
  ) throws(Interrupted) {
    self.scopes = scopes
    let kept = runs.filter { scope(of: $0) != nil }.sorted {
      ($0.start, $0.end) < ($1.start, $1.end)
    }
    starts = kept.map(\.start)
    ends = kept.map(\.end)
    sortedEnds = ends.sorted()
    try sumUp(interruption)
  }

  /// Whether some run begins where `run` ends or behind it, at most `gap` tokens away, in its scope.
  func hasRun(behind run: TokenRun, gap: UInt32) -> Bool {
    guard let scope = scope(of: run) else { return false }
    let place = Gallop.partition(starts) { $0 < run.end }
    return place < starts.count && starts[place] < scope.end && starts[place] - run.end <= gap
  }

  /// Whether some run ends where `run` begins or before it, at most `gap` tokens away, in its scope.
  func hasRun(ahead run: TokenRun, gap: UInt32) -> Bool {
    guard let scope = scope(of: run) else { return false }
    let place = Gallop.partition(sortedEnds) { $0 <= run.start }
    return place > 0 && sortedEnds[place - 1] > scope.start
      && run.start - sortedEnds[place - 1] <= gap
  }

  /// Whether some run that is not `run` itself lies at most `gap` tokens away from it, in its scope.
  func hasOther(near run: TokenRun, gap: UInt32) -> Bool {
    hasRun(behind: run, gap: gap) || hasRun(ahead: run, gap: gap) || hasOther(overlapping: run)
  }

  /// Whether some run that is not `run` itself shares a token with it, in its scope.
  private func hasOther(overlapping run: TokenRun) -> Bool {
    guard scope(of: run) != nil else { return false }
    let first = Gallop.partition(starts) { $0 < run.start }
    if first > 0, greatestEnds[first - 1] > run.start { return true }
    let behind = Gallop.partition(starts) { $0 <= run.start }
    if behind < starts.count, starts[behind] < run.end { return true }
    // Those with the same start are ordered by their end.
    return first < behind && (ends[first] != run.end || ends[behind - 1] != run.end)
  }

  /// Returns the scope that holds a run, if one does.
  private func scope(of run: TokenRun) -> TokenRun? {
    let place = scopes.firstRow(endingBehind: run.start)
    guard place < scopes.count, scopes.start(of: place) <= run.start,
      scopes.end(of: place) >= run.end, !run.isEmpty
    else { return nil }
    return TokenRun(start: scopes.start(of: place), end: scopes.end(of: place))
  }

  private mutating func sort(_ interruption: Interruption) throws(Interrupted) {
    let (starts, ends) = (starts, ends)
    func precedes(_ a: Int, _ b: Int) -> Bool { (starts[a], ends[a]) < (starts[b], ends[b]) }
    let isSorted = try interruption.isTrueOfNeighbours(count: starts.count) {
      !precedes($0, $0 - 1)
    }
    if !isSorted {
      let order = try MergeSort.sorted(
        count: starts.count, interruption: interruption, by: precedes)
      self.starts = try interruption.list(order.count) { starts[order[$0]] }
      self.ends = try interruption.list(order.count) { ends[order[$0]] }
    }
    let all = self.ends
    sortedEnds = all
    let areEndsSorted = try interruption.isTrueOfNeighbours(count: all.count) {
      all[$0 - 1] <= all[$0]
    }
    if !areEndsSorted {
      let order = try MergeSort.sorted(count: all.count, interruption: interruption) {
        all[$0] < all[$1]
      }
      sortedEnds = try interruption.list(order.count) { all[order[$0]] }
    }
  }

  private mutating func sumUp(_ interruption: Interruption) throws(Interrupted) {
    let ends = ends
    var greatest: UInt32 = 0
    greatestEnds = try interruption.list(ends.count) { place in
      greatest = max(greatest, ends[place])
      return greatest
    }
  }
}

extension Gallop {

  /// Returns the first place of an ascending list at which `isBefore` is false.
  @inline(__always)
  static func partition(_ values: [UInt32], _ isBefore: (UInt32) -> Bool) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(values[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
