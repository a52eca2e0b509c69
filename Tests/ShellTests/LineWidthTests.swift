import Testing

@testable import Shell

@Suite struct LineWidthTests {

  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("한국", 4), ("“x”", 3), ("😀", 2),
    ("👨\u{200D}👩", 4), ("…", 1), ("─│", 2), ("ﾊﾝ", 2), ("ハン", 4), ("\u{FEFF}", 0), ("نص", 2),
    ("हि", 2), ("\u{1100}\u{1161}", 2), ("", 0), ("❤", 1), ("⌚", 2),
  ])
  func `a text has the width that terminals give it`(text: String, width: Int) {
    #expect(LineWidth.of(text) == width)
  }

  @Test(arguments: [
    ("quotes", 6, "quotes"), ("quotes", 5, "quot…"), ("漢字漢字", 5, "漢字…"), ("漢字", 3, "漢…"),
    ("quotes", 1, "…"), ("quotes", 0, ""), ("", 0, ""),
  ])
  func `what does not fit is cut with an ellipsis`(text: String, cells: Int, cut: String) {
    #expect(LineWidth.cut(text, to: cells) == cut)
    #expect(LineWidth.of(LineWidth.cut(text, to: cells)) <= cells)
  }
}
