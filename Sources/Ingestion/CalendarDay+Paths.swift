internal import Annotation

extension CalendarDay {

  /// Creates the day that a path or address names as year, month and day, like `/2025/02/24/`,
  /// `/2025/0224/`, `2025-02-24-`, `/2025/feb/24/`, `24-02-2025` or `20250224`.
  init?(inPath path: String) {
    let parts = path.utf8.split(omittingEmptySubsequences: false) {
      $0 == 0x2F || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E || $0 == 0x3D
    }
    let numbers = parts.map(Self.number)
    for index in numbers.indices {
      let found =
        Self.compact(parts[index]) ?? Self.spread(parts[index...], numbers[index...])
        ?? Self.halved(parts[index...], numbers[index...])
      if let found {
        self = found
        return
      }
    }
    return nil
  }

  /// Reads year, month and day, or day, month and year, of three parts.
  private static func spread(
    _ parts: ArraySlice<Substring.UTF8View>, _ numbers: ArraySlice<Int?>
  ) -> CalendarDay? {
    let first = numbers.startIndex
    guard numbers.count >= 3, let head = numbers[first], let tail = numbers[first + 2] else {
      return nil
    }
    guard let month = numbers[first + 1] ?? Self.month(parts[first + 1]) else { return nil }
    if years.contains(head) { return CalendarDay(year: head, month: month, day: tail) }
    // Which of two small figures is the day is certain where one is too large for a month.
    guard years.contains(tail), head > 12 || numbers[first + 1] == nil else { return nil }
    return CalendarDay(year: tail, month: month, day: head)
  }

  /// Reads a year, and month and day in four figures.
  private static func halved(
    _ parts: ArraySlice<Substring.UTF8View>, _ numbers: ArraySlice<Int?>
  ) -> CalendarDay? {
    let first = numbers.startIndex
    guard numbers.count >= 2, parts[first + 1].count == 4, let year = numbers[first],
      let rest = numbers[first + 1], years.contains(year)
    else { return nil }
    return CalendarDay(year: year, month: rest / 100, day: rest % 100)
  }

  private static let years = 1800...2199

  /// Reads eight figures in one; older years are more likely the numbers of something.
  private static func compact(_ part: Substring.UTF8View) -> CalendarDay? {
    guard part.count == 8, part.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(String(Substring(part))), (1950...2099).contains(number / 10_000)
    else { return nil }
    return CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// Reads the English name of a month, shortened to three letters or more, or one in French or
  /// German.
  private static func month(_ part: Substring.UTF8View) -> Int? {
    guard (3...9).contains(part.count) else { return nil }
    let word = String(Substring(part)).lowercased()
    return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 } ?? DateWord.month(named: word)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static func number(_ digits: Substring.UTF8View) -> Int? {
    guard digits.count <= 4, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(String(Substring(digits)))
  }
}
