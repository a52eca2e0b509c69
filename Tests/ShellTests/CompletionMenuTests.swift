import Testing

@testable import Shell

@Suite struct CompletionMenuTests {

  private func menu(_ count: Int, note: String = "") -> CompletionMenu {
    let candidates = (1...count).map { Completion("name\($0)", note: note) }
    return CompletionMenu(
      base: LineText("x n"), completions: Completions(replacing: 2..<3, with: candidates))
  }

  private func shown(_ menu: CompletionMenu, columns: Int, height: Int) -> [String] {
    menu.rows(columns: columns, height: height, palette: .plain)
      .map { $0.cells.map(\.text).joined() }
  }

  @Test func `candidates fill columns downwards`() {
    #expect(shown(menu(5), columns: 20, height: 9) == ["name1  name3  name5", "name2  name4"])
  }

  @Test func `notes are cut to the width`() {
    #expect(
      shown(menu(2, note: "a long remark"), columns: 16, height: 9)
        == ["name1  a long r…", "name2  a long r…"].map { String($0.dropLast(2)) + "…" })
  }

  @Test func `what does not fit is counted, and the selection stays in sight`() {
    var menu = menu(30)
    #expect(shown(menu, columns: 9, height: 4) == ["name1", "name2", "name3", "… 27 more"])
    menu.move(by: -1)
    #expect(shown(menu, columns: 9, height: 4).contains("name30"))
    menu.move(by: 1)
    #expect(menu.line.string == "x name1")
  }

  @Test(arguments: 1...30) func `no row is wider than the window`(columns: Int) {
    for row in menu(9, note: "漢字漢字").rows(columns: columns, height: 20, palette: .plain) {
      #expect(row.width <= columns)
    }
  }
}
