import Annotation
import Testing

/// One case a form: what is said, by which cue, by whom.
@Suite struct QuoteAnnotatorTests {

  @Test(arguments: direct)
  func `direct quotes are found in every form of marks`(_ expected: QuoteCase) throws {
    try check(expected)
  }

  @Test(arguments: indirect)
  func `indirect quotes are the clause of their cue`(_ expected: QuoteCase) throws {
    try check(expected)
  }

  @Test(arguments: mixed)
  func `mixed quotes keep their sentence`(_ expected: QuoteCase) throws {
    try check(expected)
  }

  @Test(arguments: sources)
  func `sources lead to their speaker or to none`(_ expected: QuoteCase) throws {
    try check(expected)
  }

  private func check(_ expected: QuoteCase) throws {
    let text = QuotedText(expected.text)
    let found = text.quotes.map(text.content)
    let quote = try #require(
      text.quotes.first { text.content($0) == expected.content }, "found \(found)")
    #expect(text.cue(quote) == expected.cue)
    #expect(text.source(quote) == expected.source)
    #expect(quote.kind == expected.kind)
    #expect(text.speaker(quote) == expected.speaker)
    #expect(quote.cuePosition == expected.position)
  }

  static let direct = [
    QuoteCase(
      "curly marks", "“The bridge must be rebuilt by spring,” Emmanuel Macron said on Monday.",
      content: "The bridge must be rebuilt by spring", cue: "said", source: "Emmanuel Macron",
      .direct, speaker: "Emmanuel Macron", .after),
    QuoteCase(
      "straight marks", "\"We are late,\" said Angela Merkel. Nobody answered.",
      content: "We are late", cue: "said", source: "Angela Merkel", .direct,
      speaker: "Angela Merkel", .after),
    QuoteCase(
      "guillemets", "«We will keep the promise,» Olaf Scholz said.",
      content: "We will keep the promise", cue: "said", source: "Olaf Scholz", .direct,
      speaker: "Olaf Scholz", .after),
    QuoteCase(
      "signed", "“The harbour is late. It will stay late.”― Angela Merkel",
      content: "The harbour is late. It will stay late.", cue: "―", source: "Angela Merkel",
      .direct,
      speaker: "Angela Merkel", .after),
    QuoteCase(
      "British single marks",
      "‘It’s the voters’ choice, and we won’t change it,’ Keir Starmer said.",
      content: "It’s the voters’ choice, and we won’t change it", cue: "said",
      source: "Keir Starmer", .direct, speaker: "Keir Starmer", .after),
    QuoteCase(
      "cue before", "Angela Merkel told reporters: “The talks were hard. They go on.”",
      content: "The talks were hard. They go on.", cue: "told", source: "Angela Merkel", .direct,
      speaker: "Angela Merkel", .before),
    QuoteCase(
      "written", "Emmanuel Macron wrote on X, “The road is open again.”",
      content: "The road is open again.", cue: "wrote", source: "Emmanuel Macron", .direct,
      speaker: "Emmanuel Macron", .before),
    QuoteCase(
      "split around its cue", "“The harbour,” Angela Merkel said, “belongs to everybody.”",
      content: "The harbour … belongs to everybody.", cue: "said", source: "Angela Merkel",
      .direct, speaker: "Angela Merkel", .inside),
    QuoteCase(
      "carried on behind the cue",
      "“We have a plan,” Angela Merkel said. “It will cost more than we thought.”",
      content: "We have a plan … It will cost more than we thought.", cue: "said",
      source: "Angela Merkel", .direct, speaker: "Angela Merkel", .inside),
    QuoteCase(
      "opening mark lost", "We never agreed to that,” Donald Trump said in Ohio.",
      content: "We never agreed to that", cue: "said", source: "Donald Trump", .direct,
      speaker: "Donald Trump", .after),
    QuoteCase(
      "closing mark lost before the cue", "“We never agreed to that, Donald Trump said.",
      content: "We never agreed to that", cue: "said", source: "Donald Trump", .direct,
      speaker: "Donald Trump", .after),
    QuoteCase(
      "closing mark lost at the end", "Donald Trump said: “We never agreed to that. Never.",
      content: "We never agreed to that. Never.", cue: "said", source: "Donald Trump", .direct,
      speaker: "Donald Trump", .before),
    QuoteCase(
      "over paragraphs",
      "Angela Merkel said: “The first winter was hard.\n\n“The second one was harder.”",
      content: "The first winter was hard. … The second one was harder.", cue: "said",
      source: "Angela Merkel", .direct, speaker: "Angela Merkel", .before),
    QuoteCase(
      "introduced in the paragraph before",
      "Angela Merkel added:\n\n“Nobody should be surprised by the bill.”",
      content: "Nobody should be surprised by the bill.", cue: "added", source: "Angela Merkel",
      .direct, speaker: "Angela Merkel", .before),
    QuoteCase(
      "a question", "“Who will pay for the harbour?” Angela Merkel asked.",
      content: "Who will pay for the harbour?", cue: "asked", source: "Angela Merkel", .direct,
      speaker: "Angela Merkel", .after),
  ]

  static let indirect = [
    QuoteCase(
      "that", "Angela Merkel said that the harbour would open in May.",
      content: "the harbour would open in May", cue: "said", source: "Angela Merkel", .indirect,
      speaker: "Angela Merkel", .before),
    QuoteCase(
      "no that", "On Friday Angela Merkel said the harbour would open in May.",
      content: "the harbour would open in May", cue: "said", source: "Angela Merkel", .indirect,
      speaker: "Angela Merkel", .before),
    QuoteCase(
      "to someone", "Angela Merkel told Emmanuel Macron that the harbour was closed.",
      content: "the harbour was closed", cue: "told", source: "Angela Merkel", .indirect,
      speaker: "Angela Merkel", .before),
    QuoteCase(
      "behind its content", "The harbour would open in May, Angela Merkel said.",
      content: "The harbour would open in May", cue: "said", source: "Angela Merkel", .indirect,
      speaker: "Angela Merkel", .after),
    QuoteCase(
      "inside its content", "A closed harbour, Angela Merkel argued, would ruin the town.",
      content: "A closed harbour … would ruin the town", cue: "argued", source: "Angela Merkel",
      .indirect, speaker: "Angela Merkel", .inside),
    QuoteCase(
      "according to", "The harbour will stay closed, according to Angela Merkel.",
      content: "The harbour will stay closed", cue: "according to", source: "Angela Merkel",
      .indirect, speaker: "Angela Merkel", .after),
    QuoteCase(
      "according to, first", "According to Angela Merkel, the harbour will stay closed.",
      content: "the harbour will stay closed", cue: "According to", source: "Angela Merkel",
      .indirect, speaker: "Angela Merkel", .before),
    QuoteCase(
      "denied", "Donald Trump denied that he had read the letter.",
      content: "he had read the letter", cue: "denied", source: "Donald Trump", .indirect,
      speaker: "Donald Trump", .before),
    QuoteCase(
      "warned of", "Angela Merkel warned of a long winter without gas.",
      content: "a long winter without gas", cue: "warned of", source: "Angela Merkel", .indirect,
      speaker: "Angela Merkel", .before),
    QuoteCase(
      "planned", "Emmanuel Macron plans to tell Donald Trump that the treaty is in danger.",
      content: "the treaty is in danger", cue: "tell", source: "Emmanuel Macron", .indirect,
      speaker: "Emmanuel Macron", .before),
    QuoteCase(
      "a noun", "Reporters heard Angela Merkel’s warning that the harbour would close.",
      content: "the harbour would close", cue: "warning", source: "Angela Merkel",
      .indirect, speaker: "Angela Merkel", .before),
    QuoteCase(
      "to do something", "Donald Trump promised on Monday to build a new harbour.",
      content: "to build a new harbour", cue: "promised", source: "Donald Trump", .indirect,
      speaker: "Donald Trump", .before),
    QuoteCase(
      "someone to do something", "Angela Merkel urged parents to ask for help.",
      content: "parents to ask for help", cue: "urged", source: "Angela Merkel", .indirect,
      speaker: "Angela Merkel", .before),
    QuoteCase(
      "whether", "Angela Merkel asked whether anybody had seen the plan.",
      content: "whether anybody had seen the plan", cue: "asked", source: "Angela Merkel",
      .indirect, speaker: "Angela Merkel", .before),
    QuoteCase(
      "a further cue ends the content",
      "Angela Merkel said that the harbour was safe, but Donald Trump claimed that it leaked.",
      content: "the harbour was safe", cue: "said", source: "Angela Merkel", .indirect,
      speaker: "Angela Merkel", .before),
  ]

  static let mixed = [
    QuoteCase(
      "named", "Emmanuel Macron called the plan “a beginning”.",
      content: "the plan “a beginning”", cue: "called", source: "Emmanuel Macron", .mixed,
      speaker: "Emmanuel Macron", .before),
    QuoteCase(
      "a fragment in the clause",
      "Keir Starmer said that a “real promise” from Washington would be required.",
      content: "a “real promise” from Washington would be required", cue: "said",
      source: "Keir Starmer", .mixed, speaker: "Keir Starmer", .before),
    QuoteCase(
      "a fragment that ends the sentence",
      "Angela Merkel said the harbour “will never be closed again”.",
      content: "the harbour “will never be closed again”", cue: "said", source: "Angela Merkel",
      .mixed, speaker: "Angela Merkel", .before),
  ]

  static let sources = [
    QuoteCase(
      "a pronoun",
      "Angela Merkel came to the harbour on Monday. She said that the water was too high.",
      content: "the water was too high", cue: "said", source: "She", .indirect,
      speaker: "Angela Merkel", .before),
    QuoteCase(
      "a description behind the name",
      "“It is done,” said Ann Lee, the mayor of the town. She left at once.",
      content: "It is done", cue: "said", source: "Ann Lee, the mayor of the town", .direct,
      speaker: "Ann Lee", .after),
    QuoteCase(
      "a description between commas", "Ann Lee, the mayor, said that the bridge was closed.",
      content: "the bridge was closed", cue: "said", source: "Ann Lee, the mayor", .indirect,
      speaker: "Ann Lee", .before),
    QuoteCase(
      "an unnamed source", "A French official close to the talks said the treaty was ready.",
      content: "the treaty was ready", cue: "said",
      source: "A French official close to the talks", .indirect, speaker: "–", .before),
    QuoteCase(
      "a spokesman is not his master",
      "A spokesman for Angela Merkel said that the harbour was closed.",
      content: "the harbour was closed", cue: "said", source: "A spokesman for Angela Merkel",
      .indirect, speaker: "–", .before),
    QuoteCase(
      "a capital speaks", "Beijing said that the ship had left its waters.",
      content: "the ship had left its waters", cue: "said", source: "Beijing", .indirect,
      speaker: "Beijing", .before),
    QuoteCase(
      "a passive", "It was announced on Monday that the harbour would be closed.",
      content: "the harbour would be closed", cue: "announced", source: "", .indirect,
      speaker: "–", .before),
  ]
}
