import Annotation
import Testing

/// Paragraphs that are all quoted and say nothing of their speaker.
@Suite struct SuppliedSpeakerTests {

  private static let quoted = "\n\n“I expect no trouble. We will all go home.”"

  @Test func `the one person who speaks just before is taken, with little confidence`() throws {
    let text = QuotedText(
      "Keir Starmer said on Friday that the talks would go on. Starmer smiled." + Self.quoted)
    let quote = try #require(text.quotes.last)
    #expect(quote.kind == .direct)
    #expect(text.speaker(quote) == "Keir Starmer")
    #expect(quote.confidence < 0.5)
    #expect(quote.reasons.last?.hasPrefix("speaker: Keir Starmer") == true)
  }

  @Test(arguments: [
    "Keir Starmer said talks would go on. Friedrich Merz said that Starmer was right.",
    "Keir Starmer said on Friday that the talks would go on.\n\nThe rain had stopped by noon.",
    "Keir Starmer left the hall by a side door.",
  ])
  func `nobody is taken where it could be another, and without a speaker there is no quote`(
    before: String
  ) {
    #expect(!QuotedText(before + Self.quoted).quotes.contains { $0.kind == .direct })
  }
}
