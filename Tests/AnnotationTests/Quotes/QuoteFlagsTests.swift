import Annotation
import Testing

/// What a quote says of itself beside its spans.
@Suite struct QuoteFlagsTests {

  @Test(arguments: [
    ("Angela Merkel believes that the harbour is safe.", false),
    ("Angela Merkel hopes the harbour is safe.", false),
    ("Angela Merkel said that the harbour is safe.", true),
    ("Angela Merkel wrote that the harbour is safe.", true),
    ("Emmanuel Macron will argue that the harbour is safe.", true),
  ])
  func `belief and wish are no speech`(text: String, isSpeech: Bool) throws {
    let quote = try #require(QuotedText(text).quotes.first)
    #expect(quote.isSpeech == isSpeech)
  }

  @Test(arguments: [
    "Angela Merkel fears that the harbour is lost.",
    "Donald Trump did not say that the harbour was closed.",
    "Donald Trump declined to say whether the harbour was closed.",
    "If Donald Trump says that the harbour is closed, nobody will believe it.",
    "The “Harbour Act” has forty pages.",
    "They visited the so-called “old harbour” in the afternoon.",
    "The reported loss is small.",
  ])
  func `what is not said is no quote`(text: String) {
    let quotes = QuotedText(text).quotes
    #expect(quotes.filter(\.isSpeech).isEmpty)
  }

  @Test
  func `an attribution inside another is nested in it`() throws {
    let text = QuotedText(
      "Donald Trump claimed that Vladimir Putin told him that he would accept the treaty.")
    let outer = try #require(text.quotes.firstIndex { text.speaker($0) == "Donald Trump" })
    let inner = try #require(text.quotes.first { text.speaker($0) == "Vladimir Putin" })
    #expect(inner.nestedIn == UInt32(outer))
    #expect(text.quotes[outer].nestedIn == nil)
    #expect(text.addressee(inner) == "Donald Trump")
  }

  @Test
  func `a quote in a quote has the speaker of both`() throws {
    let text = QuotedText("“I will tell him: ‘Give the harbour back,’” Angela Merkel said.")
    let inner = try #require(text.quotes.first { text.content($0) == "Give the harbour back" })
    let outer = try #require(inner.nestedIn)
    #expect(text.speaker(text.quotes[Int(outer)]) == "Angela Merkel")
    #expect(text.speaker(inner) == "Angela Merkel")
    #expect(inner.cueLemma == "tell")
  }

  @Test
  func `who speaks in one sentence is the pronoun of the next`() throws {
    let text = QuotedText(
      "Angela Merkel met Emmanuel Macron in Berlin.\n\nMacron insisted that the harbour was safe. "
        + "“We have looked at every stone,” he said.")
    let quote = try #require(text.quotes.first { $0.kind == .direct })
    #expect(text.speaker(quote) == "Emmanuel Macron")
    #expect(quote.reasons.last?.hasPrefix("speaker: Emmanuel Macron") == true)
  }

  @Test
  func `the addressee is who is spoken to`() throws {
    let text = QuotedText("Angela Merkel told Emmanuel Macron that the harbour was closed.")
    let quote = try #require(text.quotes.first)
    #expect(text.addressee(quote) == "Emmanuel Macron")
    #expect(quote.cueLemma == "tell")
  }

  @Test
  func `a clear attribution is surer than a guessed one`() throws {
    let clear = try #require(QuotedText("“We are late,” Angela Merkel said.").quotes.first)
    let damaged = try #require(QuotedText("We are late,” Angela Merkel said.").quotes.first)
    let supplied = try #require(
      QuotedText("Angela Merkel said the port was lost.\n\n“Nobody knows what comes now.”").quotes
        .last)
    #expect(clear.confidence > damaged.confidence)
    #expect(damaged.confidence > supplied.confidence)
    #expect((0...1).contains(clear.confidence))
  }

  @Test
  func `the reasons tell marks, cue, source and speaker`() throws {
    let quote = try #require(QuotedText("“We are late,” Angela Merkel said.").quotes.first)
    #expect(quote.reasons.count == 4)
    #expect(quote.reasons[0].hasPrefix("marks: the words stand between quotation marks ["))
    #expect(quote.reasons[1].hasPrefix("cue: “said” (say) [+"))
    #expect(quote.reasons[2].hasPrefix("source: “Angela Merkel”, the subject of the cue [+"))
    #expect(quote.reasons[3] == "speaker: Angela Merkel, named in full [0.91]")
  }

  @Test(arguments: ["", "”", "“", "\"", "’’’", "said said said", "according to", "“”“”", "X said"])
  func `no text makes the rules fail`(text: String) {
    #expect(QuotedText(text).quotes.count <= 1)
  }
}
