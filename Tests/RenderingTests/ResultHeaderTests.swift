import QueryExecution
import Rendering
import Testing

@Suite struct ResultHeaderTests {

  @Test(arguments: [
    (0, 0, "quotes", "no quotes"), (1, 1, "quotes", "1 quote"), (1, 1, "people", "1 person"),
    (2, 2, "families", "all 2 families"), (1204, 1204, "quotes", "all 1,204 quotes"),
    (20, 1204, "quotes", "first 20 of 1,204 quotes"), (1, 3, "matches", "first 1 of 3 matches"),
    (0, 7, "groups", "none of 7 groups"), (5, 0, "groups", "all 5 groups"),
  ])
  func `the header says what was counted and whether it is all`(
    shown: Int, total: Int, unit: String, expected: String
  ) {
    let rows = [[ResultTable.Cell]](repeating: [1], count: shown)
    #expect(ResultHeader(table(["n"], rows, unit: unit, total: total)).text == expected)
  }

  @Test func `a later page says where it stands`() {
    let page = table(["n"], [[1], [2]], unit: "quotes", total: 1204)
    #expect(ResultHeader(page, firstNumber: 1001).text == "1,001 to 1,002 of 1,204 quotes")
    #expect(ResultHeader(page, firstNumber: .max).text.hasSuffix("of 1,204 quotes"))
  }
}
