import CorpusStore
import Testing

@Suite struct DayTests {

  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2025, 2, 24, 20_143),
    (1600, 2, 29, -135_081), (1, 1, 1, -719_162),
  ])
  func `a day is a count of days since 1970`(year: Int, month: Int, day: Int, number: Int32) {
    #expect(Day(year: year, month: month, day: day).number == number)
    #expect(Day(number: number).civil == (year, month, day))
  }

  @Test func `every day of four centuries is read back as it was written`() {
    for number in stride(from: Int32(-40_000), through: 110_000, by: 1) {
      let (year, month, day) = Day(number: number).civil
      #expect(Day(year: year, month: month, day: day).number == number)
    }
  }

  @Test func `a month or day that is too great runs over`() {
    #expect(Day(year: 2025, month: 2, day: 30).iso == "2025-03-02")
  }

  @Test(arguments: [("2025-02-24", 1), ("2025-03-02", 7), ("1969-12-31", 3), ("1970-01-01", 4)])
  func `Monday is the first day of the week`(iso: String, weekday: Int) throws {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    let day = Day(year: parts[0], month: parts[1], day: parts[2])
    #expect(day.weekday == weekday)
    #expect(day.iso == iso)
  }

  @Test func `days are ordered, and the missing one is before all`() {
    #expect(Day(number: 1) < Day(number: 2))
    #expect(Day.missing < Day(year: -9999, month: 1, day: 1))
  }
}
