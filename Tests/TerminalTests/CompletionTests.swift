import Foundation
import Testing

@Suite struct CompletionTests {

  @Test func `the only candidate is taken at once`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("wh\t")
    try terminal.wait(cursorLine: "quoth> where")
  }

  @Test func `several candidates give what they share, then a menu that a key closes`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("qu\t")
    try terminal.wait(cursorLine: "quoth> quot")
    try terminal.wait(line: "quotes      quotations")
    try terminal.type("e")
    try terminal.wait(for: "no menu") { !$0.lines.contains("quotes      quotations") }
  }

  @Test func `a speaker is chosen from the menu, and Enter takes it without running`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("speaker = \t")
    try terminal.wait(for: "notes") {
      $0.lines.contains { $0.contains("Emmanuel Macron     14 quotes") }
    }
    try terminal.type("\t\t")
    try terminal.wait(cursorLine: "quoth> speaker = \"Donald Trump\"")
    #expect(terminal.screen.style(of: "Donald Trump  ") == "7")
    try terminal.type("\r")
    try terminal.wait(for: "no menu") { !$0.lines.contains { $0.contains("14 quotes") } }
    #expect(terminal.screen.cursorLine == "quoth> speaker = \"Donald Trump\"")
    try terminal.type("\r")
    try terminal.wait(line: "ran «speaker = \"Donald Trump\"»")
  }

  @Test func `Enter runs the statement when nothing was chosen from the menu`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("quot\t")
    try terminal.wait(line: "quotes      quotations")
    try terminal.type("\r")
    try terminal.wait(line: "ran «quot»")
  }

  @Test func `the menu is cut to a narrow window`() throws {
    let terminal = try Terminal.shell(columns: 20)
    try terminal.type("x = \t")
    try terminal.wait(for: "one column") {
      $0.lines.contains { $0.hasPrefix("Volodymyr Zelensky") }
    }
    #expect(terminal.screen.lines.contains("Keir Starmer"))
  }

  @Test func `commands are completed`() throws {
    let terminal = try Terminal.shell()
    try terminal.type(".cor\t")
    try terminal.wait(for: "the command") { $0.cursorLine == "quoth> .corpus" && $0.column == 15 }
    try terminal.type("\r")
    try terminal.wait(line: "documents 3")
  }

  @Test func `the paths behind .open are completed`() throws {
    let terminal = try Terminal.shell()
    try FileManager.default.createDirectory(
      at: terminal.home.appending(path: "news/spring"), withIntermediateDirectories: true)
    try terminal.type(".open n\tsp\t")
    try terminal.wait(cursorLine: "quoth> .open news/spring/")
    try terminal.type(Keys.control("c") + ".open ~/new\t")
    try terminal.wait(cursorLine: "quoth> .open ~/news/")
  }

  @Test func `a suggestion is taken with the right arrow`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("quo")
    try terminal.wait(for: "the grey rest") {
      $0.cursorLine == "quoth> quotes" && $0.column == 10 && $0.style(of: "tes") == "90"
    }
    try terminal.type(Keys.right + "\r")
    try terminal.wait(line: "ran «quotes»")
  }

  @Test func `a suggestion that is not taken is not run`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("quo\r")
    try terminal.wait(line: "ran «quo»")
    #expect(terminal.screen.transcript.contains("quoth> quo"))
  }
}
