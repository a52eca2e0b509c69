import Testing

@Suite struct PasteTests {

  @Test func `fifty pasted lines are one statement that waits for Enter`() throws {
    let terminal = try Terminal.shell()
    try terminal.paste((1...50).map { "line \($0)" }.joined(separator: "\n") + "\n")
    try terminal.wait(cursorLine: "     │ line 50")
    try terminal.type("\r")
    try terminal.wait(for: "the answer") { $0.transcript.contains { $0.hasPrefix("ran «line 1¶") } }
    try terminal.wait(cursorLine: "quoth>")
    #expect(terminal.screen.transcript.filter { $0.hasPrefix("ran") }.count == 1)
  }

  @Test func `tabs and controls in a paste complete and end nothing`() throws {
    let terminal = try Terminal.shell()
    try terminal.paste("quo\tspea\u{4}\u{3}ker\u{7}")
    try terminal.wait(cursorLine: "quoth> quo  speaker")
    try terminal.type("\r")
    try terminal.wait(for: "a tab") { $0.transcript.contains { $0.hasPrefix("ran «quo") } }
  }

  @Test func `a paste of 110 kB is taken`() throws {
    let terminal = try Terminal.shell()
    let line = String(repeating: "word ", count: 20) + "\n"
    try terminal.paste(String(repeating: line, count: 1100) + "end")
    try terminal.wait(cursorLine: "     │ end")
    try terminal.type(Keys.control("c"))
    try terminal.wait(cursorLine: "quoth>")
  }
}
