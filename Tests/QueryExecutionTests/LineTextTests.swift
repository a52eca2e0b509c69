import Testing

@testable import QueryExecution

@Suite struct LineTextTests {

  @Test(arguments: [
    ("", ""), ("a", "a"), (" a b ", " a b "), ("a  b", "a b"), ("a\n\tb", "a b"), ("\r\na", " a"),
    ("a \n", "a "), ("é  ü", "é ü"), ("a\u{01}b", "a\u{01}b"),
    ("one two three four five six seven  eight", "one two three four five six seven eight"),
  ])
  func `runs of blanks and line ends become one blank`(text: String, line: String) {
    #expect(LineText.string(Array(text.utf8).span) == line)
  }
}
