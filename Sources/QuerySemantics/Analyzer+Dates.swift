internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

extension Analyzer {

  /// Returns the days that a value names: one, or those of a week, month, quarter or year.
  mutating func days(_ value: Value, of path: BoundPath) -> ClosedRange<Day>? {
    tellUndated(path, at: value.range)
    if let period = NamedPeriod.days(of: Numeral.text(value)) { return period }
    guard let date = Numeral.date(value) else {
      report(.notDate(path, value))
      return nil
    }
    guard let days = date.days else {
      report(.noSuchDay(value))
      return nil
    }
    return days
  }

  mutating func interval(
    _ path: BoundPath, _ first: Day, _ last: Day, at range: SourceRange
  ) -> BoundPredicate? {
    guard first <= last else {
      report(.backwardRange(at: range))
      return nil
    }
    return .dates(path, first...last)
  }

  /// Binds `since 2020`.
  mutating func bindSince(
    _ value: Value, at range: SourceRange, in scope: Scope
  ) -> BoundPredicate {
    guard let path = datePath(in: scope) else {
      report(.noDate(scope.plural, at: range))
      return .constant(true)
    }
    let days = resolve(value).flatMap { self.days($0, of: path) }
    return days.map { .dates(path, $0.sharing(.greaterOrEqual)) } ?? .constant(true)
  }

  /// Binds `last 30 days`.
  mutating func bindLast(
    _ value: Value, unit: Name, at range: SourceRange, in scope: Scope
  ) -> BoundPredicate {
    guard let path = datePath(in: scope) else {
      report(.noDate(scope.plural, at: range))
      return .constant(true)
    }
    let count = bindCount(value, of: "last", atLeast: 1)
    guard let part = DatePart(counted: unit.text) else {
      // The parser has told it: it knows the units of time.
      isBroken = true
      return .constant(true)
    }
    tellUndated(path, at: range)
    guard let newest = newestDay, let count else { return .constant(count == nil) }
    return .dates(path, newest.going(back: min(count, 100_000), part)...newest)
  }

  /// The newest date of the corpus, from which `last 30 days` counts back.
  var newestDay: Day? {
    guard case .dates(let column) = corpus.column("date", of: .documents) else { return nil }
    return column.order.last.map { column.values[$0.index] }
  }

  /// Tells how many documents, or other rows that a date is of, have none and so are left out.
  mutating func tellUndated(_ path: BoundPath, at range: SourceRange) {
    guard case .attribute(let attribute) = path.target,
      case .dates(let column) = corpus.column(of: attribute)
    else { return }
    let count = column.values.count - column.order.count
    guard count > 0, !notices.contains(where: { $0.kind == .undatedRows }) else { return }
    tell(.undated(count, of: attribute, at: range))
  }

  /// Binds a day of the week, whatever the week.
  mutating func bindWeekday(_ path: BoundPath, _ value: Value) -> BoundPredicate? {
    let text = TextFolding.fold(Numeral.text(value))
    let found = DatePart.weekdays.filter { text.utf8.count >= 3 && $0.hasPrefix(text) }
    guard let name = found.first else {
      report(.notWeekday(path.text, value))
      return nil
    }
    tellUndated(path, at: value.range)
    // No name of a weekday is part of another, so containing is equalling.
    return .contains(path, name)
  }
}

extension DatePart {

  /// The days of the week, folded, Monday first.
  static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// Creates the part that a word like `days` counts.
  init?(counted word: String) {
    let word = word.lowercased()
    guard let part = DatePart(rawValue: word.hasSuffix("s") ? String(word.dropLast()) : word),
      part != .weekday
    else { return nil }
    self = part
  }
}

extension PartialDate {

  /// The days of the date; nil where the calendar has no such day or month.
  var days: ClosedRange<Day>? {
    guard (1...9999).contains(year) else { return nil }
    guard let month else {
      return Day(year: year, month: 1, day: 1)...Day(year: year, month: 12, day: 31)
    }
    guard (1...12).contains(month) else { return nil }
    let next = month == 12 ? (year + 1, 1) : (year, month + 1)
    let first = Day(year: year, month: month, day: 1)
    let last = Day(number: Day(year: next.0, month: next.1, day: 1).number - 1)
    guard let day else { return first...last }
    guard (1...Int(last.number - first.number) + 1).contains(day) else { return nil }
    let only = Day(year: year, month: month, day: day)
    return only...only
  }
}

extension Day {

  /// The first day that can be known.
  static let earliest = Day(number: Day.missing.number + 1)
  /// The last day that can be known.
  static let latest = Day(number: .max)

  /// Returns the first day of the span of `count` periods that ends with this day.
  func going(back count: Int, _ part: DatePart) -> Day {
    let (year, month, day) = civil
    switch part {
    case .day, .weekday: return Day(number: number - Int32(clamping: count - 1))
    case .week: return Day(number: number - Int32(clamping: count * 7 - 1))
    case .year: return Day(year: year - count, month: month, day: day + 1)
    case .month, .quarter:
      let months = year * 12 + month - 1 - count * (part == .month ? 1 : 3)
      let floor = months >= 0 ? months / 12 : (months - 11) / 12
      let target = PartialDate(year: floor, month: months - floor * 12 + 1).days
      let length = target.map { Int($0.upperBound.number - $0.lowerBound.number) + 1 } ?? 31
      return Day(year: floor, month: months - floor * 12 + 1, day: min(day, length) + 1)
    }
  }
}

extension ClosedRange<Day> {

  /// Returns the days that compare so with all days of the range, as with a date that is open:
  /// after February is after its end.
  func sharing(_ comparison: Comparison) -> ClosedRange<Day> {
    switch comparison {
    case .less: .earliest...Swift.max(.earliest, Day(number: lowerBound.number - 1))
    case .lessOrEqual: .earliest...upperBound
    case .greater: Swift.min(.latest, Day(number: upperBound.number + 1))...(.latest)
    case .greaterOrEqual: lowerBound...(.latest)
    case .equal, .notEqual: self
    }
  }
}

/// Weeks and quarters by name: `2025-W09`, `2025-Q1`.
enum NamedPeriod {

  /// Returns the days of a week or quarter; nil where `text` names none.
  static func days(of text: String) -> ClosedRange<Day>? {
    let parts = text.lowercased().split(separator: "-")
    guard parts.count == 2, let year = Int(parts[0]), (1...9999).contains(year),
      let mark = parts[1].first, let number = Int(parts[1].dropFirst())
    else { return nil }
    switch mark {
    case "q" where (1...4).contains(number):
      let first = Day(year: year, month: number * 3 - 2, day: 1)
      let next = Day(year: year, month: number * 3 + 1, day: 1)
      return first...Day(number: next.number - 1)
    case "w" where (1...53).contains(number): return week(number, of: year)
    default: return nil
    }
  }

  /// ISO 8601: the first week is the one that holds the fourth of January.
  private static func week(_ number: Int, of year: Int) -> ClosedRange<Day> {
    let fourth = Day(year: year, month: 1, day: 4)
    let monday = fourth.number - Int32(fourth.weekday - 1) + Int32((number - 1) * 7)
    return Day(number: monday)...Day(number: monday + 6)
  }
}
