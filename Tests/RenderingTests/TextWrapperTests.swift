import Testing

@testable import Rendering

@Suite struct TextWrapperTests {

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("one two", 3, ["one", "two"]), ("", 5, [""]),
    ("abcdefgh", 3, ["abc", "def", "gh"]), ("ab cdefgh", 4, ["ab", "cdef", "gh"]),
    ("漢字漢字。", 4, ["漢字", "漢", "字。"]), ("漢字漢字", 1, ["漢", "字", "漢", "字"]),
    ("  led and  parted ", 5, ["led", "and", "parte", "d"]), ("abc", 0, ["a", "b", "c"]),
    ("fits in one line", 16, ["fits in one line"]), ("a\u{A0}b c", 3, ["a\u{A0}b", "c"]),
  ])
  func `text breaks at blanks and between wide characters`(
    text: String, width: Int, expected: [String]
  ) {
    let lines = TextWrapper(width: width).lines([StyledRun(.text, text)])
    #expect(lines.map { $0.map(\.text).joined() } == expected)
  }

  @Test func `roles stay with their words`() {
    let lines = TextWrapper(width: 8).lines([.init(.dim, "— "), .init(.speaker, "Ada Lindqvist")])
    #expect(
      lines == [
        [.init(.dim, "— "), .init(.speaker, "Ada")], [.init(.speaker, "Lindqvis")],
        [.init(.speaker, "t")],
      ])
  }
}
