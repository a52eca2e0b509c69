/// Numbers as people read them.
public enum Numerals {

  /// Returns a whole number with a comma between groups of three digits: `1,204`.
  public static func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude).utf8)
    var bytes: [UInt8] = value < 0 ? [UInt8(ascii: "-")] : []
    for (i, digit) in digits.enumerated() {
      if i > 0, (digits.count - i) % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(digit)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Returns a number with `digits` digits behind the point and grouped before it: `1,204.50`.
  ///
  /// Halves are rounded away from zero. Numbers too great to have a fraction, and those that are
  /// not finite, are written in the shortest form that reads back the same.
  ///
  /// - Precondition: `digits` is between 0 and 9; others are taken as the nearest of these.
  public static func fixed(_ value: Double, digits: Int) -> String {
    let digits = max(0, min(9, digits))
    guard let whole = scaled(value, digits: digits) else { return value.description }
    let scale = power(of: digits)
    let sign = value < 0 && whole > 0 ? "-" : ""
    guard digits > 0 else { return sign + grouped(whole) }
    let fraction = String(whole % scale)
    let zeros = String(repeating: "0", count: digits - fraction.utf8.count)
    return sign + grouped(whole / scale) + "." + zeros + fraction
  }

  /// Returns a number with the digits behind the point that it needs, at most `digits`: `0.97`.
  ///
  /// A number that would become zero is written in the shortest form that reads back the same.
  public static func decimal(_ value: Double, atMost digits: Int = 4) -> String {
    let needed = fractionDigits(of: value, atMost: digits)
    let text = fixed(value, digits: needed)
    return value != 0 && text == "0" ? value.description : text
  }

  /// Returns a share of one as a percentage: `12.5%`, `<0.1%`, `100%`.
  public static func percent(_ share: Double) -> String {
    guard share.isFinite else { return "–" }
    if share > 0, share < 0.0005 { return "<0.1%" }
    if share < 1, share >= 0.9995 { return ">99.9%" }
    return decimal(share * 100, atMost: 1) + "%"
  }

  /// Returns how many digits behind the point a number needs, at most `limit`.
  static func fractionDigits(of value: Double, atMost limit: Int) -> Int {
    var digits = max(0, min(9, limit))
    guard var scaled = scaled(value, digits: digits) else { return 0 }
    while digits > 0, scaled % 10 == 0 {
      scaled /= 10
      digits -= 1
    }
    return digits
  }

  /// Returns the magnitude of a number times a power of ten, rounded with halves away from zero, or
  /// nil where it is beyond what a `Double` counts exactly.
  private static func scaled(_ value: Double, digits: Int) -> Int? {
    let scaled = value.magnitude * Double(power(of: digits))
    // Not `rounded()`, which needs the C library of mathematics at the link.
    guard scaled < 9e15 else { return nil }
    let whole = Int(scaled)
    return scaled - Double(whole) >= 0.5 ? whole + 1 : whole
  }

  private static func power(of digits: Int) -> Int {
    (0..<digits).reduce(1) { product, _ in product * 10 }
  }
}
