import Diagnostics
import QuerySemantics
import QuerySyntax
import Testing

@Suite struct MistakeTests {

  @Test(arguments: [
    (
      "quotes where speeker = Trump",
      "speeker: no attribute of quotes is named 'speeker'; did you mean 'speaker'? "
        + "[unknown-attribute]"
    ),
    (
      "quotes where outlett = Trump",
      "outlett: no attribute of quotes is named 'outlett'; did you mean 'outlet'? "
        + "[unknown-attribute]"
    ),
    (
      "documents where speaker = Trump",
      "speaker: no attribute of documents is named 'speaker'; it is an attribute of quotes "
        + "[unknown-attribute]"
    ),
    (
      "quotes where speaker.nmae = Trump",
      "nmae: no attribute of entities is named 'nmae'; did you mean 'name'? [unknown-attribute]"
    ),
    (
      "values of speakr",
      "speakr: no row has an attribute named 'speakr'; did you mean 'speaker'? "
        + "[unknown-attribute]"
    ),
    (
      "qoutez where cue = say",
      "qoutez: no kind of row, and no query, is named 'qoutez'; did you mean 'quotes'? "
        + "[unknown-source]"
    ),
    (
      "quotes count by cue | where speaker = x",
      "speaker: no column of the result is headed 'speaker'; there are cue and count "
        + "[unknown-column]"
    ),
    (
      "quotes where date = 5",
      "5: 'date' is a date; '5' is not one: write 2025-02-24, 2025-02 or 2025 [not-a-date]"
    ),
    (
      "quotes where date > yesterday",
      "yesterday: 'date' is a date; 'yesterday' is not one: "
        + "write 2025-02-24, 2025-02 or 2025 [not-a-date]"
    ),
    (
      "quotes where date = \"2025-02-30\"",
      "\"2025-02-30\": the calendar has no '2025-02-30' [no-such-day]"
    ),
    (
      "quotes where weekday = someday",
      "someday: 'weekday' is a day of the week; 'someday' is not one: "
        + "write Monday to Sunday [not-a-weekday]"
    ),
    (
      "quotes where words > many",
      "many: 'words' is a number; 'many' is not one: write one like 30 [not-a-number]"
    ),
    (
      "quotes where first = perhaps",
      "perhaps: 'first' is yes or no; 'perhaps' is neither [not-yes-or-no]"
    ),
    (
      "quotes where kind = driect",
      "driect: 'kind' is never 'driect'; did you mean 'direct'? [unknown-category]"
    ),
    (
      "quotes where kind = spoken",
      "spoken: 'kind' is never 'spoken'; it is direct, indirect or mixed [unknown-category]"
    ),
    (
      "documents where cues = say",
      "cues: no attribute of documents is named 'cues' [unknown-attribute]"
    ),
    (
      "documents where mentions = China",
      "mentions: no attribute of documents is named 'mentions'; did you mean 'mention'? "
        + "[unknown-attribute]"
    ),
    (
      "quotes where month = February",
      "February: 'month' is a month of a year; 'February' is not one: write 2025-02 [not-a-date]"
    ),
    (
      "quotes where speaker > Trump",
      "speaker: 'speaker' is one of the entities, and such values have no order; "
        + "compare with = or != [unordered-values]"
    ),
    (
      "quotes where cue between a and b",
      "cue: 'cue' is a name, and such values have no order; compare with = or != "
        + "[unordered-values]"
    ),
    (
      "quotes where text = strength",
      "strength: 'text' is running text, which equals nothing short; "
        + "write text contains \"strength\" [compared-text]"
    ),
    (
      "quotes where words contains \"a\"",
      "words: 'contains' looks into text, and 'words' is a whole number; compare it with = "
        + "[no-search]"
    ),
    (
      "quotes where title matches /(a/",
      "(: the group that opens here is not closed; write \\( for the mark itself [invalid-regex]"
    ),
    (
      "people where \"red line\"",
      "\"red line\": a phrase alone looks into the text of a row, and people have none [no-text]"
    ),
    (
      "people where within quotes",
      "within quotes: 'within' compares stretches of text, and people are none "
        + "[not-in-the-text]"
    ),
    (
      "people since 2025", "since 2025: people have no date [no-date]"
    ),
    (
      "people about China",
      "about China: 'about' is asked of texts and quotes, not of people [no-such-relation]"
    ),
    (
      "quotes where words.size = 3",
      "size: 'words' is a whole number, and has no parts [no-parts]"
    ),
    (
      "quotes where date.hour = 3",
      "hour: a date has no 'hour'; it has year, quarter, month, week, day and weekday "
        + "[unknown-date-part]"
    ),
    (
      "quotes where speaker = all (Trump, Starmer)",
      "speaker: a row has one 'speaker', which cannot be all of several; "
        + "write 'speaker in (…)' for any of them [all-of-one]"
    ),
    (
      "quotes where words between 5 and 2",
      "5 and 2: the range ends before it starts [backward-range]"
    ),
    (
      "quotes where nested = x",
      "x: quotes have no name to compare 'nested' with; ask for an attribute of them, "
        + "or whether it 'is known' [no-name]"
    ),
    (
      "quotes where \"\"", "\"\": a phrase has at least one word [empty-phrase]"
    ),
    (
      "quotes where speaker = $who",
      "$who: the parameter '$who' has no value; give one with --param who=…, "
        + "or a default with 'param who = …' [missing-parameter]"
    ),
  ])
  func `a mistake in a condition is told at its words`(text: String, expected: String) {
    #expect(mistakes(text) == [expected])
    #expect(analysis(text).statement == nil)
  }

  @Test(arguments: [
    (
      "quotes order by topic",
      "topic: a row can have several 'topic', which give it no one place in an order "
        + "[order-by-many]"
    ),
    (
      "quotes top 3 by speaker",
      "speaker: 'top' goes by a number or a date, and 'speaker' is one of the entities "
        + "[top-by-unordered]"
    ),
    ("quotes limit 0", "0: 'limit' takes a whole number from 1 on, and '0' is none [bad-count]"),
    ("quotes top 0", "0: 'top' takes a whole number from 1 on, and '0' is none [bad-count]"),
    (
      "quotes sample 0", "0: 'sample' takes a whole number from 1 on, and '0' is none [bad-count]"
    ),
    (
      "quotes select cue, words as cue",
      "cue: two columns would be headed 'cue'; name one with 'as' [repeated-heading]"
    ),
    (
      "quotes count by cue, cue",
      "cue: two columns would be headed 'cue'; name one with 'as' [repeated-heading]"
    ),
    ("people timeline by week", "timeline by week: people have no date [no-date]"),
    (
      "quotes count by cue | to documents",
      "documents: counted groups lead to no other rows; write 'to documents' before 'count' "
        + "[cannot-move]"
    ),
    (
      "people kwic",
      "kwic: 'kwic' shows stretches of text in their surroundings, and people are none "
        + "[no-concordance]"
    ),
    (
      "quotes save \"out.doc\"",
      "\"out.doc\": the ending of a file names its format, and 'out.doc' has none that is known: "
        + "write .csv, .tsv, .json, .jsonl, .md, .html, .svg or .gexf [unknown-ending]"
    ),
    (
      "values of quotes.text",
      "text: 'text' is running text, and its values are as many as the rows [no-listing]"
    ),
    (
      "let people = quotes",
      "people: 'people' is a kind of row, and no name for a query [reserved-name]"
    ),
  ])
  func `a mistake in a step is told at its words`(text: String, expected: String) {
    #expect(mistakes(text) == [expected])
    #expect(analysis(text).statement == nil)
  }

  @Test func `a statement reports every mistake that it has`() {
    let found = mistakes("quotes where speeker = Trump and words > many order by topic | limit 0")
    #expect(found.count == 4)
  }

  @Test func `a query that was not bound makes no second mistake where it is used`() {
    #expect(mistakes("let a = quotes where speeker = x; a limit 3; a count").count == 1)
  }

  @Test func `what the parser could not read makes no second mistake`() {
    let text = "quotes where speaker = "
    #expect(analyses(text).flatMap(\.diagnostics) == [])
    #expect(analysis(text).statement == nil)
  }

  @Test func `the repair of a misspelt attribute is offered and reads well`() throws {
    let text = "quotes where speeker = Trump"
    let fix = try #require(analysis(text).diagnostics.first?.fixIt)
    let bytes = Array(text.utf8)
    let mended =
      String(decoding: bytes[..<fix.range.start], as: UTF8.self) + fix.replacement
      + String(decoding: bytes[fix.range.end...], as: UTF8.self)
    #expect(mended == "quotes where speaker = Trump")
  }
}
