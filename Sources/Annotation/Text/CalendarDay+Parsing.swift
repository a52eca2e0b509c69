extension CalendarDay {

  /// Creates the day that a text names, or nil where it names none for certain.
  ///
  /// It reads ISO 8601, RFC 2822, "24 February 2025", "February 24, 2025", seconds or milliseconds
  /// since 1970, and days in figures where the order is certain. The time of day and its zone are
  /// left aside: the day is the one that is written.
  public init?(_ text: String) {
    let words = DateWord.words(in: Array(text.utf8.prefix(80)))
    guard let (day, _) = CalendarDay.first(in: words) else { return nil }
    self = day
  }

  /// Finds the first day that some words name, and the words that name it.
  static func first(in words: [DateWord]) -> (day: CalendarDay, words: Range<Int>)? {
    for index in words.indices {
      if let (day, count) = read(words[index...]) { return (day, index..<index + count) }
    }
    return nil
  }

  private static func read(_ words: ArraySlice<DateWord>) -> (CalendarDay, Int)? {
    let three = Array(words.prefix(3))
    if three.count == 3, let day = readThree(three[0], three[1], three[2]) { return (day, 3) }
    guard case .number(let value, let digits) = three.first?.content else { return nil }
    if digits == 8 {
      return CalendarDay(year: value / 10000, month: value / 100 % 100, day: value % 100).map {
        ($0, 1)
      }
    }
    let seconds = digits == 9 || digits == 10 ? value : digits >= 12 ? value / 1_000 : nil
    return seconds.flatMap { CalendarDay(daysSince1970: $0 / 86_400) }.map { ($0, 1) }
  }

  private static func readThree(_ a: DateWord, _ b: DateWord, _ c: DateWord) -> CalendarDay? {
    switch (a.content, b.content, c.content) {
    case (.number(let year, 4), .number(let month, 1...2), .number(let day, 1...2)):
      return CalendarDay(year: year, month: month, day: day)
    case (.number(let day, 1...2), .month(let month), .number(let year, 4)),
      (.month(let month), .number(let day, 1...2), .number(let year, 4)):
      return CalendarDay(year: year, month: month, day: day)
    case (.number(let first, 1...2), .number(let second, 1...2), .number(let year, 4)):
      let isDayFirst = first > 12 || first == second || b.separator == 0x2E
      if isDayFirst { return CalendarDay(year: year, month: second, day: first) }
      return second > 12 ? CalendarDay(year: year, month: first, day: second) : nil
    default:
      return nil
    }
  }

  /// Creates the day that is a number of days after 1 January 1970.
  ///
  /// The reckoning is Howard Hinnant's `civil_from_days`. Years above 9999 give nil.
  init?(daysSince1970 days: Int) {
    guard (0...3_000_000).contains(days) else { return nil }
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    self.init(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: day)
  }
}
