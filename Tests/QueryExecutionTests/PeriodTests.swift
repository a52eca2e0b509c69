import CorpusStore
import QuerySemantics
import Testing

@testable import QueryExecution

@Suite struct PeriodTests {

  @Test(arguments: [
    (DatePart.year, "2025"), (.quarter, "2025-Q1"), (.month, "2025-02"), (.week, "2025-W09"),
    (.day, "2025-02-24"), (.weekday, "Monday"),
  ])
  func `a day is named by each of its periods`(part: DatePart, label: String) {
    let period = Period(part)
    #expect(period.label(of: period.index(of: Day(year: 2025, month: 2, day: 24))) == label)
  }

  @Test(arguments: [
    (2024, 12, 30, "2025-W01"), (2021, 1, 3, "2020-W53"), (2020, 12, 31, "2020-W53"),
    (2023, 1, 1, "2022-W52"), (1969, 12, 31, "1970-W01"), (1969, 12, 28, "1969-W52"),
  ])
  func `a week belongs to the year of its Thursday`(
    year: Int, month: Int, day: Int, label: String
  ) {
    let period = Period(.week)
    #expect(period.label(of: period.index(of: Day(year: year, month: month, day: day))) == label)
  }

  @Test(arguments: DatePart.allCases)
  func `periods agree with the calendar of Foundation, and hold their days`(part: DatePart) {
    let period = Period(part)
    for number in stride(from: Int32(-9000), to: 25_000, by: 97) {
      let day = Day(number: number)
      let index = period.index(of: day)
      #expect(period.label(of: index) == ReferenceCalendar.label(of: day, part))
      guard let days = period.days(of: index) else { continue }
      #expect(days.contains(day))
      #expect(period.index(of: Day(number: days.lowerBound.number - 1)) == index - 1)
      #expect(period.index(of: Day(number: days.upperBound.number + 1)) == index + 1)
    }
  }
}
