internal import CorpusStore
internal import QuerySemantics

/// A stretch of the calendar, counted so that the next one is one more.
struct Period {

  let part: DatePart

  init(_ part: DatePart) { self.part = part }

  /// Returns the number of the period that a day lies in; for weekdays that of the day, Monday 1.
  func index(of day: Day) -> Int {
    let (year, month, _) = day.civil
    switch part {
    case .year: return year
    case .quarter: return year * 4 + (month - 1) / 3
    case .month: return year * 12 + month - 1
    // Day 0 was a Thursday: the Monday of its week is day -3.
    case .week: return Self.quotient(Int(day.number) + 3, 7)
    case .day: return Int(day.number)
    case .weekday: return day.weekday
    }
  }

  /// Returns the first and the last day of a period; nil for weekdays, which are many days.
  func days(of index: Int) -> ClosedRange<Day>? {
    switch part {
    case .year: return Day(year: index, month: 1, day: 1)...Day(year: index, month: 12, day: 31)
    case .quarter: return months(from: index * 3, count: 3)
    case .month: return months(from: index, count: 1)
    case .week:
      let monday = Day(number: Int32(clamping: index * 7 - 3))
      return monday...Day(number: Int32(clamping: Int(monday.number) + 6))
    case .day:
      let day = Day(number: Int32(clamping: index))
      return day...day
    case .weekday: return nil
    }
  }

  /// Returns how a period is written: `2025`, `2025-Q1`, `2025-02`, `2025-W09`, `2025-02-24`,
  /// `Monday` (ISO 8601, but for quarters and the names of days).
  func label(of index: Int) -> String {
    switch part {
    case .year: return Self.fourDigits(index)
    case .quarter:
      return
        "\(Self.fourDigits(Self.quotient(index, 4)))-Q\(index - Self.quotient(index, 4) * 4 + 1)"
    case .month:
      let year = Self.quotient(index, 12)
      return Self.fourDigits(year) + "-" + Self.twoDigits(index - year * 12 + 1)
    case .week:
      // The year of a week is the year of its Thursday.
      let year = Day(number: Int32(clamping: index * 7)).civil.year
      let first = self.index(of: Day(year: year, month: 1, day: 4))
      return Self.fourDigits(year) + "-W" + Self.twoDigits(index - first + 1)
    case .day: return Day(number: Int32(clamping: index)).iso
    case .weekday:
      let names = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
      ]
      return names.indices.contains(index - 1) ? names[index - 1] : ""
    }
  }

  private func months(from first: Int, count: Int) -> ClosedRange<Day> {
    let end = first + count
    let start = Day(
      year: Self.quotient(first, 12), month: first - Self.quotient(first, 12) * 12 + 1, day: 1)
    let behind = Day(
      year: Self.quotient(end, 12), month: end - Self.quotient(end, 12) * 12 + 1, day: 1)
    return start...Day(number: behind.number - 1)
  }

  private static func quotient(_ value: Int, _ divisor: Int) -> Int {
    value >= 0 ? value / divisor : (value - divisor + 1) / divisor
  }

  private static func fourDigits(_ year: Int) -> String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
