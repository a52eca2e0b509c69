/// An axis whose ends and marks are round numbers.
///
/// The step is 1, 2 or 5 times a power of ten, whichever is nearest to an even part of the range
/// (Heckbert 1990, “Nice numbers for graph labels”, in Graphics Gems; the range itself is not
/// rounded up first, which would leave too few marks).
struct NiceScale {

  /// A mark of the axis.
  struct Tick {
    let value: Double
    let label: String
  }

  let ticks: [Tick]

  /// The first and the last number of the axis.
  var low: Double { ticks.first?.value ?? 0 }
  var high: Double { ticks.last?.value ?? 1 }

  /// Creates the axis that covers a range.
  ///
  /// - Parameters:
  ///   - low: The least number, of a magnitude below 1e300.
  ///   - high: The greatest number, of a magnitude below 1e300.
  ///   - count: About how many marks there shall be, at least 2.
  ///   - isWhole: Whether nothing is counted in parts of one, so that no mark shall be one.
  ///   - suffix: What stands behind each number.
  init(
    _ low: Double, _ high: Double, ticks count: Int, isWhole: Bool = false, suffix: String = ""
  ) {
    var (low, high) = (min(low, high), max(low, high))
    // Numbers that differ in their last digits only have no round numbers between them.
    if high - low <= 1e-9 * max(low.magnitude, high.magnitude) {
      (low, high) = (min(low, 0), max(high, 0))
    }
    if low == high { high = 1 }
    let even = (high - low) / Double(max(2, count) - 1)
    let step = Nice(near: isWhole ? max(1, even) : even)
    let first = Self.floor(low / step.value)
    let last = -Self.floor(-high / step.value)
    ticks = stride(from: first, through: last, by: 1).map { index in
      let value = step.value(times: index)
      return Tick(value: value, label: Self.label(value, step) + (value == 0 ? "" : suffix))
    }
  }

  private static func label(_ value: Double, _ step: Nice) -> String {
    if value == 0 { return "0" }
    guard step.exponent >= -9, value.magnitude < 9e15 else { return value.description }
    let text = Numerals.fixed(value, digits: max(0, -step.exponent))
    // Years are numbers of four digits.
    return value.magnitude < 10_000 ? text.filter { $0 != "," } : text
  }

  private static func floor(_ value: Double) -> Double {
    guard value.magnitude < 1e15 else { return value }
    let whole = Double(Int(value))
    // What lies within rounding of a mark is on it.
    if value - whole > 1 - 1e-9 { return whole + 1 }
    return value < whole - 1e-9 ? whole - 1 : whole
  }
}

/// A digit 1, 2, 5 or 10 times a power of ten.
private struct Nice {

  let digit: Double
  let exponent: Int

  private init(_ digit: Double, _ exponent: Int) { (self.digit, self.exponent) = (digit, exponent) }

  /// The nice number about as great as a positive number.
  init(near value: Double) {
    let (fraction, exponent) = Self.parts(of: value)
    if fraction >= 7 {
      self.init(1, exponent + 1)
    } else {
      self.init(fraction < 1.5 ? 1 : fraction < 3 ? 2 : 5, exponent)
    }
  }

  var value: Double { value(times: 1) }

  /// Whole multiples of parts of one are divided once, so that each is the number nearest to it.
  func value(times count: Double) -> Double {
    exponent >= 0
      ? count * digit * Self.power(exponent) : count * digit / Self.power(-exponent)
  }

  private static func power(_ exponent: Int) -> Double {
    (0..<min(exponent, 308)).reduce(1.0) { product, _ in product * 10 }
  }

  /// Returns a positive number as a fraction from 1 to below 10 and a power of ten.
  private static func parts(of value: Double) -> (fraction: Double, exponent: Int) {
    var (fraction, exponent) = (max(value, 1e-290), 0)
    while fraction >= 10 { (fraction, exponent) = (fraction / 10, exponent + 1) }
    while fraction < 1 { (fraction, exponent) = (fraction * 10, exponent - 1) }
    return (fraction, exponent)
  }
}
