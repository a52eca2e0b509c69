import Testing

@testable import QueryExecution

@Suite struct LineTextTests {

  @Test(arguments: [
    ("", ""), ("a", "a"), (" a b ", " a b "), ("a  b", "a b"), ("a\n\tb", "a b"), ("\r\na", " a"),
    ("a \n", "a "), ("é  ü", "é ü"), ("a\u{01}b", "a\u{01}b"),
    ("one two three four five six seven  eight", "one two three four five six seven eight"),
  ])
  func `runs of blanks and line ends become one blank`(text: String, line: String) {
    var found: [UInt8] = []
    let bytes = Array(text.utf8)
    LineText.with(bytes.span) { lent in for place in lent.indices { found.append(lent[place]) } }
    #expect(String(decoding: found, as: UTF8.self) == line)
  }
}
