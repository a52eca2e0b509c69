import Testing

@Suite struct WindowTests {

  @Test func `a window of twenty columns breaks lines at its edge`() throws {
    let terminal = try Terminal.shell(columns: 20)
    try terminal.type("quotes where speaker is known")
    try terminal.wait(cursorLine: "speaker is known")
    #expect(terminal.screen.lines.contains("quoth> quotes where"))
    try terminal.type(Keys.control("a") + "x")
    try terminal.wait(for: "all moved on") { $0.lines.contains(" speaker is known") }
  }

  @Test func `the cursor behind a full row stands in the next`() throws {
    let terminal = try Terminal.shell(columns: 20)
    try terminal.type("abcdefghijklm")
    try terminal.wait(for: "a new row") { $0.column == 0 && $0.lastLine == "quoth> abcdefghijklm" }
    try terminal.type("n\u{7F}\u{7F}")
    try terminal.wait(for: "back") { $0.cursorLine == "quoth> abcdefghijkl" && $0.column == 19 }
  }

  @Test func `a wider window gets the line anew`() throws {
    let terminal = try Terminal.shell(columns: 30)
    try terminal.type("quotes where speaker = Macron x")
    try terminal.wait(cursorLine: "Macron x")
    terminal.resize(columns: 60, rows: 16)
    try terminal.wait(for: "one row") {
      $0.cursorLine == "quoth> quotes where speaker = Macron x"
    }
    try terminal.type("y\r")
    try terminal.wait(line: "ran «quotes where speaker = Macron xy»")
  }

  @Test func `a narrower window gets the line anew`() throws {
    let terminal = try Terminal.shell(columns: 60)
    try terminal.type("quotes where speaker = Macron")
    try terminal.wait(cursorLine: "quoth> quotes where speaker = Macron")
    terminal.resize(columns: 24, rows: 16)
    try terminal.wait(for: "two rows") {
      $0.lines.contains("quoth> quotes where spea") && $0.cursorLine == "ker = Macron"
    }
  }

  @Test(arguments: [1, 2, 5, 8]) func `even absurd windows are survived`(columns: Int) throws {
    let terminal = try Terminal(.fixture, columns: columns, rows: 2)
    try terminal.wait(for: "a prompt") { $0.isPasteBracketed }
    try terminal.type("漢 quotes\t\r")
    #expect(try terminal.waitForExit(pressing: Keys.control("d")) == 0)
  }
}
