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

  /// How many runs of a stretch are compared with a token at once, without a branch between them.
  private static let width = 8

  /// Puts for each of some tokens the number of runs that start at it or before it at the beginning of
  /// `counts`.
  ///
  /// The starts near all tokens are loaded first, and compared when they are there.
  ///
  /// - Precondition: There are no more tokens than `counts` has places.
  @inline(__always)
  func count(
    ofRunsUpTo tokens: Range<Int>, token: (Int) -> UInt32, starts: Span<UInt32>,
    into counts: inout MutableSpan<UInt32>
  ) {
    let runsBefore = runsBefore.span
    let last = runsBefore.count - 1
    for place in tokens {
      let token = token(place)
      let run = runsBefore[min(Int(token) >> Self.shift, last)]
      let isPassed = Int(run) < starts.count && starts[Int(run)] <= token
      counts[place - tokens.lowerBound] = run + (isPassed ? 1 : 0)
    }
    for place in tokens {
      let number = place - tokens.lowerBound
      let token = token(place)
      var run = Int(counts[number])
      var passed = Self.width
      while passed == Self.width, run + Self.width <= starts.count {
        passed = 0
        for next in run..<run + Self.width { passed += starts[next] <= token ? 1 : 0 }
        run += passed
      }
      while passed == Self.width, run < starts.count, starts[run] <= token { run += 1 }
      counts[number] = UInt32(truncatingIfNeeded: run)
    }
  }
}
