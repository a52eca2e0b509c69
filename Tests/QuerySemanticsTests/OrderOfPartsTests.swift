import QuerySemantics
import Testing

/// Forms that mean the same.
@Suite struct OrderOfPartsTests {

  @Test(arguments: [
    (
      "quotes by Trump within (documents about China)",
      "quotes where by Trump and within (documents about China)"
    ),
    (
      "quotes about China after/3 days (quotes by Trump)",
      "quotes where about China and after/3 days (quotes by Trump)"
    ),
    ("quotes where first", "quotes where first = yes"),
    ("quotes where not first and last", "quotes where not first = yes and last = yes"),
    ("quotes top 2 per topic by words", "quotes top 2 by words per topic"),
    ("quotes timeline by speaker by week", "quotes timeline by week by speaker"),
  ])
  func `two forms of one question are bound alike`(one: String, other: String) {
    #expect(mistakes(one) == [] && mistakes(other) == [])
    #expect(bound(one) == bound(other))
  }

  @Test(arguments: [
    ("quotes by Trump abuot China", "about"), ("quotes by Trump on China", "about"),
    ("quotes by Trump adn China", "and"), ("quotes by Trump mentoins China", "mentions"),
    ("quotes by Trump within borders", "within (…)"), ("quotes by Trump hwere China", "where"),
  ])
  func `a value that took in a misspelt keyword is told so`(text: String, meant: String) {
    let told = analyses(text).flatMap(\.notices).map(\.message)
    #expect(told.count == 1 && told[0].contains("did you mean '\(meant)' instead of"), "\(told)")
  }

  @Test(arguments: ["quotes by Donald Trump", "quotes by \"Trump abuot China\"", "quotes by Zzyzx"])
  func `other values are not said to hold a keyword`(text: String) {
    #expect(!analyses(text).flatMap(\.notices).contains { $0.message.contains("instead of") })
  }

  @Test(arguments: [
    ("March 2025", "2025-03"), ("24/02/2025", "2025-02-24"), ("24 Feb 2025", "2025-02-24"),
    ("02/24/2025", "2025-02-24"), ("February 24, 2025", "2025-02-24"), ("2025/2/24", "2025-02-24"),
  ])
  func `a date as people write it is answered with the form of the language`(
    text: String, meant: String
  ) {
    let found = mistakes("quotes where date = \"\(text)\"")
    #expect(found.count == 1 && found[0].contains("did you mean \(meant)?"), "\(found)")
  }

  @Test func `a date with two readings is not guessed`() {
    #expect(mistakes("quotes where date = \"03/04/2025\"").allSatisfy { !$0.contains("mean") })
  }

  @Test func `a repetition that ends before it starts is a mistake`() {
    #expect(mistakes("[]{5,2}") == ["[]{5,2}: the range ends before it starts [backward-range]"])
  }
}
