import Testing

@testable import Annotation

@Suite struct CalendarDayParsingTests {

  @Test(arguments: [
    "2025-02-24", "2025-02-24T23:59:00+02:00", "2025-02-24 10:00:00", "20250224", "2025/02/24",
    "20250224T100000Z", "24 February 2025", "24th of February 2025", "24 Feb 2025", "Feb. 24, 2025",
    "February 24, 2025", "February 24th, 2025", "Monday, 24 February 2025", "24-Feb-2025",
    "Mon, 24 Feb 2025 10:00:00 +0000", "1740391200", "1740391200000", "24/02/2025", "02/24/2025",
    "24.02.2025", "Updated on Feb 24 2025 at 10:00", "24 février 2025", "24 FÉVRIER 2025",
    "le 24 févr. 2025",
    "Publié le lundi 24 février 2025 à 10h30", "24. Februar 2025",
    "Montag, den 24. Februar 2025, 10:00 Uhr",
    "Veröffentlicht am 24. Feb. 2025", "2025-02-24T23:30:00-05:00",
  ])
  func `a day is read in every form`(text: String) {
    #expect(CalendarDay(text) == CalendarDay(year: 2025, month: 2, day: 24))
  }

  @Test(arguments: [
    "", "soon", "2025", "February 2025", "30 February 2025", "2025-13-01", "03/04/2025", "24 02",
    "99999999", "999999999999999999999", "Maybe 24, 2025",
  ])
  func `what names no day for certain is none`(text: String) { #expect(CalendarDay(text) == nil) }

  @Test(arguments: [
    ("1er août 2024", 8, 1), ("15 déc. 2024", 12, 15), ("3. März 2024", 3, 3), ("5 mai 2024", 5, 5),
    ("9. Jänner 2024", 1, 9), ("31. Dezember 2024", 12, 31), ("14 juillet 2024", 7, 14),
    ("2 juin 2024", 6, 2), ("7. Okt. 2024", 10, 7), ("Sept. 8, 2024", 9, 8),
  ])
  func `months have their names in three languages`(text: String, month: Int, day: Int) {
    #expect(CalendarDay(text) == CalendarDay(year: 2024, month: month, day: day))
  }

  @Test func `a dotted day has the day first`() {
    #expect(CalendarDay("03.04.2025") == CalendarDay(year: 2025, month: 4, day: 3))
  }
}
