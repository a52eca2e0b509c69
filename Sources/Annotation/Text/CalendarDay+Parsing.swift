extension CalendarDay {

  /// Creates the day that a text names, or nil where it names none for certain.
  ///
  /// It reads ISO 8601, RFC 822 and 2822, the forms of C and of timestamps, "24 February 2025",
  /// "February 24, 2025", "24.02.25", "24-Feb-25", "2025-W09-1", "2025-055", seconds or milliseconds since 1970, and days in
  /// figures where the order is certain. The time of day and its zone are left aside: the day is the one that is written.
  public init?(_ text: String) { self.init(text, order: nil) }

  /// Creates the day that a text names; `order` goes for figures that do not tell theirs, unless the
  /// words beside them do.
  package init?(_ text: String, order: DateOrder?) {
    let words = DateWord.words(in: Array(text.utf8.prefix(80)))
    let order = DateOrder(words: String(text.prefix(80))) ?? order
    guard
      let day = CalendarDay.first(in: words, order: order)?.day ?? CalendarDay(numberedIn: text)
    else { return nil }
    self = day
  }

  /// Finds the first day that some words name, and the words that name it.
  static func first(
    in words: [DateWord], order: DateOrder? = nil
  ) -> (day: CalendarDay, words: Range<Int>)? {
    for index in words.indices {
      if let (day, count) = read(words[index...], order) { return (day, index..<index + count) }
    }
    return nil
  }

  /// Finds two figures and a year, like 03/04/2025, whichever of them is the day.
  static func figures(in text: String) -> (first: Int, second: Int, separator: UInt8)? {
    let words = DateWord.words(in: Array(text.utf8.prefix(80)))
    for index in words.indices {
      guard words.count > index + 2,
        case .number(let first, 1...2) = words[index].content,
        case .number(let second, 1...2) = words[index + 1].content,
        case .number(_, 4) = words[index + 2].content,
        (1...31).contains(first), (1...31).contains(second)
      else { continue }
      let separator = words[index + 1].separator
      guard [0x2F, 0x2D, 0x2E].contains(separator) else { continue }
      return (first, second, separator)
    }
    return nil
  }

  private static func read(
    _ words: ArraySlice<DateWord>, _ order: DateOrder?
  ) -> (CalendarDay, Int)? {
    let three = Array(words.prefix(3))
    if three.count == 3 {
      if let day = readThree(three[0], three[1], three[2], order) { return (day, 3) }
      if let day = readMail(words) { return (day, 3) }
      if let (day, count) = readClock(words) { return (day, count) }
    }
    guard case .number(let value, let digits) = three.first?.content else { return nil }
    return readNumber(value, digits).map { ($0, 1) }
  }

  /// Reads a day in one number, with or without a time behind it, or a time since 1970.
  private static func readNumber(_ value: Int, _ digits: Int) -> CalendarDay? {
    func compact(_ day: Int) -> CalendarDay? {
      CalendarDay(year: day / 10_000, month: day / 100 % 100, day: day % 100)
    }
    switch digits {
    case 8: return compact(value)
    case 9, 10: return CalendarDay(daysSince1970: value / 86_400)
    case 12:
      // Milliseconds of so few digits end in 2001; minutes are likelier where they make sense.
      let isTime = value / 100 % 100 < 24 && value % 100 < 60
      if isTime, (1950...2099).contains(value / 100_000_000), let day = compact(value / 10_000) {
        return day
      }
      return CalendarDay(daysSince1970: value / 86_400_000)
    case 13: return CalendarDay(daysSince1970: value / 86_400_000)
    case 14: return compact(value / 1_000_000)
    default: return nil
    }
  }

  private static func readThree(
    _ a: DateWord, _ b: DateWord, _ c: DateWord, _ order: DateOrder?
  ) -> CalendarDay? {
    switch (a.content, b.content, c.content) {
    case (.number(let year, 4), .number(let month, 1...2), .number(let day, 1...2)):
      return CalendarDay(year: year, month: month, day: day)
    case (.number(let day, 1...2), .month(let month), .number(let year, 4)),
      (.month(let month), .number(let day, 1...2), .number(let year, 4)):
      return CalendarDay(year: year, month: month, day: day)
    case (.number(let first, 1...2), .number(let second, 1...2), .number(let year, 4)):
      let isDayFirst = first > 12 || first == second || b.separator == 0x2E
      if isDayFirst { return CalendarDay(year: year, month: second, day: first) }
      if second > 12 { return CalendarDay(year: year, month: first, day: second) }
      switch order {
      case .dayFirst: return CalendarDay(year: year, month: second, day: first)
      case .monthFirst: return CalendarDay(year: year, month: first, day: second)
      case nil: return nil
      }
    case (.number(let day, 1...2), .number(let month, 1...2), .number(let year, 2))
    where b.separator == 0x2E && c.separator == 0x2E:
      return CalendarDay(year: century(of: year), month: month, day: day)
    case (.number(let day, 1...2), .month(let month), .number(let year, 2))
    where b.separator == c.separator && b.separator != 0x20:
      return CalendarDay(year: century(of: year), month: month, day: day)
    default:
      return nil
    }
  }

  /// The year of its last two figures.
  private static func century(of year: Int) -> Int { year + (year < 70 ? 2_000 : 1_900) }

  /// Reads the day of RFC 822, whose year has two figures, before a time.
  private static func readMail(_ words: ArraySlice<DateWord>) -> CalendarDay? {
    let words = Array(words.prefix(5))
    guard words.count == 5, case .number(let day, 1...2) = words[0].content,
      case .month(let month) = words[1].content, case .number(let year, 2) = words[2].content,
      case .number(_, 1...2) = words[3].content, case .number(_, 2) = words[4].content,
      words[4].separator == 0x3A
    else { return nil }
    return CalendarDay(year: century(of: year), month: month, day: day)
  }

  /// Reads the form of C and of some web services, `Feb 24 10:00:00 +0000 2025`.
  private static func readClock(_ words: ArraySlice<DateWord>) -> (CalendarDay, Int)? {
    let words = Array(words.prefix(8))
    guard words.count > 4, case .month(let month) = words[0].content,
      case .number(let day, 1...2) = words[1].content, case .number = words[2].content,
      case .number = words[3].content, words[3].separator == 0x3A
    else { return nil }
    for index in words.indices.dropFirst(4) {
      guard case .number(let year, 4) = words[index].content, words[index].separator == 0x20 else {
        continue
      }
      return CalendarDay(year: year, month: month, day: day).map { ($0, index + 1) }
    }
    return nil
  }

  /// Creates the day that is a number of days after 1 January 1970.
  ///
  /// The reckoning is Howard Hinnant's `civil_from_days`. Years above 9999 give nil.
  package init?(daysSince1970 days: Int) {
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
