import Quoth
import Testing

/// What the user is told of names.
@Suite struct NameTests {

  @Test func `what a name resolved to is told`() throws {
    let page = try Asked.press()("quotes where speaker = akesson")
    #expect(page.lines.first == "akesson → Björn Åkesson, 2 quotes")
    #expect(page.lines[1] == "all 2 quotes")
  }

  @Test(arguments: [
    "quotes by akesson", "quotes where speaker != akesson", "quotes where not speaker = akesson",
    "quotes where speaker in (akesson, \"Jon Morel\")", "documents where no quotes (by akesson)",
    "documents where some quotes (speaker = akesson and kind = direct)",
    "documents where every quotes (speaker = akesson)",
    "documents where count of quotes (speaker = akesson) >= 1",
    "compare (quotes) with (quotes by akesson) on cues",
    "compare (quotes by akesson) with (quotes)", "quotes union (quotes by akesson)",
    "quotes except (quotes by akesson)", "quotes intersect (quotes by akesson)",
    "let his = quotes by akesson; his count", "(quotes by akesson) count",
    "define of($who) = quotes by $who; of(akesson)",
    "param who = akesson; quotes where speaker = $who",
    "\"river\" near/5 (quotes by akesson)", "\"river\" within (quotes by akesson)",
    "\"river\" outside (quotes by akesson)", "quotes after/3 days (quotes by akesson)",
    "quotes where near/9 (quotes by akesson)", "quotes keywords against (quotes by akesson)",
    "quotes by akesson timeline by week", "quotes by akesson count by outlet per 100 quotes",
    "quotes by akesson pairs of speakers per document", "quotes by akesson similar to \"China\"",
    "families where speaker = akesson", "explain quotes by akesson",
    "expect quotes by akesson = 2", "quotes by akesson kwic",
    "define topic rivers as \"river\"; quotes by akesson about rivers",
  ])
  func `what a name resolved to is told wherever it stands`(query: String) throws {
    let page = try Asked.press()(query)
    #expect(page.outcome == .finished, "\(page.text)")
    #expect(page.text.contains("akesson → Björn Åkesson, "), "\(page.text)")
  }

  @Test(arguments: [
    "documents where no quotes (speaker = Moral)", "quotes union (quotes by Moral)",
    "compare (quotes) with (quotes by Moral)", "\"river\" near/5 (quotes by Moral)",
    "define of($who) = quotes by $who; of(Moral)", "let hers = quotes by Moral; hers",
    "quotes where speaker in (akesson, Moral)", "quotes where not speaker = Moral",
  ])
  func `an unknown name is told wherever it stands`(query: String) throws {
    let page = try Asked.press()(query)
    #expect(page.outcome == .finished, "\(page.text)")
    #expect(
      page.text.contains(
        "no speaker is called 'Moral'; the nearest: Ada Morel, 3 quotes; Jon Morel, 1 quote"))
  }

  @Test(arguments: [
    "documents where no quotes (speaker = Morel)", "quotes except (quotes by Morel)",
    "\"river\" outside (quotes by Morel)", "define of($who) = quotes by $who; of(Morel)",
  ])
  func `a name of several is told wherever it stands`(query: String) throws {
    #expect(
      try Asked.press()(query).text.contains(
        "Morel → 2 names, and the rows are those of all: Ada Morel, 3 quotes; Jon Morel, 1 quote; "
          + "for one of them write exactly \"Jon Morel\""))
  }

  @Test func `a name of several finds all, each with its count and how to mean one`() throws {
    let page = try Asked.press()("quotes where speaker = Morel")
    let notice = try #require(page.lines.first)
    #expect(notice.hasPrefix("Morel → 2 names"))
    #expect(notice.contains("Ada Morel, 3 quotes") && notice.contains("Jon Morel, 1 quote"))
    #expect(notice.contains("exactly \"Jon Morel\""))
    #expect(page.lines[1] == "all 4 quotes")
    let one = try Asked.press()("quotes where speaker = exactly \"Jon Morel\"")
    #expect(one.text.contains("\nall 1 quotes") || one.text.contains("1 quote\n"))
  }

  @Test(arguments: [
    "von der Leyen", "Ursula von der Leyen", "VON DER LEYEN", "Ms von der Leyen",
  ])
  func `a person is found by any part that stands for the whole`(name: String) throws {
    let page = try Asked.press()("quotes where speaker = \"\(name)\"")
    #expect(page.text.contains("— Ursula von der Leyen, argue"))
  }

  @Test func `an unknown name runs and lists the nearest with their counts`() throws {
    let page = try Asked.press()("quotes where speaker = Moral")
    #expect(page.outcome == .finished)
    #expect(
      page.lines.first
        == "no speaker is called 'Moral'; the nearest: Ada Morel, 3 quotes; Jon Morel, 1 quote")
    #expect(page.lines[1] == "no quotes")
  }

  @Test func `a role is found by its sort`() throws {
    let page = try Asked.press()("quotes where speaker.roles = minister")
    #expect(page.text.contains("finance minister"))
    #expect(page.text.contains("all 2 quotes"))
  }

  @Test func `strictness fails a statement whose names are not clear`() throws {
    let strict = SessionOptions(isStrict: true)
    #expect(try Asked.press(strict)("quotes where speaker = Morel").outcome == .failed)
    #expect(try Asked.press(strict)("quotes where speaker = Moral").outcome == .failed)
    #expect(try Asked.press(strict)("quotes where speaker = \"Ada Morel\"").outcome == .finished)
  }

  @Test func `the ladder asks the same`() throws {
    let asked = try Asked.press()
    #expect(
      asked("quotes by Morel about China").text
        == asked("quotes where speaker = Morel and topic = China").text)
  }
}
