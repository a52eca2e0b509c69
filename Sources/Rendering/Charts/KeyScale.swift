/// The values of a key, and where each lies along an axis.
struct KeyScale {

  /// How values lie.
  enum Kind: Equatable {
    /// Stretches of time, one behind the other.
    case periods(PeriodLabel.Unit)
    /// Numbers.
    case numbers
    /// One beside the other, in the order of the result.
    case names
  }

  let kind: Kind
  private(set) var labels: [String]
  /// Where each value lies, in periods, as a number, or by its place.
  private(set) var positions: [Double]

  init(_ labels: [String]) {
    self.labels = labels
    let periods = labels.compactMap { PeriodLabel($0) }
    if let first = periods.first, periods.count == labels.count,
      periods.allSatisfy({ $0.unit == first.unit })
    {
      kind = .periods(first.unit)
      positions = periods.map { Double($0.index) }
      return
    }
    let numbers = labels.compactMap(Self.number)
    if !numbers.isEmpty, numbers.count == labels.count {
      kind = .numbers
      positions = numbers
    } else {
      kind = .names
      positions = labels.indices.map { Double($0) }
    }
  }

  /// Reads a number as it is shown.
  private static func number(_ label: String) -> Double? {
    let digits = label.filter { $0 != "," }
    guard let value = Double(digits), value.magnitude < 1e300 else { return nil }
    return value
  }

  /// Whether the values are stretches of time that follow each other.
  var isTime: Bool {
    if case .periods(let unit) = kind { unit != .weekday } else { false }
  }

  /// Whether the values have an order of their own.
  var isOrdered: Bool { kind != .names }

  /// The first and the last position.
  var range: (low: Double, high: Double) { (positions.min() ?? 0, positions.max() ?? 0) }

  /// Puts values that have an order into it, and returns the new place of each old one.
  mutating func sort() -> [Int] {
    guard isOrdered else { return Array(labels.indices) }
    let order = labels.indices.sorted { (positions[$0], $0) < (positions[$1], $1) }
    var places = [Int](repeating: 0, count: order.count)
    for (place, old) in order.enumerated() { places[old] = place }
    labels = order.map { labels[$0] }
    positions = order.map { positions[$0] }
    return places
  }

  /// Whether nothing lies between two values that follow each other in their order.
  func areNeighbours(_ first: Int, _ second: Int) -> Bool {
    guard second == first + 1 else { return false }
    if case .periods = kind { return positions[second] - positions[first] < 1.5 }
    return true
  }

  /// Returns labels along an axis that has room for about `most` of them.
  func ticks(atMost most: Int) -> [(position: Double, label: String)] {
    let (low, high) = range
    switch kind {
    case .periods(let unit): return Self.periodTicks(unit, low, high, atMost: most)
    case .numbers:
      let scale = NiceScale(low, high, ticks: max(2, most))
      return scale.ticks.filter { $0.value >= low && $0.value <= high }.map {
        ($0.value, $0.label)
      }
    case .names:
      let step = max(1, (labels.count + max(1, most) - 1) / max(1, most))
      return stride(from: 0, to: labels.count, by: step).map { (Double($0), labels[$0]) }
    }
  }

  private static func periodTicks(
    _ unit: PeriodLabel.Unit, _ low: Double, _ high: Double, atMost most: Int
  ) -> [(position: Double, label: String)] {
    let (first, last) = (Int(low), Int(high))
    let steps = PeriodLabel.strides(of: unit)
    let step = steps.first { (last - first) / $0 < max(1, most) } ?? last - first + 1
    // Years begin with the first of their months and quarters; weeks and days have no such start.
    let isAligned = unit == .year || unit == .quarter || unit == .month
    var start = isAligned ? (first + step - 1) / step * step : first
    if start > last { start = first }
    return stride(from: start, through: last, by: step).map {
      (Double($0), PeriodLabel.text(unit, $0))
    }
  }
}
