import QuerySemantics
import Testing

@Suite struct RelationTests {

  @Test(arguments: [
    ("quotes within sentences", "quotes within sentences"),
    ("quotes containing \"tax\"", "quotes containing \"tax\" [1]"),
    ("quotes overlapping sentences", "quotes overlapping sentences"),
    ("quotes before mentions", "quotes before mentions"),
    ("quotes after mentions", "quotes after mentions"),
    ("quotes before/5 mentions", "quotes before/5 mentions"),
    ("quotes after/0 mentions", "quotes after/0 mentions"),
    ("quotes near/5 mentions", "quotes near/5 mentions"),
    ("quotes near/0 mentions", "quotes near/0 mentions"),
    ("\"red\" then/2 \"line\"", "\"red\" [1] before/2 \"line\" [1]"),
    ("quotes near/sentence mentions", "quotes near/sentence mentions"),
    ("quotes near/paragraph mentions", "quotes near/paragraph mentions"),
    ("quotes near/document mentions", "quotes near/document mentions"),
    (
      "quotes after/3 days (quotes by Trump)",
      "quotes after/3 days (quotes | where speaker {Donald Trump})"
    ),
    ("quotes after/1 day quotes", "quotes after/1 day quotes"),
    ("quotes near/2 weeks quotes", "quotes near/14 days quotes"),
    ("quotes near/2 months quotes", "quotes near/60 days quotes"),
    ("quotes near/1 year quotes", "quotes near/365 days quotes"),
    ("quotes where near/5 \"tax\"", "quotes\nwhere near/5 \"tax\" [1]"),
    ("quotes where outside sentences", "quotes\nwhere not within sentences"),
    ("quotes where not outside sentences", "quotes\nwhere within sentences"),
    ("quotes where after/3 days quotes", "quotes\nwhere after/3 days quotes"),
    ("param n = 3; quotes near/$n mentions", "quotes near/3 mentions"),
    (
      "quotes where \"wealth\" near/5 \"tax\"",
      "quotes\nwhere \"wealth\" [1] near/5 \"tax\" [1]"
    ),
    (
      "quotes where \"wealth\" then/0 \"tax\"",
      "quotes\nwhere \"wealth\" [1] before/0 \"tax\" [1]"
    ),
    (
      "quotes where \"need\" near/5 \"wealth\" then/2 [pos = \"PUNCT\"]",
      "quotes\nwhere (\"need\" [1] near/5 \"wealth\" [1]) before/2 pattern [pos {PUNCT}]"
    ),
    (
      "quotes where not \"wealth\" near/sentence \"tax\"",
      "quotes\nwhere not \"wealth\" [1] near/sentence \"tax\" [1]"
    ),
  ])
  func `a relation binds with its reach`(text: String, expected: String) {
    #expect(mistakes(text) == [])
    #expect(bound(text) == expected)
  }

  @Test(arguments: [
    (
      "quotes within people",
      "people: 'within' compares stretches of text, and entities are none [not-in-the-text]"
    ),
    (
      "people near/3 days quotes",
      "people: 'near' compares stretches of text, and entities are none [not-in-the-text]"
    ),
    (
      "quotes near/$n quotes",
      "$n: 'near' takes a whole number from 0 on, and 'x' is none [bad-count]"
    ),
    (
      "people where \"a\" near/5 \"b\"",
      "\"a\" near/5 \"b\": a phrase alone looks into the text of a row, and people have none "
        + "[no-text]"
    ),
  ])
  func `a mistake in a relation is told at its words`(text: String, expected: String) {
    #expect(mistakes(text, given: ["n": "x"]) == [expected])
  }

  @Test func `what days a relation counts is told where periods differ in length`() {
    let undated =
      "1 document without a date: no condition on dates holds for it, and no timeline has it"
    #expect(notices("quotes near/2 months quotes") == ["a month counts as 30 days here", undated])
    #expect(notices("quotes near/1 year quotes") == ["a year counts as 365 days here", undated])
    #expect(notices("quotes near/2 weeks quotes") == [undated])
    #expect(notices("quotes near/5 mentions") == [])
  }
}
