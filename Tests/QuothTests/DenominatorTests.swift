import Quoth
import Testing

/// A rate prints what it was divided by, under the same filters, as a column and in words.
@Suite struct DenominatorTests {

  private func lines(_ query: String) throws -> [String] { try Asked.press()(query).lines }

  @Test(arguments: [
    (
      "quotes where kind = direct count by outlet per 100 quotes",
      [
        "The Lamp            3       5              60",
        "The Daily Tide      1       2              50",
        "per 100 quotes: of all quotes of each outlet (7 in all)",
      ]
    ),
    (
      "quotes where kind = direct and outlet = \"The Lamp\" | count per 100 quotes",
      ["per 100 quotes: of all quotes in documents with outlet The Lamp (5 in all)"]
    ),
    (
      "\"China\" within quotes | count by outlet per thousand words",
      ["per thousand words: of all words that lie within quotes of each outlet"]
    ),
    (
      "quotes timeline by month per 100 quotes",
      [
        "per 100 quotes: of all quotes of each month (7 in all, 2 of them in none of these "
          + "rows)"
      ]
    ),
    (
      "quotes count by words per 100 quotes",
      ["per 100 quotes: of all quotes of each number of words (7 in all)"]
    ),
    ("quotes count by speaker as share", ["share: of the counts of all groups (7 in all)"]),
    (
      "quotes count by speaker | top 1 by count | as share",
      ["share: of the counts of all groups that are left (3 in all)"]
    ),
    ("quotes summarize share by kind", ["share: of the quotes of all groups (7 in all)"]),
    (
      "let direct = quotes where kind = direct; direct | count by outlet per 100 quotes",
      ["per 100 quotes: of all quotes of each outlet (7 in all)"]
    ),
    (
      "define of($kind) = quotes where kind = $kind; of(direct) | count by outlet per 100 quotes",
      ["per 100 quotes: of all quotes of each outlet (7 in all)"]
    ),
  ])
  func `what a rate is divided by is printed`(query: String, expected: [String]) throws {
    let page = try lines(query)
    for line in expected { #expect(page.contains { $0.hasPrefix(line) }, "\(page)") }
  }

  @Test func `a file that is saved has the denominators, and the page tells what they are`() throws
  {
    let shelf = try Shelf()
    let query = "quotes where kind = direct count by outlet per 100 quotes"
    let page = try shelf.ask()("\(query) | save \"\(shelf.path("rates.csv"))\"")
    #expect(
      try shelf.text("rates.csv").split(whereSeparator: \.isNewline)
        == ["outlet,count,quotes,per 100 quotes", "The Lamp,3,5,60.0", "The Daily Tide,1,2,50.0"])
    #expect(page.lines.last == "per 100 quotes: of all quotes of each outlet (7 in all)")
  }
}
