/// A stretch of time as results write it: `2025`, `2025-Q1`, `2025-02`, `2025-W09`, `2025-02-24`
/// or `Monday`, with its number among those of its kind.
struct PeriodLabel: Equatable {

  /// The kinds of stretches.
  enum Unit { case year, quarter, month, week, day, weekday }

  let unit: Unit
  let index: Int

  /// Reads a label; nil where it is none.
  init?(_ text: String) {
    if let weekday = Self.weekdays.firstIndex(of: text) {
      (unit, index) = (.weekday, weekday)
      return
    }
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, first.count == 4, let year = Self.number(first) else {
      return nil
    }
    switch parts.count {
    case 1: (unit, index) = (.year, year)
    case 2:
      guard let part = Self.part(of: year, parts[1]) else { return nil }
      self = part
    case 3:
      guard parts[1].count == 2, parts[2].count == 2, let month = Self.number(parts[1]),
        let day = Self.number(parts[2]), (1...12).contains(month), (1...31).contains(day)
      else { return nil }
      (unit, index) = (.day, Self.day(year, month, day))
    default: return nil
    }
  }

  private init(_ unit: Unit, _ index: Int) { (self.unit, self.index) = (unit, index) }

  private static func part(of year: Int, _ text: Substring.UTF8View.SubSequence) -> Self? {
    guard let first = text.first else { return nil }
    let rest = text.dropFirst()
    switch first {
    case UInt8(ascii: "Q"):
      guard rest.count == 1, let quarter = number(rest), (1...4).contains(quarter) else {
        return nil
      }
      return Self(.quarter, year * 4 + quarter - 1)
    case UInt8(ascii: "W"):
      guard rest.count == 2, let week = number(rest), (1...53).contains(week) else { return nil }
      return Self(.week, firstWeek(of: year) + week - 1)
    default:
      guard text.count == 2, let month = number(text), (1...12).contains(month) else { return nil }
      return Self(.month, year * 12 + month - 1)
    }
  }

  private static func number(_ digits: Substring.UTF8View.SubSequence) -> Int? {
    guard digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Returns the label of a period.
  static func text(_ unit: Unit, _ index: Int) -> String {
    switch unit {
    case .year: fourDigits(index)
    case .quarter: fourDigits(index / 4) + "-Q\(index % 4 + 1)"
    case .month: fourDigits(index / 12) + "-" + twoDigits(index % 12 + 1)
    case .week: week(index)
    case .day: iso(index)
    case .weekday: weekdays.indices.contains(index) ? weekdays[index] : ""
    }
  }

  private static func week(_ index: Int) -> String {
    // The year of a week is that of its Thursday, and day 0 was one.
    let year = civil(index * 7).year
    return fourDigits(year) + "-W" + twoDigits(index - firstWeek(of: year) + 1)
  }

  private static func iso(_ index: Int) -> String {
    let (year, month, day) = civil(index)
    return fourDigits(year) + "-" + twoDigits(month) + "-" + twoDigits(day)
  }

  /// Returns the number of the week with 4 January, weeks counted from that of day 0.
  private static func firstWeek(of year: Int) -> Int {
    let shifted = day(year, 1, 4) + 3
    return (shifted >= 0 ? shifted : shifted - 6) / 7
  }

  /// Returns the days since 1 January 1970 (Hinnant 2013, `days_from_civil`); years from 0 on.
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year + 399 : year + 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = shifted % 400 * 365 + shifted % 400 / 4 - shifted % 400 / 100 + dayOfYear
    return (shifted / 400 - 1) * 146_097 + dayOfEra - 719_468
  }

  /// Returns the date of a day (Hinnant 2013, `civil_from_days`).
  private static func civil(_ index: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = max(0, index + 719_468 + 146_097)
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + (shifted / 146_097 - 1) * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static func fourDigits(_ value: Int) -> String {
    let text = String(max(0, value))
    return String(repeating: "0", count: max(0, 4 - text.utf8.count)) + text
  }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// Returns every how many periods a label is set, from close to wide.
  static func strides(of unit: Unit) -> [Int] {
    switch unit {
    case .year: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]
    case .quarter: [1, 2, 4, 8, 20, 40, 80, 200, 400, 2000, 4000, 40_000]
    case .month: [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000, 120_000]
    case .week: [1, 2, 4, 8, 13, 26, 52, 104, 260, 520, 5200, 52_000, 520_000]
    case .day: [1, 2, 7, 14, 28, 91, 182, 365, 730, 3652, 36_525, 365_250, 3_652_500]
    case .weekday: [1, 2, 3, 7]
    }
  }
}
