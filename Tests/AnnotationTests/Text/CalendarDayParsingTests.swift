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
    "Le 24 février 2025 à 14h05", "24. Februar 2025, 14:05 Uhr", "Feb. 24, 2025 2:05 p.m. EST",
    "Mon, 24 Feb 25 14:05:00 GMT", "24 Feb 25 14:05 EST", "2025-02-24T14:05:00+0100",
    "2025-02-24T14:05:00.123456Z", "2025-02-24 14:05:00 -0500", "Mon Feb 24 14:05:00 2025",
    "Mon Feb 24 14:05:00 +0000 2025", "Mon Feb 24 14:05:00 GMT 2025", "20250224140500",
    "202502241405", "20250224T140500+0100", "1740391200.25", "24 Februar 2025 um 10 Uhr (MEZ)",
    "Updated 2:05 PM EST, Mon February 24, 2025", "le lundi 24/02/2025 à 14:05",
    "Published: 24th February, 2025 | 10:00 BST", "24-février-2025", "2025.02.24", "2025/2/24",
    "2025-W09-1", "2025W091", "2025-w09-1", "2025-W09-1T10:00:00Z", "2025-055", "2025-055T10:00",
    "24\u{A0}février\u{A0}2025", "24\u{202F}February 2025", "24 fevrier 2025",
    "Rill — 24 February 2025",
  ])
  func `a day is read in every form`(text: String) {
    #expect(CalendarDay(text) == CalendarDay(year: 2025, month: 2, day: 24))
  }

  @Test(arguments: [
    "", "soon", "2025", "February 2025", "30 February 2025", "2025-13-01", "03/04/2025", "24 02",
    "99999999", "999999999999999999999", "Maybe 24, 2025", "Published 3 hours ago", "yesterday",
    "vor 3 Stunden", "il y a 3 heures", "3 Mar 24", "24/02/25", "14:05", "3 March",
    "Feb 30 10:00:00 2025", "99991399000000", "2025-W09", "2025-W54-1", "2021-W53-5", "2025-W09-8",
    "2025-366", "2025-000", "2025055", "1969-055", "0000-W01-1", "No. 2025-055",
  ])
  func `what names no day for certain is none`(text: String) { #expect(CalendarDay(text) == nil) }

  @Test(arguments: [
    ("1er août 2024", 8, 1), ("15 déc. 2024", 12, 15), ("3. März 2024", 3, 3), ("5 mai 2024", 5, 5),
    ("9. Jänner 2024", 1, 9), ("31. Dezember 2024", 12, 31), ("14 juillet 2024", 7, 14),
    ("2 juin 2024", 6, 2), ("3 aout 2024", 8, 3), ("3. Maerz 2024", 3, 3), ("7. Okt. 2024", 10, 7),
    ("Sept. 8, 2024", 9, 8),
  ])
  func `months have their names in three languages`(text: String, month: Int, day: Int) {
    #expect(CalendarDay(text) == CalendarDay(year: 2024, month: month, day: day))
  }

  @Test(arguments: [
    ("2020-W53-5", "2021-01-01"), ("2025-W01-1", "2024-12-30"), ("2026-W01-4", "2026-01-01"),
    ("2024-366", "2024-12-31"), ("1970-001", "1970-01-01"), ("2027-W53-7", nil),
  ])
  func `weeks and days of a year are counted as ISO 8601 does`(text: String, day: String?) {
    #expect(CalendarDay(text)?.written == day)
  }

  @Test(arguments: [
    ("Le 03/04/2025 à 14h05", 4, 3), ("Publié le 03/04/2025", 4, 3),
    ("03/04/2025, 14:05 Uhr", 4, 3),
    ("03/04/2025 14:05 CEST", 4, 3), ("03/04/2025 2:05 p.m. EST", 3, 4),
    ("03/04/2025 2:05 PM ET", 3, 4), ("04-03-2025 10:00 BST", 3, 4),
  ])
  func `words and zones beside figures tell their order`(text: String, month: Int, day: Int) {
    #expect(CalendarDay(text) == CalendarDay(year: 2025, month: month, day: day))
    #expect(CalendarDay(text, order: .dayFirst) == CalendarDay(text))
    #expect(CalendarDay(text, order: .monthFirst) == CalendarDay(text))
  }

  @Test(arguments: [
    ("fr", DateOrder.dayFirst), ("de-DE", .dayFirst), ("en-US", .monthFirst), ("en_GB", .dayFirst),
    ("en", nil), ("en-CA", nil), ("sv", nil), ("German", .dayFirst), ("zh-Hans-CN", nil), ("", nil),
  ])
  func `a language has an order of its own, or none`(tag: String, order: DateOrder?) {
    #expect(DateOrder(language: tag) == order)
  }

  @Test(arguments: [
    ("post.co.uk", DateOrder.dayFirst), ("lamp.fr", .dayFirst), ("city.gov", .monthFirst),
    ("post.com", nil), ("", nil),
  ])
  func `a host tells the order where it is at home`(host: String, order: DateOrder?) {
    #expect(DateOrder(host: host) == order)
  }

  @Test(arguments: [
    ("24/02/2025", DateOrder.dayFirst), ("02-24-2025", .monthFirst), ("03/04/2025", nil),
    ("03/03/2025", nil), ("24.02.2025", nil), ("24 02 2025", nil), ("2025-02-24", nil),
    ("13/13/2025", nil),
  ])
  func `an order is read off figures that have but one`(text: String, order: DateOrder?) {
    #expect(DateOrder(writtenIn: text) == order)
  }

  @Test func `a dotted day has the day first`() {
    #expect(CalendarDay("03.04.2025") == CalendarDay(year: 2025, month: 4, day: 3))
  }
}
