import Annotation
import Testing

@testable import Ingestion

@Suite struct MetadataValueTests {

  @Test(arguments: [
    ("Anna Berg", ["Anna Berg"]), ("By Anna Berg", ["Anna Berg"]),
    ("Anna Berg and Jon Roe", ["Anna Berg", "Jon Roe"]),
    ("Anna Berg, Jon Roe & Max Poe", ["Anna Berg", "Jon Roe", "Max Poe"]),
    ("Berg, Anna", ["Berg, Anna"]), ("Berg; Roe", ["Berg", "Roe"]), ("  ", []), ("By", ["By"]),
  ])
  func `writers are parted`(text: String, people: [String]) {
    #expect(MetadataValue.text(text).people == people)
  }

  @Test(arguments: [
    ("/2025/02/24/a", true), ("2025-02-24-a.txt", true), ("post_2025-02-24_a", true),
    ("20250224.txt", false), ("2025/02", false), ("2025-13-24", false), ("a-1-2-3", false),
  ])
  func `a path names a day only as year, month and day`(path: String, isDay: Bool) {
    #expect(CalendarDay(inPath: path) == (isDay ? CalendarDay(year: 2025, month: 2, day: 24) : nil))
  }
}
