internal import Annotation

extension CalendarDay {

  /// Creates the day that a path names as year, month and day, like `/2025/02/24/` or `2025-02-24-`.
  init?(inPath path: String) {
    let numbers = path.utf8.split(omittingEmptySubsequences: false) {
      $0 == 0x2F || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E
    }.map(Self.number)
    for index in numbers.indices.dropLast(2) {
      guard let year = numbers[index], let month = numbers[index + 1], let day = numbers[index + 2],
        (1800...2199).contains(year)
      else { continue }
      if let found = CalendarDay(year: year, month: month, day: day) {
        self = found
        return
      }
    }
    return nil
  }

  private static func number(_ digits: Substring.UTF8View) -> Int? {
    guard digits.count <= 4, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(String(Substring(digits)))
  }
}
