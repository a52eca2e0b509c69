import CorpusStore
import QuerySemantics
import Testing

@Suite struct RateTests {

  @Test(arguments: [
    (
      "quotes where kind = indirect | count by outlet per 100 quotes",
      "per 100 quotes = 100 * #2 / quotes of (quotes | count by document.outlet as outlet) at #1"
    ),
    (
      "quotes where kind = indirect and date in 2025 | count by outlet per 100 quotes",
      "per 100 quotes = 100 * #2 / quotes of (quotes | where document.date 2025-01-01..2025-12-31 "
        + "| count by document.outlet as outlet) at #1"
    ),
    (
      "quotes where date in 2025 or kind = direct | count by kind per quotes",
      "per quote = 1 * #2 / quotes of (quotes | count by kind) at #1"
    ),
    (
      "quotes where (date in 2025 or outlet = \"The Courier\") and speaker = Trump "
        + "| count by cue per 100 documents",
      "per 100 documents = 100 * #2 / documents of (documents "
        + "| where (date 2025-01-01..2025-12-31 or outlet {The Courier}) | count)"
    ),
    (
      "quotes where outlet != \"The Courier\" | count by month per thousand words",
      "per thousand words = 1000 * #2 / words of (documents | where not outlet {The Courier} "
        + "| summarize words = sum(words) by date:month as month) at #1"
    ),
    (
      "\"red line\" | count | per million words",
      "per million words = 1000000 * #1 / words of (documents | summarize words = sum(words))"
    ),
    (
      "\"red line\" where since 2025-02 | count | per million words",
      "per million words = 1000000 * #1 / words of (documents | where date 2025-02-01.. "
        + "| summarize words = sum(words))"
    ),
    (
      "\"red line\" within (quotes where kind = direct) | count by outlet per million words",
      "per million words = 1000000 * #2 / words of (tokens | where within (quotes | where kind "
        + "{direct}) | where not pos {PUNCT} | count by document.outlet as outlet) at #1"
    ),
    (
      "\"red line\" outside quotes | where date in 2025 | count | per million words",
      "per million words = 1000000 * #1 / words of (tokens | where not within quotes "
        + "| where document.date 2025-01-01..2025-12-31 | where not pos {PUNCT} | count)"
    ),
    (
      "\"red line\" within (documents where date in 2025) | count | per million tokens",
      "per million tokens = 1000000 * #1 / tokens of (tokens | where within (documents "
        + "| where date 2025-01-01..2025-12-31) | count)"
    ),
    (
      "\"red line\" within (quotes where outlet = \"The Courier\") | count | per 10 quotes",
      "per 10 quotes = 10 * #1 / quotes of (quotes | where document.outlet {The Courier} | count)"
    ),
    (
      "documents where topic = China and outlet = \"The Courier\" | count by month per 100 documents",
      "per 100 documents = 100 * #2 / documents of (documents | where outlet {The Courier} "
        + "| count by date:month as month) at #1"
    ),
    (
      "documents where topic = China | to quotes | count by speaker, outlet per 100 sentences",
      "per 100 sentences = 100 * #3 / sentences of (sentences | where document.topic {China} "
        + "| count by document.outlet as outlet) at #2"
    ),
    (
      "quotes where topic = China | timeline by week by speaker per 100 quotes",
      "per 100 quotes = 100 * #3 / quotes of (quotes | count by document.date:week as week, "
        + "speaker) at #1, #2"
    ),
    (
      "quotes timeline by month per 100 documents",
      "per 100 documents = 100 * #2 / documents of (documents | count by date:month as month) at #1"
    ),
    (
      "quotes where date in 2025 | count by speaker per 100 people",
      "per 100 people = 100 * #2 / people of (documents | where date 2025-01-01..2025-12-31 "
        + "| to entities of type person | count)"
    ),
    (
      "people where quotes = 0 | count by type per 100 people",
      "per 100 people = 100 * #2 / people of (entities | where type {person} | count by type) at #1"
    ),
    (
      "\"red line\" count by document per thousand words",
      "per thousand words = 1000 * #2 / words of (tokens | where not pos {PUNCT} "
        + "| count by document) at #1"
    ),
    (
      "quotes where document = \"Strength\" | count | per thousand words",
      "per thousand words = 1000 * #1 / words of (documents | where id {d2} "
        + "| summarize words = sum(words))"
    ),
  ])
  func `a count is divided by all that stands in the same documents`(
    text: String, expected: String
  ) {
    #expect(mistakes(text) == [])
    let last = bound(text).split(separator: "\n").last.map(String.init)
    #expect(last == expected)
  }

  private static let rate = "per 100 quotes = 100 * "
  private static let ofTopic = " / quotes of (quotes | count by topic) at "

  @Test(arguments: [
    ("quotes count by topic | where count > 1 | order by count desc | limit 3", "#2", "#1"),
    ("quotes count by topic | select topic, count | top 2 by count", "#2", "#1"),
    ("quotes summarize w = sum(words), n = count by topic", "#3", "#1"),
    (
      "quotes count by topic, speaker | top 5 by count per topic "
        + "| summarize held = sum(count) by topic", "#2", "#1"
    ),
    ("(quotes count by topic) | limit 5", "#2", "#1"),
    ("let a = quotes count by topic; a where count > 1", "#2", "#1"),
    ("quotes count by topic, speaker | count by topic", "#2", "#1"),
    ("quotes summarize distinct(speaker) by topic", "#2", "#1"),
    ("quotes count by topic | per 100 documents", "#2", "#1"),
  ])
  func `steps between a count and its rate change nothing`(
    text: String, number: String, keys: String
  ) {
    let text = text + " | per 100 quotes"
    #expect(mistakes(text) == [])
    let last = bound(text).split(separator: "\n").last.map(String.init)
    #expect(last == Self.rate + number + Self.ofTopic + keys)
  }

  private func rate(_ text: String) -> BoundRate? {
    for case .rate(let rate) in query(text)?.steps ?? [] { return rate }
    return nil
  }

  @Test(arguments: [
    (
      "quotes where date in 2025 | count by outlet per 100 quotes",
      "all quotes of each outlet in documents with date from 2025-01-01 to 2025-12-31"
    ),
    ("quotes count by outlet per 100 quotes", "all quotes of each outlet"),
    (
      "documents where date in 2025 and outlet = \"The Courier\" | count per 100 documents",
      "all documents with date from 2025-01-01 to 2025-12-31 and with outlet The Courier"
    ),
    (
      "\"red line\" outside quotes | count by month per million words",
      "all words that lie outside quotes of each month"
    ),
    ("quotes count by cue as share", "the counts of all groups"),
    (
      "quotes count by cue | top 3 by count | as share", "the counts of all groups that are left"
    ),
    (
      "quotes count by topic as share",
      "the counts of all groups, in which a row with several values counts for each"
    ),
  ])
  func `what counts are divided by is said in words`(text: String, expected: String) {
    #expect(mistakes(text) == [])
    #expect(rate(text)?.meaning == expected)
  }

  @Test func `keys that the denominator has not are told`() {
    #expect(
      notices("quotes count by speaker, outlet, cue per 100 documents") == [
        "documents have no 'speaker' and 'cue': rows that differ in nothing else are divided by "
          + "the same number"
      ])
    #expect(notices("quotes count by outlet per 100 documents") == [])
  }

  @Test func `a rate adds its denominator and itself as columns`() {
    let text = "quotes count by outlet per 100 quotes | per million words"
    #expect(mistakes(text) == [])
    #expect(
      query(text)?.rowType
        == .groups([
          GroupColumn(name: "outlet", type: .name), GroupColumn(name: "count", type: .integer),
          GroupColumn(name: "quotes", type: .integer),
          GroupColumn(name: "per 100 quotes", type: .decimal),
          GroupColumn(name: "words", type: .integer),
          GroupColumn(name: "per million words", type: .decimal),
        ]))
    #expect(rate("quotes count by words per 10 words")?.denominatorName == "all_words")
  }
}
