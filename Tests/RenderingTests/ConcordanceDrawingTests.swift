import QueryExecution
import Rendering
import Testing

@Suite struct ConcordanceDrawingTests {

  private let sample = table(
    ["left", "match", "right", "document", "date"],
    [
      ["they said that such", "weakness", "would only embolden others.", "A visit", "2025-02-24"],
      ["“", "Weakness", ", she said", "Talks", .missing],
      ["the many", "weaknesses", "of the plan", "The plan", "2025-03-01"],
    ], unit: "matches", layout: .concordance, isNumbered: true)

  @Test func `the matches stand under each other in their contexts`() {
    #expect(
      drawing(sample) == """
        all 3 matches
        1  they said that such weakness would only embolden others.    A visit, 2025-02-24
        2                     “Weakness, she said                      Talks
        3             the many weaknesses of the plan                  The plan, 2025-03-01
        """)
  }

  @Test func `a narrow screen keeps the match in the middle`() {
    #expect(
      drawing(sample, width: 40, showsHeader: false) == """
        1  …d that such weakness would only emb…
        2              “Weakness, she said
        3      the many weaknesses of the plan
        """)
  }

  @Test(arguments: [
    ("he said \"", "peace", "\" and left", "he said \"peace\" and left"),
    ("\"", "peace", "is near", "\"peace is near"),
    ("the \"war\"", "peace", "\"talks\"", "the \"war\" peace \"talks\""),
    ("(\"", "peace", "\", he said", "(\"peace\", he said"),
    ("of", "Macron", "'s plan", "of Macron's plan"),
    ("they do", "not", "'trust' him", "they do not 'trust' him"),
    ("they", "do", "n't", "they don't"),
  ])
  func `a straight mark stands at the words that it encloses`(
    left: String, match: String, right: String, line: String
  ) {
    let one = table(
      ["left", "match", "right"], [[.text(left), .text(match), .text(right)]], layout: .concordance)
    #expect(drawing(one, showsHeader: false) == "1  " + line)
  }

  @Test func `a concordance without its three parts is a table`() {
    let odd = table(["match", "count"], [["x", 2]], layout: .concordance)
    #expect(drawing(odd, showsHeader: false) == "match  count\n─────  ─────\nx          2")
  }
}
