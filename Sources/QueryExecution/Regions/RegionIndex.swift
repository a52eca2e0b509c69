internal import CorpusStore

/// Runs of tokens, ordered by their start, that can be asked which hold, lie in or touch another.
///
/// They may overlap and nest.
struct RegionIndex: Sendable {

  private(set) var starts: [UInt32] = []
  private(set) var ends: [UInt32] = []
  /// The place in the rows of the row that each run belongs to.
  private(set) var owners: [UInt32] = []
  /// The greatest end of this run and all before it.
  private var greatestEnds: [UInt32] = []
  /// The least end of this run and all behind it.
  private var leastEnds: [UInt32] = []

  /// Creates an index of the pieces, or of the envelopes, of rows.
  init(
    _ rows: Rows, _ reader: RegionReader, usesPieces: Bool, _ interruption: Interruption
  ) throws(Interrupted) {
    starts.reserveCapacity(rows.count)
    ends.reserveCapacity(rows.count)
    owners.reserveCapacity(rows.count)
    for place in rows.ids.indices {
      if place % defaultBlockSize == 0 { try interruption.check() }
      let (id, end) = (rows.ids[place], rows.end(at: place))
      if usesPieces {
        reader.forEachPiece(of: id, end: end) { append($0, owner: place) }
      } else {
        let run = reader.envelope(of: id, end: end)
        if !run.isEmpty { append(run, owner: place) }
      }
    }
    try sortIfNeeded(interruption)
    try sumUp(interruption)
  }

  /// Creates an index of a few runs.
  init(_ runs: [TokenRun], _ interruption: Interruption) throws(Interrupted) {
    for (place, run) in runs.sorted(by: { $0.start < $1.start }).enumerated() {
      append(run, owner: place)
    }
    try sumUp(interruption)
  }

  /// Whether some run holds all of `run`.
  func hasRun(containing run: TokenRun) -> Bool {
    let behind = firstStart(above: run.start)
    return behind > 0 && greatestEnds[behind - 1] >= run.end
  }

  /// Whether some run holds all of `run`, looked for from a place on, which is moved on.
  func hasRun(containing run: TokenRun, near hint: inout Int) -> Bool {
    if hint > starts.count || (hint > 0 && starts[hint - 1] > run.start) { hint = 0 }
    hint = Gallop.lowerBound(from: hint, to: starts.count) { starts[$0] <= run.start }
    return hint > 0 && greatestEnds[hint - 1] >= run.end
  }

  /// Whether some run lies wholly inside `run`.
  func hasRun(inside run: TokenRun) -> Bool {
    let first = firstStart(notBelow: run.start)
    return first < starts.count && leastEnds[first] <= run.end
  }

  /// Whether some run shares a token with `run`.
  func hasRun(overlapping run: TokenRun) -> Bool {
    let behind = firstStart(notBelow: run.end)
    return behind > 0 && greatestEnds[behind - 1] > run.start
  }

  /// Calls `body` with the owner of each run that holds all of `run`.
  func forEach(containing run: TokenRun, _ body: (Int) -> Void) {
    var place = firstStart(above: run.start) - 1
    while place >= 0, greatestEnds[place] >= run.end {
      if ends[place] >= run.end { body(Int(owners[place])) }
      place -= 1
    }
  }

  /// Calls `body` with the owner of each run that lies wholly inside `run`.
  func forEach(inside run: TokenRun, _ body: (Int) -> Void) {
    var place = firstStart(notBelow: run.start)
    while place < starts.count, starts[place] < run.end {
      if ends[place] <= run.end { body(Int(owners[place])) }
      place += 1
    }
  }

  /// Calls `body` with the owner of each run that shares a token with `run`.
  func forEach(overlapping run: TokenRun, _ body: (Int) -> Void) {
    var place = firstStart(notBelow: run.end) - 1
    while place >= 0, greatestEnds[place] > run.start {
      if ends[place] > run.start { body(Int(owners[place])) }
      place -= 1
    }
  }

  private mutating func append(_ run: TokenRun, owner: Int) {
    starts.append(run.start)
    ends.append(run.end)
    owners.append(UInt32(truncatingIfNeeded: owner))
  }

  private mutating func sortIfNeeded(_ interruption: Interruption) throws(Interrupted) {
    let starts = starts
    let isSorted = try interruption.isTrueOfNeighbours(count: starts.count) {
      starts[$0 - 1] <= starts[$0]
    }
    if isSorted { return }
    let order = try MergeSort.sorted(count: starts.count, interruption: interruption) {
      (starts[$0], $0) < (starts[$1], $1)
    }
    let (ends, owners) = (ends, owners)
    self.starts = try interruption.list(order.count) { starts[order[$0]] }
    self.ends = try interruption.list(order.count) { ends[order[$0]] }
    self.owners = try interruption.list(order.count) { owners[order[$0]] }
  }

  private mutating func sumUp(_ interruption: Interruption) throws(Interrupted) {
    let (ends, count) = (ends, ends.count)
    var greatest: UInt32 = 0
    greatestEnds = try interruption.list(count) { place in
      greatest = max(greatest, ends[place])
      return greatest
    }
    leastEnds = try interruption.list(repeating: UInt32.max, count: count)
    var least = UInt32.max
    try interruption.forEachStretch(of: 0..<count) { stretch in
      for place in stretch {
        least = min(least, ends[count - 1 - place])
        leastEnds[count - 1 - place] = least
      }
    }
  }

  private func firstStart(above value: UInt32) -> Int { partition { $0 <= value } }

  private func firstStart(notBelow value: UInt32) -> Int { partition { $0 < value } }

  private func partition(_ isBefore: (UInt32) -> Bool) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(starts[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
