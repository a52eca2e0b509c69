import QueryExecution
import Rendering
import Testing

@Suite struct NoteTests {

  private func noted(_ table: ResultTable) -> ResultTable {
    var table = table
    table.notes = ["of all quotes of each outlet in documents\nwith date 2025", ""]
    return table
  }

  @Test(arguments: [
    table(["a"], [["x"]]), table(["a"], []), table(["count"], [[3]], layout: .count),
    table(["left", "match", "right"], [["a", "b", "c"]], layout: .concordance),
    quotes(["Yes", "A", "say", "direct", "T", "2025-01-02", "O"]),
  ])
  func `notes stand below every layout, wrapped`(result: ResultTable) {
    let plain = drawing(result, width: 30)
    #expect(
      drawing(noted(result), width: 30)
        == plain + "\nof all quotes of each outlet\nin documents with date 2025")
  }

  @Test func `a list of longer texts has a line for each`() {
    let family = table(
      ["name", "variants", "outlet"],
      [
        ["a", .list(["the first of all the wordings", "the second"]), .list(["B", "C"])],
        ["b", .list((1...6).map { "the wording with number \($0)" }), "D"],
      ], isNumbered: true)
    #expect(
      drawing(family, showsHeader: false) == """
           name  variants                       outlet
           ────  ─────────────────────────────  ──────
        1  a     the first of all the wordings  B, C
                 the second
        2  b     the wording with number 1      D
                 the wording with number 2
                 the wording with number 3
                 … 3 more
        """)
    #expect(
      drawing(family, width: 20, showsHeader: false).hasPrefix(
        "1  name: a\n   variants: the\n     first of all\n"))
  }

  @Test func `running text that would be cut to a few words becomes a record`() {
    let long = table(
      ["name", "quotes", "outlet"],
      [[.text(String(repeating: "word ", count: 20)), 1200, "The Harbour Post"]])
    #expect(drawing(long, width: 46, showsHeader: false).contains("word word word word…"))
    #expect(drawing(long, width: 36, showsHeader: false).contains("name: word"))
  }
}
