extension SyntaxPrinter {

  /// Returns `value` as it may be written.
  public func print(_ value: Value) -> String {
    switch value.kind {
    case .bareword(let text): text
    case .string(let text): quoted(text)
    case .exact(let text): "exactly \(quoted(text))"
    case .integer(let number): String(number)
    case .decimal(let number): printDecimal(number)
    case .date(let date): print(date)
    case .parameter(let name): "$\(name)"
    case .invalid: ""
    }
  }

  /// Returns `date` as `2025-02-24`, or less of it where the date is open.
  public func print(_ date: PartialDate) -> String {
    let parts = [
      padded(date.year, to: 4), date.month.map { padded($0, to: 2) },
      date.day.map { padded($0, to: 2) },
    ]
    return parts.compactMap(\.self).joined(separator: "-")
  }

  private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  func quoted(_ name: Name) -> String { quoted(name.text) }

  /// Returns `text` between straight quotation marks.
  public func quoted(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { literal += "\\" }
      literal.unicodeScalars.append(scalar)
    }
    return literal + "\""
  }

  /// Writes a number without an exponent, which the language does not have.
  private func printDecimal(_ number: Double) -> String {
    let text = number.magnitude.description
    let sign = number.sign == .minus ? "-" : ""
    let halves = text.split(separator: "e")
    guard halves.count == 2, let exponent = Int(halves[1]) else { return sign + text }
    let parts = halves[0].split(separator: ".")
    let digits = parts.joined()
    let point = (parts.first?.count ?? 0) + exponent
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
    let whole = String(digits.prefix(point))
    let zeros = String(repeating: "0", count: max(0, point - digits.count))
    let fraction = digits.dropFirst(point)
    return sign + whole + zeros + "." + (fraction.isEmpty ? "0" : String(fraction))
  }
}
