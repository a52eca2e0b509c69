import Rendering
import Testing

@Suite struct VisibleTextTests {

  @Test(arguments: [
    ("plain – “text” é 漢字 👩‍👩‍👧", "plain – “text” é 漢字 👩‍👩‍👧"),
    ("two\nlines", "two lines"), ("two \r\n\t lines", "two lines"), ("a\u{2028}b", "a b"),
    ("\u{1B}[31mred", "␛[31mred"), ("bell\u{7}", "bell␇"), ("nul\u{0}", "nul␀"),
    ("del\u{7F}", "del␡"), ("\u{9B}2J", "\u{FFFD}2J"), ("soft\u{AD}hyphen", "softhyphen"),
    ("\u{202E}turned\u{202C}", "turned"), ("\u{2066}kept apart\u{2069}", "kept apart"),
    ("a\u{A0}b", "a\u{A0}b"), ("", ""),
  ])
  func `what would steer a terminal is replaced`(text: String, expected: String) {
    #expect(VisibleText.line(text) == expected)
  }

  @Test func `blanks and line ends can be kept`() {
    #expect(VisibleText.keepingSpace("a  b\r\n\tc\u{1B}[0m") == "a  b\r\n\tc␛[0m")
  }

  @Test func `no control character is left of any text`() {
    var chance = Chance(seed: 11)
    for _ in 0..<500 {
      let text = chance.nastyString()
      #expect(!VisibleText.line(text).unicodeScalars.contains(where: isControl))
      #expect(VisibleText.line(VisibleText.line(text)) == VisibleText.line(text))
    }
  }
}

/// Whether a terminal may obey a scalar.
func isControl(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value)
    || (0x2066...0x2069).contains(scalar.value)
}
