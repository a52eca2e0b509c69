import Diagnostics
import QuerySyntax
import Testing

/// Relations behind the short ladder, options in any order, and flags that stand alone.
@Suite struct OrderOfPartsTests {

  private func canonical(_ text: String) -> [String] {
    let result = Parser.parse(text)
    #expect(result.diagnostics.isEmpty, "\(text): \(result.diagnostics.map(\.message))")
    return result.script.statements.map(SyntaxPrinter().print)
  }

  @Test(arguments: [
    ("quotes collocates by mi window 4 of word", "quotes | collocates window 4 of word by mi"),
    ("quotes | collocates of word by mi", "quotes | collocates of word by mi"),
    (
      "quotes keywords by ll of word against (documents)",
      "quotes | keywords of word against (documents) by ll"
    ),
    (
      "quotes keywords against (documents) by ll of word",
      "quotes | keywords of word against (documents) by ll"
    ),
    ("quotes top 5 per topic by words", "quotes | top 5 by words per topic"),
    (
      "quotes top 5 per topic by words per 100 quotes",
      "quotes | top 5 by words per topic | per 100 quotes"
    ),
    ("quotes timeline by document.outlet by week", "quotes | timeline by week by document.outlet"),
    ("quotes timeline by month by week", "quotes | timeline by month by week"),
    ("quotes sample 20 seed 7", "quotes | sample 20 seed 7"),
  ])
  func `options stand in any order and are printed in that of the grammar`(
    text: String, printed: String
  ) {
    #expect(canonical(text) == [printed])
    #expect(canonical(printed) == [printed])
  }

  @Test(arguments: [
    "quotes | collocates by mi by ll", "quotes | collocates window 3 window 4",
    "quotes | top 3 by words by words", "quotes | keywords of word of lemma against quotes",
  ])
  func `an option that stands twice is a mistake`(text: String) {
    #expect(Parser.parse(text).diagnostics.map(\.id.rawValue) == ["repeated-option"])
  }

  @Test(arguments: [
    "quotes by Macron within (documents about China)",
    "quotes by Macron about China after/3 days (quotes by Trump)",
    "quotes by Macron near/5 \"border\" where words > 3 | count",
    "quotes by Macron within documents about China", "quotes since 2025 outside [lemma = \"tax\"]",
    "quotes about life after people",
  ])
  func `a relation stands behind the short ladder and is printed there`(text: String) {
    #expect(canonical(text) == [text])
  }

  @Test(arguments: [
    "quotes where first", "quotes where first and not nested is known | count",
    "quotes where not first or (last and speech.first)", "documents where some quotes (first)",
    "families where conflict | limit 3", "quotes where first | count by speaker",
  ])
  func `an attribute alone is a condition and is printed as it was written`(text: String) {
    #expect(canonical(text) == [text])
    #expect(Parser.isComplete(text))
  }

  @Test func `behind an attribute alone a query can go on or end`() {
    let text = "quotes where first "
    let items = Parser.expectations(in: text, at: text.utf8.count).items
    for item in [
      QuerySyntax.Expectation.mark("="), .keyword("and"), .keyword("or"), .keyword("count"),
    ] {
      #expect(items.contains(item))
    }
  }
}
