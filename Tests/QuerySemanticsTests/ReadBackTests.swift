import QuerySemantics
import Testing

@Suite struct ReadBackTests {

  @Test(arguments: [
    (
      "quotes by Trump about China",
      "Quotes whose speaker is Donald Trump (2 quotes) and whose topic is China (2 quotes), "
        + "in all 4 documents. In the order of the corpus."
    ),
    (
      "people where mentions >= 2 and quotes = 0",
      "People whose mentions are 2 or more and whose quotes are 0, in all 4 documents. "
        + "In the order of the corpus."
    ),
    (
      "documents since 2025-02 | order by date desc | limit 3",
      "Documents whose date is 2025-02-01 or later, in all 4 documents. "
        + "Ordered by date, the latest first. Only the first 3."
    ),
    (
      "\"red line\" outside quotes | kwic 5",
      "Places where \"red line\" stands outside quotes, in all 4 documents. "
        + "Each shown with 5 words on each side. In the order of the corpus."
    ),
    (
      "quotes where speaker is missing or not cue = say | count by cue",
      "Quotes either without a known speaker or whose cue is not say (4 quotes), "
        + "in all 4 documents. Counted by cue."
    ),
    (
      "quotes where speaker = Nobody",
      "Quotes whose speaker is a value that is not in the corpus, in all 4 documents. "
        + "In the order of the corpus."
    ),
    (
      "sentences where \"red line\" and within (quotes where kind = direct) sample 2",
      "Sentences that hold the phrase \"red line\" and that lie within quotes whose kind is "
        + "direct (3 quotes), in all 4 documents. 2 of them drawn at random with seed 1. "
        + "In the order of the corpus."
    ),
    (
      "quotes where speaker in (Trump, Macron) count",
      "Quotes whose speaker is Emmanuel Macron (3 quotes), Donald Trump (2 quotes) or "
        + "Brigitte Macron (1 quote), in all 4 documents. Counted."
    ),
    (
      "quotes timeline by week",
      "Quotes, in all 4 documents. Counted by week of date, empty weeks too."
    ),
  ])
  func `a query is read back in plain English`(text: String, expected: String) {
    #expect(query(text).map { ReadBack(fixture).text(of: $0) } == expected)
  }
}
