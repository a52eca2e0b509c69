/// What a run of a plan did.
public struct ExecutionReport: Hashable, Sendable {

  /// What one operator did.
  public struct Operator: Hashable, Sendable {

    /// How many rows came out.
    public internal(set) var rows = 0

    /// How long it took, with all that it reads from, in nanoseconds of wall time.
    public internal(set) var nanoseconds = 0

    /// Whether it was run at all; a plan need not read every input.
    public internal(set) var wasRun = false
  }

  /// The operators, by their place in the plan as it is printed; none where they were not recorded.
  public internal(set) var operators: [Operator]

  /// How many rows fell out because a condition or a timeline asked for a date that they do not
  /// have, though all other conditions were true of them.
  public internal(set) var undatedRows = 0

  /// How many rows there were before the last operator that cut them, such as a limit; nil where none
  /// did, or it ended the reading before they were counted.
  public internal(set) var uncutRows: Int?

  init(operators: Int) {
    self.operators = Array(repeating: Operator(), count: operators)
  }
}

/// Collects a report while operators run.
final class ExecutionRecorder {

  var report: ExecutionReport
  /// For operators that cut their input, how many rows that had.
  private(set) var uncutRows: [Int: Int] = [:]
  /// The moment that is told where no operator is recorded.
  private static let anyMoment = ContinuousClock.now
  private let isRecording: Bool

  /// Creates a recorder of so many operators; of none, what operators did is not recorded.
  init(operators: Int = 0) {
    report = ExecutionReport(operators: operators)
    isRecording = operators > 0
  }

  /// Adds the time of `work` to operator `index`, and the rows that it says came out.
  @inline(__always)
  func measure<T>(
    _ index: Int, rows: (borrowing T) -> Int, _ work: () throws(Interrupted) -> T
  ) throws(Interrupted) -> T {
    let start = now
    let result = try work()
    add(index, rows: rows(result), since: start)
    return result
  }

  /// Takes note of how many rows an operator cuts.
  func cut(at index: Int, from count: Int) { uncutRows[index] = count }

  /// The present moment.
  var now: ContinuousClock.Instant { isRecording ? .now : Self.anyMoment }

  /// Adds rows, and the time since `start`, to operator `index`.
  func add(_ index: Int, rows: Int, since start: ContinuousClock.Instant) {
    guard isRecording else { return }
    report.operators[index].rows += rows
    report.operators[index].wasRun = true
    report.operators[index].nanoseconds += Nanoseconds.count(start.duration(to: .now))
  }
}
