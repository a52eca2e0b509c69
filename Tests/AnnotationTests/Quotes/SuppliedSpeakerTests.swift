import Annotation
import Testing

/// Paragraphs that are all quoted and say nothing of their speaker.
@Suite struct SuppliedSpeakerTests {

  private static let before = "Keir Starmer said on Friday that the talks would go on in Geneva."

  @Test func `the one person who speaks just before is taken, with little confidence`() throws {
    let text = QuotedText(
      "\(Self.before) Starmer smiled at the cameras.\n\n“I expect no trouble. We will all go home.”"
    )
    let quote = try #require(text.quotes.last)
    #expect(quote.kind == .direct)
    #expect(text.speaker(quote) == "Keir Starmer")
    #expect(quote.confidence < 0.5)
    #expect(quote.reasons.last?.hasPrefix("speaker: Keir Starmer") == true)
  }

  @Test(arguments: [
    // Two people speak before.
    "\(before) Friedrich Merz said that Starmer was right.\n\n“I expect no trouble. None at all.”",
    // The paragraph directly before does not name the person.
    "\(before)\n\nThe rain had stopped by noon.\n\n“I expect no trouble. None at all.”",
    // Nobody speaks before.
    "Keir Starmer left the hall by a side door.\n\n“I expect no trouble. None at all.”",
  ])
  func `nobody is taken where it could be another`(text: String) throws {
    let text = QuotedText(text)
    let quote = try #require(text.quotes.last)
    #expect(quote.kind == .direct)
    #expect(text.speaker(quote) == "–")
  }
}
