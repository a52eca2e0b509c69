internal import CorpusStore

/// Tells for every token near which run it lies, of runs that follow upon each other.
///
/// What is told of one token does not hang on what was told of another, so that the loads of several
/// can be under way at a time; a search that goes on from the run before waits for each.
struct RunDirectory: Sendable {

  /// How many tokens, as a power of two, share an entry.
  private static let shift = 7

  /// For each stretch of tokens, the number of runs that start before it.
  private let runsBefore: [UInt32]

  /// Reads where runs start, in ascending order.
  init(starts: FrozenArray<UInt32>, _ interruption: Interruption) throws(Interrupted) {
    var runsBefore: [UInt32] = []
    runsBefore.reserveCapacity((Int(starts.last ?? 0) >> Self.shift) + 2)
    try interruption.forEachStretch(of: starts.indices) { stretch in
      let starts = starts.span
      for run in stretch {
        while runsBefore.count << Self.shift <= Int(starts[run]) {
          runsBefore.append(UInt32(truncatingIfNeeded: run))
        }
      }
    }
    runsBefore.append(UInt32(truncatingIfNeeded: starts.count))
    self.runsBefore = runsBefore
  }

  /// For how many tokens at a time it is told.
  static let blockSize = 256

  /// Puts for each of some tokens the number of runs that start at it or before it into `counts`.
  ///
  /// The starts near all tokens are loaded first, and compared when they are there.
  @inline(__always)
  func count(
    ofRunsUpTo tokens: Range<Int>, token: (Int) -> UInt32, starts: Span<UInt32>,
    into counts: inout RunCounts
  ) {
    counts.removeAll()
    let last = runsBefore.count - 1
    for place in tokens {
      let run = runsBefore[min(Int(token(place)) >> Self.shift, last)]
      counts.append(run, start: Int(run) < starts.count ? starts[Int(run)] : .max)
    }
    for place in tokens {
      let number = place - tokens.lowerBound
      let token = token(place)
      guard counts.starts[number] <= token else { continue }
      var run = Int(counts.values[number]) + 1
      while run < starts.count, starts[run] <= token { run += 1 }
      counts.values[number] = UInt32(truncatingIfNeeded: run)
    }
  }
}

/// How many runs start up to each of some tokens.
struct RunCounts {

  /// The numbers of runs.
  fileprivate(set) var values: [UInt32] = []

  /// Where the run of each number starts that was counted first.
  fileprivate var starts: [UInt32] = []

  fileprivate mutating func removeAll() {
    values.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  fileprivate mutating func append(_ count: UInt32, start: UInt32) {
    values.append(count)
    starts.append(start)
  }
}
