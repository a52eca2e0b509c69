extension CalendarDay {

  /// Creates the day that a text names by its week or by its number in the year, as ISO 8601 has it, with
  /// nothing but a time behind it: "2025-W10-1", "2025W101", "2025-062"; nil for any other.
  ///
  /// Seven figures without a mark are the number of anything, and days before 1970 are not read.
  init?(numberedIn text: String) {
    let day = text.utf8.drop { $0 == 0x20 }.prefix { $0 != 0x54 && $0 != 0x20 }
    let parts = day.split(separator: 0x2D, omittingEmptySubsequences: false).map(Array.init)
    guard let year = parts.first.flatMap({ Self.number($0.prefix(4)) }), year >= 1970 else {
      return nil
    }
    let first = Self.daysBefore(year)
    switch parts.map(\.count) {
    case [4, 3]:
      guard let number = Self.number(parts[1][...]), number > 0 else { return nil }
      self.init(daysSince1970: first + number - 1)
    case [4, 3, 1], [8]:
      let rest = Array(parts.joined().dropFirst(4))
      guard rest[0] | 0x20 == 0x77, let week = Self.number(rest[1..<3]),
        let weekday = Self.number(rest[3...]), week > 0, (1...7).contains(weekday)
      else { return nil }
      // 4 January is in the first week; 1 January 1970 was a Thursday.
      let monday = first + 3 - (first + 6) % 7 + (week - 1) * 7
      guard CalendarDay(daysSince1970: monday + 3)?.year == year else { return nil }
      self.init(daysSince1970: monday + weekday - 1)
      return
    default: return nil
    }
    if self.year != year { return nil }
  }

  /// The number of days from 1 January 1970 to the first of a later year.
  private static func daysBefore(_ year: Int) -> Int {
    let past = year - 1
    return past * 365 + past / 4 - past / 100 + past / 400 - 719_162
  }

  private static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
