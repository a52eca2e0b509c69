import QuerySemantics
import Testing

@Suite struct QuantifierTests {

  @Test(arguments: [
    ("documents where some quotes (speaker = Trump)", "some quotes (speaker {Donald Trump})"),
    ("documents where no quotes (kind = direct)", "no quotes (kind {direct})"),
    ("documents where every quotes (kind = direct)", "every quotes (kind {direct})"),
    ("documents where some quotes ()", "some quotes (all)"),
    ("documents where not some quotes ()", "not some quotes (all)"),
    ("quotes where some mentions (entity = China)", "some mentions (entity {China})"),
    ("people where some quotes (cue = say)", "some quotes (cue {say})"),
    ("documents where count of quotes () = 1", "count 1 of quotes (all)"),
    ("documents where count of quotes (kind = direct) >= 3", "count 3.. of quotes (kind {direct})"),
    ("documents where count of quotes () > 3", "count 4.. of quotes (all)"),
    ("documents where count of quotes () < 3", "count ..2 of quotes (all)"),
    ("documents where count of quotes () <= 3", "count ..3 of quotes (all)"),
    ("documents where count of quotes () >= 0", "count .. of quotes (all)"),
    ("documents where count of quotes () != 3", "not count 3 of quotes (all)"),
    ("documents where count of quotes () between 2 and 4", "count 2..4 of quotes (all)"),
    ("documents where count of quotes () = 2..4", "count 2..4 of quotes (all)"),
    (
      "documents where count of quotes () in (1, 3)",
      "(count 1 of quotes (all) or count 3 of quotes (all))"
    ),
    (
      "documents where some quotes (speaker = Trump and some mentions (entity = China))",
      "some quotes ((speaker {Donald Trump} and some mentions (entity {China})))"
    ),
    (
      "documents where some people (name = Trump)",
      "some entities of type person (name {Donald Trump})"
    ),
  ])
  func `a condition on the rows that belong to a row binds`(text: String, expected: String) {
    #expect(mistakes(text) == [])
    let last = bound(text).split(separator: "\n").last.map(String.init)
    #expect(last == "where " + expected)
  }

  @Test(arguments: [
    (
      "documents where some quotes (speeker = Trump)",
      "speeker: no attribute of quotes is named 'speeker'; did you mean 'speaker'? "
        + "[unknown-attribute]"
    ),
    (
      "quotes count by cue where some quotes ()",
      "quotes: no quotes belong to counted groups; ask before the rows are counted "
        + "[unreachable-rows]"
    ),
    (
      "quotes where some families ()",
      "families: no families belong to quotes; they lead to documents, sentences, tokens, quotes, "
        + "mentions, people, organizations, places and entities [unreachable-rows]"
    ),
    (
      "documents where count of quotes () < 0",
      "0: a number of rows is never below 0 [impossible-count]"
    ),
    (
      "documents where count of quotes () between 4 and 2",
      "4 and 2: the range ends before it starts [backward-range]"
    ),
    (
      "param n = many; documents where count of quotes () = $n",
      "$n: 'count of' takes a whole number from 0 on, and 'many' is none [bad-count]"
    ),
  ])
  func `a mistake in such a condition is told at its words`(text: String, expected: String) {
    #expect(mistakes(text) == [expected])
    #expect(analysis(text).statement == nil)
  }

  @Test func `rows that belong to themselves are told`() {
    #expect(
      notices("quotes where some quotes (cue = say)") == [
        "of quotes, the quotes that belong to each are that one alone"
      ])
  }
}
