import Rendering
import Testing

@Suite struct MessageWrappingTests {

  @Test(arguments: [
    ("none of these with words", 12, "none of\nthese with\nwords"),
    ("  by itself, that holds of 4", 20, "  by itself, that\n  holds of 4"),
    ("count by outlet    ~6 rows  5 rows", 20, "count by outlet    ~6 rows  5 rows"),
    ("one two\n\nthree four five six", 12, "one two\n\nthree four\nfive six"),
    ("short", 40, "short"),
  ])
  func `a message breaks between words and keeps its indent`(
    text: String, width: Int, lines: String
  ) {
    #expect(TextWrapper.wrapped(text, to: width) == lines)
  }

  @Test func `nothing breaks without a width`() {
    let text = String(repeating: "word ", count: 90)
    #expect(TextWrapper.wrapped(text, to: nil) == text)
  }
}
