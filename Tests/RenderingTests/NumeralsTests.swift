import Rendering
import Testing

@Suite struct NumeralsTests {

  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1204, "1,204"), (-1204, "-1,204"), (1_000_000, "1,000,000"),
    (-100, "-100"), (Int.max, "9,223,372,036,854,775,807"), (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func `digits stand in groups of three`(value: Int, expected: String) {
    #expect(Numerals.grouped(value) == expected)
  }

  @Test(arguments: [
    (0, 2, "0.00"), (1204.5, 2, "1,204.50"), (0.005, 2, "0.01"), (-0.5, 0, "-1"), (0.049, 1, "0.0"),
    (-0.001, 2, "0.00"), (99.999, 2, "100.00"), (1e300, 2, "1e+300"), (.infinity, 1, "inf"),
    (1.5, -4, "2"), (1.5, 99, "1.500000000"),
  ])
  func `a number can have a fixed count of decimals`(value: Double, digits: Int, expected: String) {
    #expect(Numerals.fixed(value, digits: digits) == expected)
  }

  @Test(arguments: [
    (0.97, "0.97"), (1, "1"), (1.0 / 3, "0.3333"), (12_345.678912, "12,345.6789"), (0, "0"),
    (1e-9, "1e-09"), (.nan, "nan"),
  ])
  func `a number has the decimals that it needs`(value: Double, expected: String) {
    #expect(Numerals.decimal(value) == expected)
  }

  @Test(arguments: [
    (0, "0%"), (0.125, "12.5%"), (0.5, "50%"), (1, "100%"), (0.0001, "<0.1%"), (0.9999, ">99.9%"),
    (.nan, "–"), (2, "200%"),
  ])
  func `a share is a percentage that never lies about none and all`(share: Double, text: String) {
    #expect(Numerals.percent(share) == text)
  }
}

@Suite struct PluralTests {

  @Test(arguments: [
    ("quotes", "quote"), ("people", "person"), ("families", "family"), ("entities", "entity"),
    ("matches", "match"), ("organizations", "organization"), ("places", "place"),
    ("pairs of speakers", "pairs of speaker"), ("direct quotes", "direct quote"),
    ("boxes", "box"), ("phrases", "phrase"), ("press", "press"), ("series", "series"), ("", ""),
  ])
  func `one of many has the singular's name`(unit: String, expected: String) {
    #expect(Plural.singular(of: unit) == expected)
  }

  @Test(arguments: [
    (0, "families", "no families"), (1, "people", "1 person"), (1204, "quotes", "1,204 quotes"),
  ])
  func `a count stands with its unit`(count: Int, unit: String, expected: String) {
    #expect(Plural.counted(count, unit) == expected)
  }
}
