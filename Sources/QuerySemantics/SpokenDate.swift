internal import QuerySyntax

/// A date as people write it, like `24/02/2025` or `March 2025`.
struct SpokenDate {

  /// The date as the language writes it.
  let quoth: String

  /// Reads `text`; nil where it names no one date, as `03/04/2025` does not.
  init?(_ text: String) {
    let parts = text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    let numbers = parts.map { Int($0) }
    let date: PartialDate? =
      switch parts.count {
      case 2: Self.month(parts[0]).flatMap { Self.date(numbers[1], $0) }
      case 3:
        if let month = Self.month(parts[1]) {
          Self.date(numbers[2], month, numbers[0])
        } else if let month = Self.month(parts[0]) {
          Self.date(numbers[2], month, numbers[1])
        } else {
          Self.numeric(numbers)
        }
      default: nil
      }
    guard let date else { return nil }
    quoth = SyntaxPrinter().print(date)
  }

  /// A date of three numbers; which of two is the month must follow from their size.
  private static func numeric(_ numbers: [Int?]) -> PartialDate? {
    guard let first = numbers[0], let second = numbers[1], let third = numbers[2] else {
      return nil
    }
    if first > 999 { return date(first, second, third) }
    if first > 12 || first == second { return date(third, second, first) }
    return second > 12 ? date(third, first, second) : nil
  }

  private static func date(_ year: Int?, _ month: Int, _ day: Int? = nil) -> PartialDate? {
    guard let year, (1000...9999).contains(year), (1...12).contains(month) else { return nil }
    if let day, !(1...31).contains(day) { return nil }
    return PartialDate(year: year, month: month, day: day)
  }

  private static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
