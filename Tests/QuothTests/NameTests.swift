import Quoth
import Testing

/// What the user is told of names.
@Suite struct NameTests {

  @Test func `what a name resolved to is told`() throws {
    let page = try Asked.press()("quotes where speaker = akesson")
    #expect(page.lines.first == "akesson → Björn Åkesson, 2 quotes")
    #expect(page.lines[1] == "all 2 quotes")
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
