import Quoth
import Testing

/// An empty result explains itself.
@Suite struct EmptyResultTests {

  @Test func `rows are counted clause by clause, to the one that ends them`() throws {
    let page = try Asked.press()(
      "quotes where speaker = \"Jon Morel\" and topic = China and words > 1")
    let lines = page.lines
    let start = try #require(lines.firstIndex(of: "no quotes"))
    #expect(lines[start + 1] == "of 7 quotes in the corpus")
    #expect(lines[start + 2] == "  1 with `speaker = \"Jon Morel\"`")
    #expect(lines[start + 3] == "  none of these with `topic = China`")
    #expect(lines[start + 4] == "  by itself, that holds of 3 quotes")
    #expect(lines.count == start + 5)
  }

  @Test func `a condition over labels that no match fulfils is told of`() throws {
    let page = try Asked.press()("a:[word=\"the\"] b:[] :: a.word = b.word")
    #expect(
      page.lines.suffix(3) == [
        "no matches", "  without the condition behind `::`: 5 matches",
        "  for none of these does it hold",
      ])
  }

  @Test func `an unknown value names the nearest`() throws {
    let page = try Asked.press()("quotes where outlet = Lampe")
    #expect(page.text.contains("The Lamp, 2 documents"))
    #expect(page.text.contains("none with `outlet = Lampe`"))
  }

  @Test func `a count of nothing explains itself too`() throws {
    let page = try Asked.press()("quotes where words > 400 count")
    #expect(
      page.lines.prefix(3) == [
        "0 quotes", "of 7 quotes in the corpus", "  none with `words > 400`",
      ])
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
        "no sentences", "  `sentences`: 7 sentences",
        "  `(quotes where words > 400)`: no quotes",
      ])
    #expect(
      try Asked.press()("\"bridge\" before/8 \"river\"").lines == [
        "no matches", "  `\"bridge\"`: 1 match", "  `\"river\"`: 1 match",
        "  none of the first is before/8 one of the second",
      ])
  }

  @Test func `the kind of the rows is no clause`() throws {
    let lines = try Asked.press()("people where mentions >= 1 and quotes > 40").lines
    try #require(lines.count == 5)
    #expect(lines[0] == "no people")
    #expect(lines[1].hasPrefix("of ") && lines[1].hasSuffix(" people in the corpus"))
    #expect(
      lines.suffix(2) == [
        "  none of these with `quotes > 40`", "  by itself, that holds of no people",
      ])
    #expect(
      try Asked.press()("organizations").lines.last
        == "  there are no organizations in the corpus")
  }

  @Test func `rows that lead nowhere are counted`() throws {
    let asked = try Asked.press()
    #expect(
      asked("\"zebra\" where outlet is known").lines
        == ["the word 'zebra' stands nowhere in the corpus", "no matches"])
    #expect(
      asked("quotes where outlet = \"The Lamp\" | to organizations").lines.suffix(3) == [
        "of 7 quotes in the corpus", "  5 with `outlet = \"The Lamp\"`",
        "  there are no organizations in the corpus",
      ])
  }

  @Test func `an empty result is no failure`() throws {
    #expect(try Asked.press()("quotes where words > 400").outcome == .finished)
  }
}
