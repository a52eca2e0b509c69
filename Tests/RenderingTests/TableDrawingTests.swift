import QueryExecution
import Rendering
import Testing

@Suite struct TableDrawingTests {

  @Test func `columns line up and numbers stand to the right`() {
    let groups = table(
      ["speaker", "count", "share"],
      [
        ["Ada Lindqvist", 14, .decimal(0.5)], ["山田 花子", 7, .decimal(0.25)],
        [.missing, 3, .decimal(0.052)],
      ])
    #expect(
      drawing(groups) == """
        all 3 groups
        speaker        count   share
        ─────────────  ─────  ──────
        Ada Lindqvist     14  50.0 %
        山田 花子          7  25.0 %
        –                  3   5.2 %
        """)
  }

  @Test func `all kinds of cells are shown`() {
    let row: [ResultTable.Cell] = [
      "two\nlines", .flag(true), .flag(false), .list(["a", "b"]), .list([]), "", .decimal(.nan),
    ]
    let text = drawing(table(["a", "b", "c", "d", "e", "f", "g"], [row]), showsHeader: false)
    #expect(text.split(separator: "\n").last == "two lines  yes  no  a, b  –  –  –")
  }

  @Test func `great numbers are grouped and years are not`() {
    let text = drawing(
      table(["year", "words"], [[2025, 1204], [2024, 98_765]]), showsHeader: false)
    #expect(
      text == """
        year   words
        ────  ──────
        2025   1,204
        2024  98,765
        """)
  }

  @Test func `rows that have an origin are numbered`() {
    let text = drawing(
      table(["title"], [["A"], ["B"]], unit: "documents", isNumbered: true), showsHeader: false)
    #expect(text == "   title\n   ─────\n1  A\n2  B")
  }

  @Test func `the longest texts are cut first`() {
    let long = table(
      ["title", "date", "words"],
      [
        ["A very long title that goes on and on", "2025-02-24", 1200], ["Short", "2025-02-25", 80],
      ])
    #expect(
      drawing(long, width: 40, showsHeader: false) == """
        title                  date        words
        ─────────────────────  ──────────  ─────
        A very long title th…  2025-02-24   1200
        Short                  2025-02-25     80
        """)
  }

  @Test func `days and numbers are never cut`() {
    let long = table(
      ["title", "date", "outlet", "words"],
      [["A very long title", "2025-02-24", "The Harbour Post", 123_456]])
    #expect(
      drawing(long, width: 42, showsHeader: false) == """
        title       date        outlet       words
        ──────────  ──────────  ─────────  ───────
        A very lo…  2025-02-24  The Harb…  123,456
        """)
  }

  @Test func `columns that do not fit become records`() {
    let wide = table(
      ["title", "outlet", "author", "words"],
      [["The long way home", "The Harbour Post", .missing, 1200], ["B", "C", "D", 9]])
    #expect(
      drawing(wide, width: 20, showsHeader: false) == """
        1  title: The long
             way home
           outlet: The
             Harbour Post
           author: –
           words: 1200
        2  title: B
           outlet: C
           author: D
           words: 9
        """)
  }

  @Test func `a result without columns or rows is its header`() {
    #expect(drawing(table([], [[], []], unit: "groups")) == "all 2 groups")
    #expect(drawing(table(["a"], [], unit: "quotes")) == "no quotes")
  }

  @Test(arguments: [
    ([10, 10], [8, 8], 20, [10, 10]), ([30, 10], [8, 8], 20, [10, 10]),
    ([30, 30], [8, 8], 21, [11, 10]), ([30, 5], [8, 5], 20, [15, 5]),
  ])
  func `the width is shared among the columns`(
    natural: [Int], least: [Int], room: Int, expected: [Int]
  ) {
    let names = natural.map { String(repeating: "n", count: min($0, 5)) }
    let row = natural.map { ResultTable.Cell.text(String(repeating: "x", count: $0)) }
    let rule =
      drawing(table(names, [row]), width: room + 2, showsHeader: false)
      .split(separator: "\n").dropFirst().first ?? ""
    #expect(rule.split(separator: " ").map(\.count) == expected)
  }
}

@Suite struct CountDrawingTests {

  @Test(arguments: [
    (1204, "quotes", "1,204 quotes"), (1, "people", "1 person"), (0, "families", "0 families"),
  ])
  func `a count is the number with its unit`(count: Int, unit: String, expected: String) {
    #expect(drawing(table(["count"], [[.integer(count)]], unit: unit, layout: .count)) == expected)
  }

  @Test func `a count of another shape is a table`() {
    let odd = table(["a", "b"], [[1, 2]], layout: .count)
    #expect(drawing(odd) == "1 group\na  b\n─  ─\n1  2")
  }
}
