import Foundation
import QuerySyntax
import TestSupport
import Testing

/// The questions that the language was made for are statements of the examples, whose outputs are
/// read by people and compared on each run.
@Suite struct QuestionTests {

  /// The queries of all examples as the printer writes them.
  private static let examples: Set<String> = {
    let printed = Repository.files(in: "examples", suffix: ".quoth").flatMap { script in
      let text = (try? String(contentsOf: script, encoding: .utf8)) ?? ""
      return Parser.parse(text).script.statements.map { SyntaxPrinter().print($0) }
    }
    return Set(printed)
  }()

  @Test(arguments: [
    "quotes where speaker = Macron and topic = China order by date desc",
    #"quotes where "wealth tax" order by date | top 1 per speaker"#,
    #"quotes similar to "China will respect weakness" | top 5"#,
    "quotes where cue = deny count by speaker",
    "quotes where speaker is missing count by outlet as share",
    "documents where count of quotes () = 1",
    "people where mentions >= 50 and quotes = 0",
    "documents where some quotes (speaker = Trump) and no quotes (speaker = Zelensky)",
    """
    quotes where topic = immigration | timeline by week by speaker per 100 quotes | chart line
    """,
    #""migrants" outside quotes | collocates window 5 by logdice"#,
    #"[pos="ADJ"] [word="migrants"] within quotes | count by match"#,
    "compare (quotes by Macron) with (quotes by Trump) on cues",
    """
    quotes where speaker = Trump | to documents | to quotes where speaker != Trump
      | count by speaker
    """,
    "documents where date in 2025 | pairs of speakers per document | top 20",
    #""we" within (quotes where speaker.roles = minister) | kwic 8 order by right 1"#,
    "quotes where kind = mixed and words <= 3 | count by outlet per 100 quotes",
    "families where outlets >= 3 and speakers >= 2",
    "quotes where speaker = Macron | sample 20 seed 7",
  ])
  func `a question of the contract is one statement of an example`(question: String) {
    expectExample(question)
  }

  @Test(arguments: [
    // Who reacted to a statement within three days.
    """
    quotes about China
      where speaker != Macron and after/3 days (quotes by Macron about China)
      | select date, speaker, text
    """,
    // The share of quotes held by the five most quoted, by topic.
    """
    quotes
      where speaker is known
      | count by topic, speaker
      | top 5 by count per topic
      | summarize held = sum(count) by topic
      | where topic in (Ukraine, Russia, China, Europe)
      | per 100 quotes
    """,
    // Outlets that quote a leader directly against those that paraphrase.
    """
    compare (quotes by Macron where kind = direct)
      with (quotes by Macron where kind = indirect) on outlets
    """,
    // Quotes inside quotes.
    "quotes where nested is known | select speaker, text, nested.speaker as inside",
    // Speakers quoted in at least three months.
    """
    quotes
      where speaker is known
      | summarize months = distinct(month), quotes = count by speaker
      | where months >= 3
      | order by quotes desc
    """,
    // Adjectives before a noun inside quotes against outside.
    """
    compare (tokens where pos = ADJ and before/0 [pos = "NOUN"] and within quotes)
      with (tokens where pos = ADJ and before/0 [pos = "NOUN"] and outside quotes) on words
      | limit 10
    """,
    // The first and the last word in documents on a topic.
    "quotes where document.topic = Ukraine and (first = true or last = true) | count by first, speaker | limit 8",
    // Documents quoting only one of two speakers.
    """
    documents
      where (some quotes (speaker = Trump) and no quotes (speaker = Zelensky))
        or (some quotes (speaker = Zelensky) and no quotes (speaker = Trump))
      | select date, title
    """,
    // Numbers quoted near a word.
    """
    ([pos = "NUM"] within quotes) near/3 [lemma = "billion|percent|euro|dollar"] | kwic 5
    """,
  ])
  func `a question of researchers is one statement of an example`(question: String) {
    expectExample(question)
  }

  private func expectExample(_ question: String) {
    let parsed = Parser.parse(question)
    #expect(parsed.diagnostics.isEmpty)
    let printed = parsed.script.statements.map { SyntaxPrinter().print($0) }
    #expect(printed.count == 1 && Self.examples.isSuperset(of: printed), "\(printed)")
  }
}
