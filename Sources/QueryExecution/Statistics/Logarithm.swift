/// Logarithms that are the same to the last digit on every machine.
///
/// The libraries of systems differ in the last place, and so would results that are compared.
enum Logarithm {

  /// The natural logarithm of two.
  private static let ofTwo = 0.693_147_180_559_945_3

  /// Returns the natural logarithm of a positive number; 0 for what has none.
  static func natural(_ value: Double) -> Double {
    guard let (exponent, rest) = parts(of: value) else { return 0 }
    return Double(exponent) * ofTwo + rest
  }

  /// Returns the logarithm of a positive number to the base of two; 0 for what has none.
  ///
  /// That of a power of two is a whole number.
  static func binary(_ value: Double) -> Double {
    guard let (exponent, rest) = parts(of: value) else { return 0 }
    return Double(exponent) + rest / ofTwo
  }

  /// Returns *e* and ln *m* of a number *m* · 2ᵉ, with *m* between √½ and √2.
  ///
  /// ln *m* = 2 (s + s³/3 + s⁵/5 + …), s = (*m* - 1) / (*m* + 1) (Abramowitz and Stegun 1964,
  /// 4.1.27); |s| is below 0.172, so that twelve terms give all digits.
  private static func parts(of value: Double) -> (exponent: Int, rest: Double)? {
    guard value > 0, value.isFinite else { return nil }
    var exponent = Int(value.exponent)
    var significand = value.significand
    if significand > 2.0.squareRoot() {
      significand /= 2
      exponent += 1
    }
    let s = (significand - 1) / (significand + 1)
    let square = s * s
    var sum = 0.0
    for odd in stride(from: 23.0, through: 1, by: -2) { sum = sum * square + 1 / odd }
    return (exponent, 2 * s * sum)
  }
}
