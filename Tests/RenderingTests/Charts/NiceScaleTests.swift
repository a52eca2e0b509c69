import Testing

@testable import Rendering

@Suite struct NiceScaleTests {

  @Test(arguments: [
    (0.0, 20.0, 5, "0 5 10 15 20"), (0, 19, 5, "0 5 10 15 20"), (0, 1, 6, "0 0.2 0.4 0.6 0.8 1.0"),
    (-2.5, 3.2, 4, "-4 -2 0 2 4"), (0, 123_456, 4, "0 50,000 100,000 150,000"),
    (1998, 2004, 4, "1998 2000 2002 2004"), (0, 0, 4, "0 0.5 1.0"), (7, 7, 3, "0 5 10"),
    (-3, -3, 3, "-4 -2 0"), (0, 0.003, 4, "0 0.001 0.002 0.003"),
  ])
  func `marks are round numbers that cover the range`(
    low: Double, high: Double, count: Int, labels: String
  ) {
    let scale = NiceScale(low, high, ticks: count)
    #expect(scale.ticks.map(\.label).joined(separator: " ") == labels)
    #expect(scale.low <= low && scale.high >= high)
  }

  @Test(arguments: [(0.0, 1.0, "0 1"), (0, 3, "0 1 2 3"), (0, 40, "0 10 20 30 40"), (0, 0, "0 1")])
  func `what is counted has no marks in parts of one`(low: Double, high: Double, labels: String) {
    let scale = NiceScale(low, high, ticks: 6, isWhole: true)
    #expect(scale.ticks.map(\.label).joined(separator: " ") == labels)
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func `any range has a few marks at one distance`(seed: UInt64) {
    var chance = Chance(seed: seed)
    func number() -> Double {
      let exponent = Int.random(in: -30...30, using: &chance)
      return (0..<abs(exponent)).reduce(Double.random(in: -10...10, using: &chance)) { value, _ in
        exponent < 0 ? value / 10 : value * 10
      }
    }
    let (a, b, count) = (number(), number(), Int.random(in: 2...10, using: &chance))
    let scale = NiceScale(a, b, ticks: count)
    #expect((2...2 * count + 4).contains(scale.ticks.count))
    #expect(scale.low <= min(a, b) + 1e-6 * abs(b - a))
    #expect(scale.high >= max(a, b) - 1e-6 * abs(b - a))
  }
}

@Suite struct KeyScaleTests {

  @Test(arguments: [
    ("2025", PeriodLabel.Unit.year), ("2025-Q3", .quarter), ("2025-12", .month),
    ("2024-W01", .week), ("2020-W53", .week), ("2024-02-29", .day), ("1969-12-31", .day),
    ("Sunday", .weekday), ("0001-01-01", .day),
  ])
  func `periods read back as they were`(text: String, unit: PeriodLabel.Unit) throws {
    let period = try #require(PeriodLabel(text))
    #expect(period.unit == unit)
    #expect(PeriodLabel.text(period.unit, period.index) == text)
  }

  @Test(arguments: [
    "", "25", "2025-", "2025-13", "2025-Q5", "2025-W54", "2025-2-4", "2025-02-3x", "Sun", "-2025",
    "2025-02-24-1",
  ])
  func `what is no period is none`(text: String) { #expect(PeriodLabel(text) == nil) }

  @Test(arguments: [
    ("2024-12", "2025-01"), ("2024-12-31", "2025-01-01"), ("2020-W53", "2021-W01"),
    ("2024-Q4", "2025-Q1"), ("2024-02-28", "2024-02-29"), ("1969-12-31", "1970-01-01"),
    ("1969-W52", "1970-W01"),
  ])
  func `a period follows the one before it`(first: String, second: String) {
    let scale = KeyScale([first, second])
    #expect(scale.isTime && scale.areNeighbours(0, 1))
    #expect(!KeyScale([second, first]).areNeighbours(1, 0))
  }

  @Test func `keys that have an order are put into it`() {
    var scale = KeyScale(["2025-03", "2025-01", "2025-02"])
    #expect(scale.sort() == [2, 0, 1])
    #expect(scale.labels == ["2025-01", "2025-02", "2025-03"])
    #expect(!scale.areNeighbours(0, 2))
    var names = KeyScale(["b", "a"])
    #expect(names.sort() == [0, 1] && names.labels == ["b", "a"])
    #expect(KeyScale(["1,200", "3"]).kind == .numbers && KeyScale([]).kind == .names)
  }

  @Test(arguments: [
    (["2023-11", "2025-02"], 6, "2024-01 2024-04 2024-07 2024-10 2025-01"),
    (["2020", "2025"], 3, "2020 2022 2024"),
    (["2025-02-24", "2025-03-10"], 3, "2025-02-24 2025-03-03 2025-03-10"),
    (["a", "b", "c", "d", "e"], 3, "a c e"), (["10", "50"], 3, "20 40"),
  ])
  func `labels begin with years and weeks as far as there is room`(
    labels: [String], most: Int, expected: String
  ) {
    #expect(KeyScale(labels).ticks(atMost: most).map(\.label).joined(separator: " ") == expected)
  }
}
