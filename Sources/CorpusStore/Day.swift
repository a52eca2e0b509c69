/// A day of the proleptic Gregorian calendar, as the count of days since 1 January 1970.
@frozen
public struct Day: Hashable, Sendable, Comparable {

  /// The mark of a day that is not known; it is before every other.
  public static let missing = Day(number: Int32.min)

  /// The count of days since 1 January 1970.
  public let number: Int32

  /// Creates the day `number` days after 1 January 1970.
  @inlinable
  public init(number: Int32) { self.number = number }

  /// Creates a day of the calendar; months and days that are too great run over.
  ///
  /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
  public init(year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(clamping: era * 146_097 + dayOfEra - 719_468)
  }

  /// The year, month and day.
  ///
  /// Source: H. Hinnant, as above, `civil_from_days`.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day of the week, Monday being 1 and Sunday 7 (ISO 8601).
  public var weekday: Int { (((Int(number) + 3) % 7) + 7) % 7 + 1 }

  /// The day as ISO 8601 writes it: `2025-02-24`.
  public var iso: String {
    let (year, month, day) = civil
    guard (0...9999).contains(year) else {
      return "\(year)-" + Self.twoDigits(month) + "-" + Self.twoDigits(day)
    }
    let hyphen = UInt8(ascii: "-")
    let bytes = [
      Self.digit(year / 1000), Self.digit(year / 100), Self.digit(year / 10), Self.digit(year),
      hyphen, Self.digit(month / 10), Self.digit(month), hyphen, Self.digit(day / 10),
      Self.digit(day),
    ]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Returns the last digit of a number.
  private static func digit(_ value: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(value % 10) }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  @inlinable
  /// Whether the first day is earlier.
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}
