import Annotation
import Testing

/// A headline over a text that names three people.
private func quoted(_ headline: String) -> QuotedText {
  QuotedText(
    """
    \(headline)

    Emmanuel Macron, Volodymyr Zelensky and Ada Morel, the mayor of Otterburg, met on Monday. The \
    ferry was there.
    """)
}

/// What headlines say that someone said.
@Suite struct HeadlineTests {

  @Test(arguments: [
    (
      "Macron: weakness is no option", "weakness is no option", "Emmanuel Macron",
      Quote.Kind.indirect
    ),
    ("Macron: Weakness Is No Option", "Weakness Is No Option", "Emmanuel Macron", .indirect),
    ("Weakness is no option: Macron", "Weakness is no option", "Emmanuel Macron", .indirect),
    ("President Macron: Europe must act", "Europe must act", "Emmanuel Macron", .indirect),
    (
      "Emmanuel Macron: 'Weakness is no option'", "Weakness is no option", "Emmanuel Macron",
      .direct
    ),
    ("“We are ready” – Zelensky", "We are ready", "Volodymyr Zelensky", .direct),
    ("'We are ready': Ada Morel on the ferry", "We are ready", "Ada Morel", .direct),
    ("French minister: 'No ferry before June'", "No ferry before June", "–", .direct),
    (
      "We are ready for talks, says Zelensky", "We are ready for talks", "Volodymyr Zelensky",
      .indirect
    ),
    ("Zelensky says Ukraine is ready", "Ukraine is ready", "Volodymyr Zelensky", .indirect),
    ("Poll: Voters want the ferry", "Voters want the ferry", "–", .indirect),
    ("Morel warns ferry may stop", "ferry may stop", "Ada Morel", .indirect),
  ])
  func `a headline that says what someone said is a quote`(
    headline: String, content: String, speaker: String, kind: Quote.Kind
  ) throws {
    let text = quoted(headline)
    let quote = try #require(text.quotes.first)
    #expect(text.content(quote) == content)
    #expect(text.speaker(quote) == speaker)
    #expect(quote.kind == kind)
    #expect(text.document.blocks.first?.kind == .headline)
    #expect(text.document.metadata.title == headline)
  }

  @Test(arguments: [
    "Ada Morel: a life in boats", "Ada Morel: the woman who would be mayor",
    "Otterburg ferry: what we know", "FACT SHEET: City Administration Announces New Steps",
    "Budget passes – Harbour News", "The 'missing' ferry", "Live: ferry talks begin",
    "Analysis: Macron has lost his way", "Ministers agree on the harbour",
  ])
  func `other headlines are none`(headline: String) {
    #expect(quoted(headline).quotes.isEmpty)
  }

  @Test func `the steps name the headline, the colon and the speaker`() throws {
    let quote = try #require(quoted("Macron: weakness is no option").quotes.first)
    #expect(quote.reasons.count == 4)
    #expect(quote.reasons[0] == "headline: what stands behind a colon")
    #expect(quote.reasons[2] == "source: “Macron”, set off by a colon")
    #expect(quote.reasons[3].hasPrefix("speaker: Emmanuel Macron"))
  }

  @Test func `many headlines and quotes stay in the order of the text`() {
    let text = QuotedText(
      (1...40).map { number in
        """
        Macron: number \(number) is no option

        “We are ready for number \(number),” Emmanuel Macron said on Monday in Paris.
        """
      }.joined(separator: "\n\n"))
    let starts = text.quotes.compactMap { $0.content.first?.start }
    #expect(starts == starts.sorted())
    #expect(text.quotes.count == 80)
  }
}
