extension Byline {

  /// Returns the day that a part names, if it says nothing else.
  static func dayAlone(_ part: String) -> CalendarDay? {
    let words = DateWord.words(in: Array(part.utf8))
    guard let (day, range) = CalendarDay.first(in: words) else { return nil }
    let others = words.indices.filter { !range.contains($0) }
    return others.allSatisfy { isCompany(words[$0].content) } ? day : nil
  }

  /// Whether no word like "updated" or a weekday stands before the figures and the month of a part.
  static func beginsWithDay(_ part: String) -> Bool {
    switch DateWord.words(in: Array(part.utf8)).first?.content {
    case .number, .month: true
    default: false
    }
  }

  /// Whether a part says a time of day and nothing else: figures, and a word that goes with them.
  static func isTimeAlone(_ part: String) -> Bool {
    if isAge(part.lowercased().split { !$0.isLetter && !$0.isNumber }) { return true }
    let words = DateWord.words(in: Array(part.utf8)).map(\.content)
    return words.count > 1 && words.contains(.company) && words.first != .other
      && words.allSatisfy { isCompany($0) } && words.contains { $0 != .company }
  }

  /// Whether a part says how long ago something was and nothing else: "Updated 3 hours ago".
  private static func isAge(_ words: [Substring]) -> Bool {
    guard words.contains(where: ages.contains), words.contains(where: units.contains) else {
      return false
    }
    return words.allSatisfy { word in
      ages.contains(word) || units.contains(word) || word.allSatisfy(\.isNumber)
        || isCompany(DateWord.words(in: Array(word.utf8)).first?.content ?? .other)
    }
  }

  private static let ages: Set<Substring> = ["ago", "vor", "il", "y"]

  private static let units: Set<Substring> = [
    "second", "seconds", "sec", "secs", "minute", "minutes", "min", "mins", "hour", "hours", "hr",
    "hrs", "day", "days", "week", "weeks", "month", "months", "sekunden", "minuten", "stunde",
    "stunden", "tag", "tagen", "woche", "wochen", "heure", "heures", "jour", "jours", "semaine",
    "semaines",
  ]

  /// Whether a part names a day without a year, or in figures of either order, and says nothing else.
  static func isUncertainDay(_ part: String) -> Bool {
    let bytes = Array(part.utf8)
    let words = DateWord.words(in: bytes)
    guard words.count < 12, CalendarDay.first(in: words) == nil,
      words.allSatisfy({ word in
        let name = String(decoding: bytes[word.range], as: UTF8.self).lowercased()
        return word.content != .other || CalendarDay.isWeekday(name) || DayLine.isPublication(name)
      })
    else { return false }
    if CalendarDay.figures(in: part) != nil { return words.allSatisfy { isFigure($0.content) } }
    return zip(words, words.dropFirst()).contains { a, b in
      switch (a.content, b.content) {
      case (.number(let day, 1...2), .month), (.month, .number(let day, 1...2)):
        (1...31).contains(day)
      default: false
      }
    }
  }

  /// Whether a word is no month.
  private static func isFigure(_ content: DateWord.Content) -> Bool {
    if case .month = content { return false }
    return true
  }

  static func isCompany(_ content: DateWord.Content) -> Bool {
    switch content {
    case .company, .number(_, 1...4): true
    default: false
    }
  }

  /// Returns the day that the last words name, and the first of these words.
  static func dayAtEnd(_ words: [String]) -> (CalendarDay, Int)? {
    for first in words.indices.dropFirst() {
      if let day = dayAlone(words[first...].joined(separator: " ")) { return (day, first) }
    }
    return nil
  }
}
