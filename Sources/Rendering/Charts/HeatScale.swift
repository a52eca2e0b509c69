/// The shades of a grid: four classes of one width between zero and a round number.
struct HeatScale {

  /// The upper bounds of the classes.
  let bounds: [NiceScale.Tick]

  /// Whether some figures are below zero.
  let isSigned: Bool

  init(_ range: (low: Double, high: Double), isWhole: Bool) {
    isSigned = range.low < 0
    let most = max(range.low.magnitude, range.high.magnitude)
    // The quarter is rounded up so that four of them hold the greatest figure.
    let scale = NiceScale(0, most / 4, ticks: 2, isWhole: isWhole)
    let quarter = scale.ticks.count > 1 ? scale.high : most / 4
    let steps = NiceScale(0, quarter * 4, ticks: 5, isWhole: isWhole)
    let first = steps.ticks.dropFirst().prefix(4)
    bounds = first.last.map { $0.value >= most } ?? false ? Array(first) : Self.quarters(most)
  }

  private static func quarters(_ most: Double) -> [NiceScale.Tick] {
    (1...4).map { part in
      let value = most * Double(part) / 4
      return NiceScale.Tick(value: value, label: Numerals.decimal(value))
    }
  }

  /// Returns the class of a figure, from 1 to 4; 0 for zero.
  func shade(of value: Double) -> Int {
    if value == 0 { return 0 }
    return 1 + (bounds.prefix(3).firstIndex { value.magnitude <= $0.value } ?? 3)
  }

  /// The share of the scale that a figure has, from 0 to 1.
  func share(of value: Double) -> Double {
    guard let most = bounds.last?.value, most > 0 else { return 0 }
    return min(1, value.magnitude / most)
  }
}
