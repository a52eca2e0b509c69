extension CalendarDay {

  /// Creates the day of a year that a text names without it, like "Tue 12 Mar".
  ///
  /// Nil where it names none, and where the weekday that it names is not that of the day.
  package init?(_ text: String, year: Int) {
    let text = String(text.prefix(80))
    let words = DateWord.words(in: Array(text.utf8))
    for (a, b) in zip(words, words.dropFirst()) {
      let day: CalendarDay? =
        switch (a.content, b.content) {
        case (.number(let day, 1...2), .month(let month)),
          (.month(let month), .number(let day, 1...2)):
          CalendarDay(year: year, month: month, day: day)
        default: nil
        }
      guard let day else { continue }
      let named = text.lowercased().split { !$0.isLetter }.lazy.compactMap {
        Self.weekdays[String($0)]
      }.first
      guard named == nil || named == day.weekday else { return nil }
      self = day
      return
    }
    return nil
  }

  /// The day of the week, from zero for Sunday (Tomohiko Sakamoto 1992).
  private var weekday: Int {
    let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = month < 3 ? year - 1 : year
    return (year + year / 4 - year / 100 + year / 400 + shifts[month - 1] + day) % 7
  }

  /// Whether a word in lower case is the name of a weekday, whole or shortened.
  static func isWeekday(_ word: some StringProtocol) -> Bool { weekdays[String(word)] != nil }

  private static let weekdays: [String: Int] = {
    let names = [
      "sunday sun dimanche dim sonntag so", "monday mon lundi lun montag mo",
      "tuesday tues tue mardi dienstag di", "wednesday wed mercredi mittwoch mi",
      "thursday thurs thur thu jeudi jeu donnerstag do", "friday fri vendredi ven freitag fr",
      "saturday sat samedi sam samstag sonnabend sa",
    ]
    var weekdays: [String: Int] = [:]
    for (number, line) in names.enumerated() {
      for name in line.split(separator: " ") { weekdays[String(name)] = number }
    }
    return weekdays
  }()
}
