import QuerySemantics
import Testing

@Suite struct LadderTests {

  @Test(arguments: [
    ("quotes by Trump about China", "quotes where speaker = Trump and topic = China"),
    ("quotes by Trump about China", "quotes where speaker = Trump | where topic = China"),
    ("quotes where by Trump and about China", "quotes by Trump about China"),
    ("quotes about Trump", "quotes where topic = Trump"),
    ("quotes about Beijing", "quotes where topic = China"),
    ("quotes mentions Trump", "quotes where mention = Trump"),
    ("documents about China", "documents where topic = China"),
    ("documents by \"Jane Doe\"", "documents where author = \"Jane Doe\""),
    ("(quotes by Trump) where topic = China", "quotes by Trump about China"),
    ("let a = quotes by Trump; a about China", "quotes by Trump about China"),
    ("quotes where speaker = exactly \"Donald Trump\"", "quotes by Trump"),
    ("mentions mentions Trump", "mentions where entity = Trump"),
    ("quotes BY Trump ABOUT China", "quotes where speaker = Trump and topic = China"),
    ("quotes about China by Trump", "quotes where topic = China and speaker = Trump"),
    ("quotes about China mentions Trump", "quotes where topic = China and mention = Trump"),
    ("documents mentions Trump", "documents where mention = Trump"),
    ("quotes since 2025-02", "quotes where since 2025-02"),
    ("quotes since 2025-02", "quotes where date >= 2025-02"),
    ("quotes last 30 days", "quotes where last 30 days"),
    ("quotes by Trump since 2025-02", "quotes where speaker = Trump and date >= 2025-02"),
    (
      "documents by \"Jane Doe\" about China",
      "documents where author = \"Jane Doe\" and topic = China"
    ),
    ("quotes by exactly \"Donald Trump\"", "quotes where speaker = exactly \"Donald Trump\""),
    ("param who = Trump; quotes by $who", "quotes where speaker = Trump"),
    ("define of($who) = quotes by $who; of(Trump)", "quotes where speaker = Trump"),
  ])
  func `two ways to write a query bind to the same tree`(one: String, other: String) {
    #expect(mistakes(one) == [])
    #expect(query(one) != nil)
    #expect(query(one) == query(other))
  }

  @Test(arguments: [
    (
      "sentences about China",
      "sentences\nwhere containing (mentions | where entity {China})"
    ),
    (
      "sentences mentions Macron",
      "sentences\nwhere containing (mentions | where entity {Emmanuel Macron})"
    ),
    ("sentences about taxes", "sentences\nwhere document.topic {taxes}"),
    ("documents about Starmer", "documents\nwhere mention {Keir Starmer}"),
    ("\"red line\" about China", "\"red line\" [1 1]\nwhere document.topic {China}"),
  ])
  func `what a text is about lies in its own region`(text: String, expected: String) {
    #expect(mistakes(text) == [])
    #expect(bound(text) == expected)
  }

  @Test func `a topic of the user's is any of its phrases in the row's own text`() {
    let definition = "define topic \"wealth tax\" as \"wealth tax\" or \"tax on wealth\"; "
    #expect(
      bound(definition + "quotes about \"Wealth Tax\"")
        == "quotes\nwhere (\"wealth tax\" [1 1] or \"tax on wealth\" [1 0 1])")
    #expect(
      bound(definition + "quotes where document.topic = \"wealth tax\"")
        == "quotes\nwhere within (documents | where (\"wealth tax\" [1 1] "
        + "or \"tax on wealth\" [1 0 1]))")
  }

  @Test func `a topic that the user and the corpus both have is either`() {
    #expect(
      bound("define topic taxes as \"wealth tax\"; quotes about taxes")
        == "quotes\nwhere (\"wealth tax\" [1 1] or topic {taxes})")
  }
}
