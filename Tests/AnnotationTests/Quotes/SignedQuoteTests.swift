import Annotation
import Testing

/// Paragraphs of quoted words with the name of who said them behind a dash.
@Suite struct SignedQuoteTests {

  private static let lead = "Ada Morel and Jon Roe came to the fair on Monday.\n\n"
  private static let tail = "\n\nThe boats leave the harbour on Friday, if the wind lets them."

  @Test(arguments: [
    "“The boats are painted.” — Jon Roe", "“The boats are painted.”\n\n— Jon Roe",
    "“The boats are painted.”\n\n– Jon Roe, ferryman", "> “The boats are painted.”\n>\n> — Jon Roe",
    "“The boats are painted.\n\n“They shine.” — Jon Roe",
    "“The boats are painted.\n\n“They shine.”\n\n— Jon Roe",
  ])
  func `the name below is that of the speaker`(signed: String) throws {
    for end in ["", Self.tail] {
      let text = QuotedText(Self.lead + signed + end)
      let quote = try #require(text.quotes.first)
      #expect(text.speaker(quote) == "Jon Roe")
      #expect(text.quotes.count == 1)
    }
  }

  @Test(arguments: [
    "> The boats are painted.\n> — Jon Roe", "> The boats are painted.\n>\n> — Jon Roe",
    "> The boats are painted.\r\n> – Jon Roe, ferryman", ">The boats are painted.\n>- Jon Roe",
    "> *The boats are painted.*\n> — **Jon Roe**", "> The boats\n> are painted.\n> -- Jon Roe",
    "> The boats are painted.\n>\n> They shine.\n>\n> — Jon Roe",
  ])
  func `a quotation of Markdown needs no marks where somebody signs it`(signed: String) throws {
    for end in ["", Self.tail] {
      let raw = Array((Self.lead + signed + end).utf8)
      let text = QuotedText(
        TextNormalizer.normalize(DecodedText(raw), markup: .markdown))
      let quote = try #require(text.quotes.first)
      #expect(text.speaker(quote) == "Jon Roe")
      #expect(text.quotes.count == 1)
    }
  }

  @Test(arguments: [
    "> The boats are painted.", "> Buy these:\n> - Ropes",
    "> > The boats are painted.\n> > — Jon Roe",
    "> - The boats are painted.\n> - Jon Roe paints", "> — Jon Roe", "> # The fair\n> — Jon Roe",
    "> The boats are painted.\n> — and nobody came.", "The boats are painted.\n— Jon Roe",
  ])
  func `other quotations of Markdown stay as they are`(text: String) {
    let normalized = TextNormalizer.normalize(DecodedText(Array(text.utf8)), markup: .markdown)
    #expect(!normalized.string(ByteRange(0, UInt32(normalized.bytes.count))).contains("“"))
  }

  @Test func `a paragraph that begins with a dash and goes on is no name`() {
    let text = QuotedText(
      Self.lead + "“The boats are painted.”\n\n— Jon Roe has left the harbour." + Self.tail)
    #expect(text.quotes.allSatisfy { text.speaker($0) != "Jon Roe" })
  }
}
