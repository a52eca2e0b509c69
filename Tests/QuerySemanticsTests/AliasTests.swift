import QuerySemantics
import Testing

@Suite struct AliasTests {

  @Test(arguments: [
    (
      "alias \"the Élysée\" = Emmanuel Macron; quotes by \"the Élysée\"",
      "quotes by Emmanuel Macron"
    ),
    ("alias \"the Élysée\" = Emmanuel Macron; quotes by Elysee", "quotes by Emmanuel Macron"),
    (
      "alias elysee = Emmanuel Macron; quotes where speaker = \"the Elysee\"",
      "quotes by Emmanuel Macron"
    ),
    ("alias Macron = exactly \"Emmanuel Macron\"; quotes by Macron", "quotes by Emmanuel Macron"),
    ("alias a = Trump; alias b = a; quotes by b", "quotes by Trump"),
    ("alias a = Trump; alias b = a; alias a = Emmanuel Macron; quotes by b", "quotes by Trump"),
    ("alias dragon = China; quotes about dragon", "quotes about China"),
    ("alias dragon = China; quotes mentions dragon", "quotes mentions China"),
    ("alias dragon = China; people where name = dragon", "people where name = China"),
    ("alias both = Macron; quotes by both", "quotes by Macron"),
    ("param who = Trump; alias him = $who; quotes by him", "quotes by Trump"),
  ])
  func `a name of the user's own stands for an entity wherever names do`(
    text: String, expected: String
  ) {
    #expect(mistakes(text) == [])
    #expect(query(text) != nil)
    #expect(query(text) == query(expected))
  }

  @Test func `what a name of the user's own resolves to is told`() {
    let definition = "alias \"the Élysée\" = Emmanuel Macron"
    #expect(notices(definition) == ["Emmanuel Macron, 1 mention"])
    #expect(
      notices(definition + "; quotes by \"the Élysée\"") == [
        "the Élysée → Emmanuel Macron, 3 quotes"
      ])
    #expect(
      notices(definition + "; quotes by \"the Elisée\"") == [
        "no speaker is called 'the Elisée'; the nearest: Emmanuel Macron, 3 quotes"
      ])
    #expect(notices("alias both = Macron").first?.hasPrefix("Macron → 2 names") == true)
  }

  @Test func `an alias of someone who is not there lists the nearest`() {
    #expect(
      mistakes("alias x = Macrn") == [
        "Macrn: no person, organization or place of the corpus is called 'Macrn'; "
          + "the nearest: Emmanuel Macron, 1 mention; Brigitte Macron, 0 mentions [unknown-entity]"
      ])
    #expect(
      mistakes("alias \"\" = Trump") == ["\"\": a phrase has at least one word [empty-phrase]"])
  }

  @Test func `a name that stood for something else is told`() {
    #expect(
      notices("alias China = Trump") == [
        "Trump → Donald Trump, 1 mention",
        "'China' no longer stands for China, which exactly \"China\" still names",
      ])
    #expect(notices("alias Trump = \"Donald Trump\"") == ["Donald Trump, 1 mention"])
  }

  @Test func `exactly takes a name and no alias of it`() {
    #expect(bound("alias elysee = Trump; quotes by exactly elysee") == "quotes\nwhere speaker {}")
  }
}
