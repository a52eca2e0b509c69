import QuerySemantics
import Testing

/// Questions that must be one statement each.
@Suite struct QuestionTests {

  @Test(arguments: [
    "quotes where speaker = Macron and topic = China order by date desc",
    "quotes where \"wealth tax\" order by date | top 1 per speaker",
    "quotes similar to \"China will respect weakness\" | top 5",
    "quotes where cue = deny count by speaker",
    "quotes where speaker is missing count by outlet as share",
    "documents where count of quotes () = 1",
    "people where mentions >= 50 and quotes = 0",
    "documents where some quotes (speaker = Trump) and no quotes (speaker = Zelensky)",
    "quotes where topic = immigration | timeline by week by speaker per 100 quotes | chart line",
    "\"migrants\" outside quotes | collocates window 5 by logdice",
    "[pos=\"ADJ\"] [word=\"migrants\"] within quotes | count by match",
    "compare (quotes by Macron) with (quotes by Trump) on cues",
    "quotes where speaker = Trump | to documents | to quotes where speaker != Trump "
      + "| count by speaker",
    "documents where date in 2025 | pairs of speakers per document | top 20",
    "\"we\" within (quotes where speaker.roles = minister) | kwic 8 order by right 1",
    "quotes where kind = mixed and words <= 3 | count by outlet per 100 quotes",
    "quotes where speaker = Macron | sample 20 seed 7",
  ])
  func `a question of the contract binds`(text: String) {
    #expect(mistakes(text) == [])
    #expect(query(text) != nil)
  }

  @Test(arguments: [
    // Who reacted to a statement within three days.
    "quotes where speaker != Trump and after/3 days (quotes by Trump where \"strength\") "
      + "| count by speaker",
    // The share of quotes held by the five most-quoted, by topic.
    "quotes count by topic, speaker | top 5 by count per topic "
      + "| summarize held = sum(count) by topic | per 100 quotes",
    // Outlets that quote a leader directly against those that paraphrase.
    "compare (quotes by Macron where kind = direct) with "
      + "(quotes by Macron where kind != direct) on outlets",
    // Quotes inside quotes.
    "quotes where nested is known | select speaker, text, nested.speaker as inside",
    // Speakers quoted in at least three months.
    "quotes where speaker is known | count by speaker, month "
      + "| summarize months = count by speaker | where months >= 3",
    // Adjectives before a noun inside quotes against outside.
    "compare (tokens where pos = ADJ and before/0 ([pos = \"NOUN\"]) and within quotes) with "
      + "(tokens where pos = ADJ and before/0 ([pos = \"NOUN\"]) and outside quotes) on words",
    // The first and the last word in documents on a topic.
    "tokens where topic = China and pos != PUNCT | summarize first(word), last(word) by document",
    // Documents quoting only one of two speakers.
    "documents where some quotes (speaker = Trump) and no quotes (speaker = Macron) "
      + "or some quotes (speaker = Macron) and no quotes (speaker = Trump)",
    // Numbers quoted near a word.
    "[pos = \"NUM\"] where within quotes and near/5 \"tax\" | kwic",
  ])
  func `a harder question is one statement too`(text: String) {
    #expect(mistakes(text) == [])
    #expect(query(text) != nil)
  }

  @Test func `a named query keeps its rate, its comparison and its sets`() throws {
    for text in [
      "quotes where date in 2025 | count by outlet per 100 quotes",
      "compare (quotes by Trump) with (quotes where cue = say) on cues",
      "quotes union (quotes by Trump) | keywords against (documents where topic = China)",
      "documents where some quotes (speaker = Trump)",
    ] {
      let named = try #require(query("let a = \(text); a limit 3"))
      #expect(named == query(text + " | limit 3"))
    }
  }
}
