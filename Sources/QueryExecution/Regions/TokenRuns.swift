/// Runs of tokens that are gathered so that each token counts once, however many runs it is in.
struct TokenRuns {

  /// The runs; those that touch or overlap as they come are one.
  private var runs: [TokenRun] = []
  private var isAscending = true

  /// Adds the tokens from `start` to before `end`, if there are any.
  @inline(__always)
  mutating func append(from start: Int, to end: Int) {
    guard start < end else { return }
    let run = TokenRun(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
    if let last = runs.last {
      isAscending = isAscending && last.start <= run.start
      if last.start <= run.start && run.start <= last.end {
        return runs[runs.count - 1] = TokenRun(start: last.start, end: max(last.end, run.end))
      }
    }
    runs.append(run)
  }

  /// Calls `body` with runs that ascend and do not overlap, and hold the tokens of these runs and of
  /// others.
  ///
  /// - Complexity: linear where both were added in the order of the text.
  func forEach(
    with others: TokenRuns = TokenRuns(), _ interruption: Interruption,
    _ body: (Range<Int>) throws(Interrupted) -> Void
  ) throws(Interrupted) {
    let (first, second) = (try sorted(interruption), try others.sorted(interruption))
    var (a, b, behind) = (0, 0, 0)
    while a < first.count || b < second.count {
      let run: TokenRun
      if b == second.count || (a < first.count && first[a].start <= second[b].start) {
        run = first[a]
        a += 1
      } else {
        run = second[b]
        b += 1
      }
      guard run.end > behind else { continue }
      try body(max(behind, Int(run.start))..<Int(run.end))
      behind = Int(run.end)
    }
  }

  private func sorted(_ interruption: Interruption) throws(Interrupted) -> [TokenRun] {
    guard !isAscending else { return runs }
    return try MergeSort.sorted(count: runs.count, interruption: interruption) {
      runs[$0].start < runs[$1].start
    }.map { runs[$0] }
  }
}
