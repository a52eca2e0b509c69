/// When those who are known by one office held it, as far as an older or newer holder may be meant.
///
/// Someone of whom nothing is noted here is taken to hold an office at any time.
enum OfficeTerms {

  private static let terms: [String: [String: [ClosedRange<Int>]]] = [
    "president": [
      "Bill Clinton": [19930120...20010120], "George W. Bush": [20010120...20090120],
      "Barack Obama": [20090120...20170120], "Joe Biden": [20210120...20250120],
      "Donald Trump": [20170120...20210120, 20250120...20290120],
    ],
    "vice president": [
      "Joe Biden": [20090120...20170120], "Mike Pence": [20170120...20210120],
      "Kamala Harris": [20210120...20250120], "JD Vance": [20250120...20290120],
    ],
  ]

  /// Whether a person may have held an office on a day; nil stands for a day that is not known.
  static func mayHold(_ person: String, _ office: String, on day: CalendarDay?) -> Bool {
    guard let day, let held = terms[office]?[person] else { return true }
    let number = Int(day.year) * 10000 + Int(day.month) * 100 + Int(day.day)
    return held.contains { $0.contains(number) }
  }
}
