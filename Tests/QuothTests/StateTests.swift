import Quoth
import Testing

/// What a session keeps from one run to the next.
@Suite struct StateTests {

  @Test func `definitions persist over runs`() throws {
    let asked = try Asked.press()
    #expect(asked("let chinese = quotes where topic = China").lines.count == 1)
    #expect(asked("define topic \"water\" as \"river\" or \"harbour\"").outcome == .finished)
    #expect(asked("param who = \"Ada Morel\"").outcome == .finished)
    #expect(asked("chinese count").lines.last == "3 quotes")
    #expect(asked("quotes where topic = water count").lines.last == "2 quotes")
    #expect(asked("quotes where speaker = $who count").lines.last == "3 quotes")
  }

  @Test func `a given parameter goes before its default`() throws {
    let asked = try Asked.press(SessionOptions(parameters: ["who": "Jon Morel"]))
    #expect(
      asked("param who = \"Ada Morel\"\n\nquotes where speaker = $who count").lines.last
        == "1 quote")
  }

  @Test func `a text with a mistake defines nothing`() throws {
    let asked = try Asked.press()
    #expect(asked("let a = quotes\n\nquots").outcome == .failed)
    #expect(asked("a").outcome == .failed)
  }

  @Test func `what is expected holds or fails with what there is`() throws {
    let asked = try Asked.press()
    #expect(asked("expect quotes = 7\n\nexpect quotes > 3").outcome == .finished)
    let page = asked("expect quotes = 3\n\ndocuments count")
    #expect(page.outcome == .failed)
    #expect(page.text.contains("expect quotes = 3 did not hold: there are 7"))
    #expect(page.text.contains("3 documents"))
  }

  @Test func `opening another corpus forgets the one before`() throws {
    let asked = try Asked.press()
    _ = asked("let a = quotes\n\na")
    asked.session.open(Asked.builtin().session.opened)
    #expect(asked.session.latestResult == nil)
    #expect(asked("a").outcome == .failed)
    #expect(asked("documents count").lines.last != "3 documents")
  }
}
