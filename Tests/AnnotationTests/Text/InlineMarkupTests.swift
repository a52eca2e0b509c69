import Testing

@testable import Annotation

@Suite struct InlineMarkupTests {

  @Test(arguments: [
    ("He was **very** clear.", "He was very clear."),
    ("A *new* and _old_ word", "A new and old word"),
    ("***Both*** and __strong__", "Both and strong"),
    ("see [the text](https://a.example/b_(c)) here", "see the text here"),
    ("![a photo](x.png)Text", "Text"),
    (#"5 \* 3 and a\_b"#, "5 * 3 and a_b"),
    ("a <!-- note --> b", "a  b"),
    ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
    ("an open *star\n\nand another*", "an open *star\n\nand another*"),
    ("[square] brackets [1] (and round)", "[square] brackets [1] (and round)"),
    ("* item\n* item", "* item\n* item"),
    ("[**bold** link](u)", "bold link"),
    ("“*Yes*,” he said", "“Yes,” he said"),
    ("> “Yes,”\n> he said\n>> of 2 > 1", "“Yes,”\nhe said\nof 2 > 1"),
  ])
  func `marks are left out and text stays`(markdown: String, text: String) {
    let decoded = DecodedText(Array(markdown.utf8))
    #expect(TextNormalizer.normalize(decoded, markup: .markdown).string() == text)
    #expect(TextNormalizer.normalize(decoded).string() == markdown)
  }

  @Test(arguments: ["*a ", "[", "](", "_", "<!--", "Ã", "&", "**", "\\", "[a](b"])
  func `a long run of marks takes no longer than its length`(mark: String) {
    let bytes = Array(String(repeating: mark, count: 10_000).utf8)
    let text = TextNormalizer.normalize(DecodedText(bytes), markup: .markdown)
    #expect(text.originalBytes == bytes)
  }
}
