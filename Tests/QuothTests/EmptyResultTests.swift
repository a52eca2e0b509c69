import Quoth
import Testing

/// An empty result explains itself.
@Suite struct EmptyResultTests {

  @Test func `rows are counted clause by clause, to the one that ends them`() throws {
    let page = try Asked.press()(
      "quotes where speaker = \"Jon Morel\" and topic = China and words > 1")
    let lines = page.lines
    let start = try #require(lines.firstIndex(of: "no quotes"))
    #expect(lines[start + 1] == "7 quotes")
    #expect(lines[start + 2] == "  1 with `speaker = \"Jon Morel\"`")
    #expect(lines[start + 3] == "  none with `topic = China`")
    #expect(lines[start + 4].contains("3 quotes"))
    #expect(lines.count == start + 5)
  }

  @Test func `an unknown value names the nearest`() throws {
    let page = try Asked.press()("quotes where outlet = Lampe")
    #expect(page.text.contains("The Lamp, 2 documents"))
    #expect(page.text.contains("none with `outlet = Lampe`"))
  }

  @Test func `a count of nothing explains itself too`() throws {
    let page = try Asked.press()("quotes where words > 400 count")
    #expect(page.lines.prefix(3) == ["0 quotes", "7 quotes", "  none with `words > 400`"])
  }

  @Test func `a clause is shown on one line, and cut where it is very long`() throws {
    let page = try Asked.press()("quotes where words\n  > 400")
    #expect(page.lines.last == "  none with `words > 400`")
    let long = String(repeating: "bridge ", count: 900)
    let cut = try Asked.press()("quotes where text contains \"\(long)\"").lines.last
    #expect(cut?.hasSuffix("…`") == true)
    #expect((cut?.count ?? 0) < 150)
  }

  @Test func `two sources of which no rows stand together are counted each`() throws {
    let page = try Asked.press()("sentences within (quotes where words > 400)")
    #expect(
      page.lines == [
        "no sentences", "7 sentences", "  none within the other side, which has no quotes",
      ])
  }

  @Test func `an empty result is no failure`() throws {
    #expect(try Asked.press()("quotes where words > 400").outcome == .finished)
  }
}
