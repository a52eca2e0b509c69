internal import CorpusStore

/// Runs of tokens by the day of their documents.
struct DatedRuns: Sendable {

  private let calendar: DocumentDays
  /// The days of the runs, ascending.
  private let days: [Int32]
  /// The runs that have a day, each with how often it comes.
  private let counts: [TokenRun: Int]

  /// Creates an index of some runs.
  init(
    _ runs: some Sequence<TokenRun>, _ calendar: DocumentDays, _ interruption: Interruption
  ) throws(Interrupted) {
    self.calendar = calendar
    var days: [Int32] = []
    var counts: [TokenRun: Int] = [:]
    for run in runs {
      if days.count % defaultBlockSize == 0 { try interruption.check() }
      guard let day = calendar.day(of: run) else { continue }
      days.append(day)
      counts[run, default: 0] += 1
    }
    let order = try MergeSort.sorted(count: days.count, interruption: interruption) {
      days[$0] < days[$1]
    }
    self.days = try interruption.list(order.count) { days[order[$0]] }
    self.counts = counts
  }

  /// Whether some run that is not `run` itself has a day that lies in a range around that of `run`,
  /// from so many days before it to so many behind.
  func hasRun(near run: TokenRun, from: Int, to: Int) -> Bool {
    guard let day = calendar.day(of: run) else { return false }
    let (first, last) = (
      Int32(clamping: Int(day) - max(0, from)), Int32(clamping: Int(day) + max(0, to))
    )
    let count = place { $0 <= last } - place { $0 < first }
    return count > counts[run] ?? 0
  }

  private func place(_ isBefore: (Int32) -> Bool) -> Int {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(days[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The days of documents, found by their tokens.
struct DocumentDays: Sendable {

  private let documents: Regions
  private let dates: DateColumn?

  init(_ corpus: Corpus) {
    documents = corpus.regions(of: .documents) ?? .none
    if case .dates(let column)? = corpus.column("date", of: .documents) {
      dates = column
    } else {
      dates = nil
    }
  }

  /// Returns the day of the document that a run lies in; nil where it has none.
  func day(of run: TokenRun) -> Int32? {
    guard !run.isEmpty, let dates else { return nil }
    let place = documents.firstRow(endingBehind: run.start)
    guard place < documents.count, documents.start(of: place) <= run.start,
      dates.values[place] != .missing
    else { return nil }
    return dates.values[place].number
  }
}
