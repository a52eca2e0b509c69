import Rendering
import Testing

@Suite struct CellWidthTests {

  @Test(arguments: [
    ("", 0), ("plain", 5), ("café", 4), ("cafe\u{301}", 4), ("“x”", 3), ("–…—", 3),
    ("漢字", 4), ("カナ", 4), ("ｶﾅ", 2), ("か\u{3099}", 2), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("ＡＢ", 4), ("、。", 4), ("\u{3000}", 2), ("😀", 2),
    ("👍🏽", 2), ("👩‍👩‍👧", 2), ("🇫🇷", 2), ("🇫🇷🇩🇪", 4),
    ("☎", 1), ("☎️", 2), ("1️⃣", 2), ("❤️‍🔥", 2), ("שלום", 4), ("मन", 2), ("ก็", 1), ("a\u{200B}b", 2),
    ("\u{200D}", 0), ("\u{301}", 0), ("ы", 1), ("𝒳", 1), ("𠀋", 2), ("a\u{A0}b", 3),
  ])
  func `a text takes as many cells as a terminal gives it`(text: String, cells: Int) {
    #expect(CellWidth.of(text) == cells)
  }

  @Test(arguments: [
    ("plain", 9, "plain"), ("plain", 5, "plain"), ("plain", 4, "pla…"), ("plain", 1, "…"),
    ("plain", 0, ""), ("plain", -3, ""), ("漢字漢字", 5, "漢字…"), ("漢字漢字", 4, "漢…"),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…"),
  ])
  func `a cut never parts a character and says that it cut`(
    text: String, width: Int, expected: String
  ) {
    #expect(CellWidth.cut(text, to: width) == expected)
  }

  @Test(arguments: [
    ("plain", 5, "plain"), ("plain", 4, "…ain"), ("plain", 1, "…"), ("plain", 0, ""),
    ("漢字漢字", 4, "…字"), ("漢字漢字", 5, "…漢字"),
  ])
  func `a cut in front keeps the end`(text: String, width: Int, expected: String) {
    #expect(CellWidth.cutFront(text, to: width) == expected)
  }

  @Test func `cuts of any text stay within their width`() {
    var chance = Chance(seed: 7)
    for _ in 0..<300 {
      let text = VisibleText.line(chance.nastyString())
      for width in 0...9 {
        #expect(CellWidth.of(CellWidth.cut(text, to: width)) <= width)
        #expect(CellWidth.of(CellWidth.cutFront(text, to: width)) <= width)
      }
    }
  }
}
