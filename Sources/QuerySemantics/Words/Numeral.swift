internal import CorpusStore
internal import QuerySyntax

/// Values read as numbers, dates, flags and text, whatever form they were written in.
///
/// A parameter comes as text, and a quoted number is still a number.
enum Numeral {

  /// Returns the value as a whole number.
  static func integer(_ value: Value) -> Int? {
    switch value.kind {
    case .integer(let number): number
    case .decimal(let number): Int(exactly: number)
    case .bareword(let text), .string(let text): Int(text)
    case .exact, .date, .parameter, .invalid: nil
    }
  }

  /// Returns the value as a number.
  static func decimal(_ value: Value) -> Double? {
    switch value.kind {
    case .integer(let number): Double(number)
    case .decimal(let number): number
    case .bareword(let text), .string(let text): Double(text).flatMap { $0.isFinite ? $0 : nil }
    case .exact, .date, .parameter, .invalid: nil
    }
  }

  /// Returns the value as yes or no.
  static func flag(_ value: Value) -> Bool? {
    switch text(value).lowercased() {
    case "yes", "true", "1": true
    case "no", "false", "0": false
    default: nil
    }
  }

  /// Returns the value as a date of which parts may be open.
  static func date(_ value: Value) -> PartialDate? {
    switch value.kind {
    case .date(let date): date
    case .integer(let year): (1000...9999).contains(year) ? PartialDate(year: year) : nil
    case .bareword(let text), .string(let text): date(of: text)
    case .exact, .decimal, .parameter, .invalid: nil
    }
  }

  private static func date(of text: String) -> PartialDate? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == parts.count, parts.count <= 3, parts[0].utf8.count == 4 else {
      return nil
    }
    return PartialDate(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  /// Returns the value as it may be written.
  static func text(_ value: Value) -> String {
    switch value.kind {
    case .bareword(let text), .string(let text), .exact(let text): text
    case .integer(let number): String(number)
    case .decimal(let number): String(number)
    case .date(let date): text(date)
    case .parameter(let name): "$" + name
    case .invalid: ""
    }
  }

  private static func text(_ date: PartialDate) -> String {
    let iso = Day(year: date.year, month: date.month ?? 1, day: date.day ?? 1).iso
    return String(iso.prefix(date.day != nil ? 10 : date.month != nil ? 7 : 4))
  }
}
