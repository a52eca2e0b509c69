import Foundation
import Quoth
import Testing

/// Rows without a date are reported, never dropped in silence: what the page says of them.
@Suite struct UndatedTests {

  private static let notice =
    "1 document without a date: no condition on dates holds for it, and no timeline has it"

  private func lines(_ query: String) throws -> [String] { try Asked.press()(query).lines }

  @Test(arguments: [
    "quotes where date > 2025-02", "quotes since 2025-03", "quotes last 10 days",
    "quotes where month = 2025-02", "quotes where date.weekday = Monday",
    "quotes where date in (2025-02, 2025-04)", "quotes where date != 2025-02-24",
    "quotes where words > 3 and (date > 2026 or kind = direct)",
    "quotes where not date > 2025-02", "quotes where not (date > 2026 or kind = direct)",
    "documents where no quotes (date > 2025-02)", "documents where some quotes (date > 2025-02)",
    "documents where every quotes (not date > 2025-02)",
    "documents where count of quotes (date > 2025-02) >= 1",
    "quotes near/3 days (quotes by akesson)", "quotes where near/3 days (quotes by akesson)",
    "quotes after/3 days (quotes by akesson)", "quotes where \"bridge\" near/3 days \"river\"",
    "\"bridge\" near/3 days \"river\"", "quotes timeline by week",
    "quotes timeline by week by speaker", "quotes timeline by month per 100 quotes",
    "documents where date in 2025 count by outlet per 100 quotes",
    "quotes union (quotes where date > 2025-02)", "quotes keywords against (quotes since 2025-03)",
    "compare (quotes) with (quotes since 2025-03) on cues",
    "let late = quotes since 2025-03; late count",
    "define late($day) = quotes where date > $day; late(2025-02) count",
  ])
  func `documents without a date are told of wherever dates decide`(query: String) throws {
    #expect(try lines(query).contains(Self.notice))
  }

  @Test(arguments: [
    "people where first_seen > 2025-02", "people where first_seen > 2026 or quotes > 5",
    "people where not last_seen > 2025-02", "quotes where speaker.first_seen > 2025-02",
  ])
  func `any other date that is missing is told of by its name`(query: String) throws {
    let name = query.contains("last_seen") ? "last_seen" : "first_seen"
    #expect(
      try lines(query).first?.contains(
        "whose \(name) is missing: no condition on dates holds for") == true)
  }

  @Test func `a mistyped year makes no timeline of a million days`() throws {
    let shelf = try Shelf()
    try shelf.write(
      Asked.articles.replacingOccurrences(of: "2025-02-24", with: "0202-02-24"),
      to: "press.jsonl")
    let page = try shelf.ask()("quotes timeline by day")
    #expect(
      page.lines.suffix(3) == [
        "0202-02-24      3", "2025-03-10      2",
        "left out: the empty days, which would be more than 100,000; the date of bridge is "
          + "0202-02-24, far from all others: mend it in its source, or leave it out with "
          + "'where date > 0202-02-24'",
      ])
    let mended = try shelf.ask()("quotes where date > 0202-02-24 timeline by day")
    #expect(mended.lines.last == "2025-03-10      2", "\(mended.text)")
  }

  @Test func `a negated date keeps what has none`() throws {
    #expect(try lines("quotes where not date > 2025-03 count").last == "7 quotes")
    #expect(try lines("quotes where date > 2025-02 count").last == "2 quotes")
    #expect(try lines("quotes where not date > 2025-02 count").last == "5 quotes")
  }

  @Test func `counts and rates have a row for what has no date`() throws {
    #expect(try lines("quotes count by month").last == "–            2")
    let rate = try lines("quotes count by month per 100 quotes")
    #expect(rate.contains("–            2       2             100"))
  }

  @Test func `figures say of how many rows they are`() throws {
    #expect(
      try lines("quotes summarize min(date), max(date)").suffix(2) == [
        "2025-02-24  2025-03-10",
        "2 of 7 quotes have no date; its figures are those of the others",
      ])
    #expect(
      try lines("quotes summarize first(speaker) by outlet").last
        == "2 of 7 quotes have no date, and are first or last only where no other row has one")
    #expect(try lines("quotes summarize median(words)").last?.trimmingPrefix { $0 == " " } == "4")
  }

  @Test func `pairs say what meets nobody`() throws {
    #expect(
      try lines("quotes pairs of speakers per month").last
        == "left out for having no month: 2 of 7 quotes")
    #expect(try lines("quotes pairs of speakers per document").last?.contains("left out") == false)
  }

  @Test func `a comparison of dates says what has none`() throws {
    #expect(
      try lines("compare (quotes) with (quotes by Morel) on month").last
        == "left out for having no month: 2 of the first, 0 of the second")
  }
}
