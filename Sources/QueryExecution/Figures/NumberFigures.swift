internal import CorpusStore
internal import QuerySemantics

/// The sum of the numbers of each group, whole where they are whole.
///
/// A group without a number has none.
struct SumFigure: Figure {

  private var input: FigureInput
  private var sums: [FigureSum] = []

  init(_ input: FigureInput) { self.input = input }

  private var isWhole: Bool {
    if case .integers = input.reading { return true }
    return false
  }

  mutating func add(_ id: RowID, end: UInt32?, to group: Int) {
    while sums.count <= group { sums.append(FigureSum(isWhole ? .integers : .figures)) }
    for key in input.keys(of: id, end: end) {
      if isWhole {
        sums[group].add(key)
      } else if let number = input.number(of: key) {
        sums[group].add(number)
      }
    }
  }

  mutating func values(
    of groups: Int, _ execution: Execution
  ) throws(Interrupted) -> (keys: [Int64], reading: KeyReading) {
    let missing = repeatElement(GroupValues.missing, count: max(0, groups - sums.count))
    return (sums.map(\.key) + missing, isWhole ? .integers : .figures)
  }
}

/// The arithmetic mean of the numbers of each group, or their standard deviation.
///
/// The deviation is that of a sample, √(Σ (x - x̄)² / (n - 1)), and there is none of one number. The
/// squares are summed as the mean moves, which keeps them exact for numbers far from zero.
///
/// Source: B. P. Welford, "Note on a Method for Calculating Corrected Sums of Squares and Products",
/// Technometrics 4(3), 1962, pages 419-420.
struct MomentFigure: Figure {

  private struct Moments {
    var sum = FigureSum(.figures)
    var mean = 0.0
    var squares = 0.0
  }

  private var input: FigureInput
  private let isDeviation: Bool
  private var moments: [Moments] = []

  init(_ input: FigureInput, isDeviation: Bool) {
    self.input = input
    self.isDeviation = isDeviation
  }

  mutating func add(_ id: RowID, end: UInt32?, to group: Int) {
    while moments.count <= group { moments.append(Moments()) }
    for key in input.keys(of: id, end: end) {
      guard let number = input.number(of: key) else { continue }
      moments[group].sum.add(number)
      let distance = number - moments[group].mean
      moments[group].mean += distance / Double(moments[group].sum.count)
      moments[group].squares += distance * (number - moments[group].mean)
    }
  }

  mutating func values(
    of groups: Int, _ execution: Execution
  ) throws(Interrupted) -> (keys: [Int64], reading: KeyReading) {
    let keys = (0..<groups).map { group -> Int64 in
      guard group < moments.count else { return GroupValues.missing }
      return KeyReading.key(of: figure(of: moments[group]))
    }
    return (keys, .figures)
  }

  private func figure(of moments: Moments) -> Double? {
    let count = Double(moments.sum.count)
    if isDeviation {
      return count > 1 ? (moments.squares / (count - 1)).squareRoot() : nil
    }
    return count > 0 ? moments.sum.number / count : nil
  }
}

/// The number in the middle of each group; the mean of the two in the middle where there is an even
/// number of them.
struct MedianFigure: Figure {

  private var input: FigureInput
  private var groups: [UInt32] = []
  private var keys: [Int64] = []

  init(_ input: FigureInput) { self.input = input }

  mutating func add(_ id: RowID, end: UInt32?, to group: Int) {
    for key in input.keys(of: id, end: end) {
      groups.append(UInt32(truncatingIfNeeded: group))
      keys.append(key)
    }
  }

  mutating func values(
    of count: Int, _ execution: Execution
  ) throws(Interrupted) -> (keys: [Int64], reading: KeyReading) {
    let index = PostingIndex(grouping: groups, codes: count)
    var medians: [Int64] = []
    for group in 0..<count {
      try execution.interruption.check()
      let own = index.rows(of: group).map { keys[$0.index] }
      let order = try MergeSort.sorted(count: own.count, interruption: execution.interruption) {
        own[$0] < own[$1]
      }
      medians.append(KeyReading.key(of: median(of: own, order)))
    }
    return (medians, .figures)
  }

  private mutating func median(of keys: [Int64], _ order: [Int]) -> Double? {
    guard !order.isEmpty, let upper = input.number(of: keys[order[order.count / 2]]),
      let lower = input.number(of: keys[order[(order.count - 1) / 2]])
    else { return nil }
    return lower / 2 + upper / 2
  }
}
