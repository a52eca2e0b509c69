import QuerySemantics
import Testing

@Suite struct BoundPredicateTests {

  @Test(arguments: [
    ("quotes", "quotes"),
    ("quotes where speaker = Trump", "quotes\nwhere speaker {Donald Trump}"),
    ("quotes where speaker != Trump", "quotes\nwhere not speaker {Donald Trump}"),
    ("quotes where not speaker = Trump", "quotes\nwhere not speaker {Donald Trump}"),
    ("quotes where not not speaker = Trump", "quotes\nwhere speaker {Donald Trump}"),
    (
      "quotes where speaker in (Trump, \"emmanuel macron\")",
      "quotes\nwhere speaker {Emmanuel Macron, Donald Trump}"
    ),
    ("quotes where speaker is missing", "quotes\nwhere speaker missing"),
    ("quotes where speaker is known", "quotes\nwhere not speaker missing"),
    ("quotes where words > 3", "quotes\nwhere words 4.."),
    ("quotes where words <= 3", "quotes\nwhere words ..3"),
    ("quotes where words != 3", "quotes\nwhere not words 3"),
    ("quotes where words = 2.5", "quotes\nwhere none"),
    ("quotes where words between 2 and 4", "quotes\nwhere words 2..4"),
    ("quotes where words in 2..4", "quotes\nwhere words 2..4"),
    ("quotes where first = yes", "quotes\nwhere first 1"),
    ("quotes where first != true", "quotes\nwhere not first 1"),
    ("quotes where kind = Direct", "quotes\nwhere kind {direct}"),
    ("quotes where kind = mixed", "quotes\nwhere kind {}"),
    ("quotes where topic = all (China, taxes)", "quotes\nwhere (topic {China} and topic {taxes})"),
    ("quotes where topic != China", "quotes\nwhere not topic {China}"),
    (
      "quotes where cue = say or words > 5",
      "quotes\nwhere (cue {say} or words 6..)"
    ),
    (
      "quotes where cue = say and kind = direct",
      "quotes\nwhere cue {say}\nwhere kind {direct}"
    ),
    ("quotes where \"red line\"", "quotes\nwhere \"red line\" [1 1]"),
    ("quotes where \"Red l*\"", "quotes\nwhere \"Red l*\" [1 1]"),
    ("quotes where \"?e?\"", "quotes\nwhere \"?e?\" [1]"),
    ("quotes where text contains \"RED\"", "quotes\nwhere text contains \"red\""),
    ("quotes where title contains \"line\"", "quotes\nwhere document.title contains \"line\""),
    ("documents where title matches /^a.*line$/", "documents\nwhere title matches a tree of 9"),
    (
      "\"red line\" outside quotes", "\"red line\" [1 1] outside quotes"
    ),
    (
      "sentences where outside (quotes where kind = direct)",
      "sentences\nwhere not within (quotes | where kind {direct})"
    ),
    (
      "sentences where not within (quotes where kind = direct)",
      "sentences\nwhere not within (quotes | where kind {direct})"
    ),
  ])
  func `a condition binds to one simple form`(text: String, expected: String) {
    #expect(mistakes(text) == [])
    #expect(bound(text) == expected)
  }

  @Test(arguments: [
    ("date = 2025-02-24", "date 2025-02-24"),
    ("date = 2025-02", "date 2025-02-01..2025-02-28"),
    ("date in 2025", "date 2025-01-01..2025-12-31"),
    ("date > 2025-02", "date 2025-03-01.."),
    ("date >= 2025-02", "date 2025-02-01.."),
    ("date < 2025-02", "date ..2025-01-31"),
    ("date <= 2024-02", "date ..2024-02-29"),
    ("date between 2025-02 and 2025-03", "date 2025-02-01..2025-03-31"),
    ("date in 2025-02-01..2025-02-24", "date 2025-02-01..2025-02-24"),
    ("date = \"2025-02-24\"", "date 2025-02-24"),
    ("date = \"2025-Q1\"", "date 2025-01-01..2025-03-31"),
    ("month = 2025-02", "date:month 2025-02-01..2025-02-28"),
    ("year >= 2025", "date:year 2025-01-01.."),
    ("date.week = \"2025-W09\"", "date:week 2025-02-24..2025-03-02"),
    ("weekday = Mon", "date:weekday contains \"monday\""),
    ("since 2025-02", "date 2025-02-01.."),
    ("last 1 day", "date 2025-03-03"),
    ("last 7 days", "date 2025-02-25..2025-03-03"),
    ("last 1 month", "date 2025-02-04..2025-03-03"),
    ("last 2 years", "date 2023-03-04..2025-03-03"),
  ])
  func `a date is a range of days`(condition: String, expected: String) {
    let text = "documents where " + condition
    #expect(mistakes(text) == [])
    #expect(bound(text) == "documents\nwhere " + expected)
    #expect(
      notices(text) == [
        "1 document without a date: no condition on dates holds for it, and no timeline has it"
      ])
  }

  @Test(arguments: [
    ("quotes where outlet = \"the courier\"", "document.outlet {The Courier}"),
    ("quotes where document.outlet = \"The Courier\"", "document.outlet {The Courier}"),
    ("quotes where date = 2025-02-24", "document.date 2025-02-24"),
    ("quotes where document.date.year = 2025", "document.date:year 2025-01-01..2025-12-31"),
    ("quotes where speaker.roles = \"french president\"", "speaker.roles {French president}"),
    ("quotes where speaker.name = Macron", "speaker.name {Emmanuel Macron, Brigitte Macron}"),
    ("quotes where nested.cue = say", "nested.cue {say}"),
    ("quotes where nested.outlet = \"The Courier\"", "nested.document.outlet {The Courier}"),
    ("\"red line\" where outlet = \"Morning Post\"", "document.outlet {Morning Post}"),
    ("\"red line\" where match contains \"red\"", "own text contains \"red\""),
    ("sentences where topic = China", "document.topic {China}"),
    ("quotes where document = \"Strength\"", "document {Strength}"),
  ])
  func `a path leads through references and the document`(text: String, expected: String) {
    #expect(mistakes(text) == [])
    #expect(bound(text).split(separator: "\n").last.map(String.init) == "where " + expected)
  }
}
