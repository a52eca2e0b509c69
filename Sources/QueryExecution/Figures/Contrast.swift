internal import QuerySemantics

/// How often things occur on two sides, and what sets the sides apart.
struct Contrast {

  private let first: [Int]
  private let second: [Int]
  private let firstTotal: Int
  private let secondTotal: Int
  private let logRatios: [Double?]
  private let likelihoods: [Double?]

  /// Creates a contrast of parallel counts, each with all that is counted on its side.
  init(
    _ first: [Int], of firstTotal: Int, _ second: [Int], of secondTotal: Int,
    _ interruption: Interruption
  ) throws(Interrupted) {
    self.first = first
    self.second = second
    self.firstTotal = firstTotal
    self.secondTotal = secondTotal
    var logRatios: [Double?] = []
    var likelihoods: [Double?] = []
    for place in first.indices {
      if place & 0xFFF == 0 { try interruption.check() }
      let (own, other) = (first[place], second[place])
      logRatios.append(LogRatio.score(own, of: firstTotal, other, of: secondTotal))
      likelihoods.append(LogLikelihood.score(own, of: firstTotal, other, of: secondTotal))
    }
    self.logRatios = logRatios
    self.likelihoods = likelihoods
  }

  /// Returns, for each thing, count and frequency on the first and the second side, log ratio and
  /// log-likelihood, as columns of a result; frequencies are multiplied by `scale`.
  func columns(_ columns: some Sequence<GroupColumn>, scale: Double) -> [GroupValues] {
    let columns = Array(columns)
    guard columns.count == 6 else { return [] }
    return [
      GroupValues(columns[0], first),
      GroupValues(columns[1], first.map { frequency($0, firstTotal, scale) }),
      GroupValues(columns[2], second),
      GroupValues(columns[3], second.map { frequency($0, secondTotal, scale) }),
      GroupValues(columns[4], logRatios),
      GroupValues(columns[5], likelihoods),
    ]
  }

  /// Numbers that order things by log-likelihood or log ratio, then by the first count, the greatest
  /// first.
  func ranks(by measure: AssociationMeasure) -> [[Double]] {
    let values = measure == .logratio ? logRatios : likelihoods
    return [values.map(Vocabulary.rank), first.map { Double($0) }]
  }

  private func frequency(_ count: Int, _ total: Int, _ scale: Double) -> Double? {
    total > 0 ? Double(count) * scale / Double(total) : nil
  }
}
