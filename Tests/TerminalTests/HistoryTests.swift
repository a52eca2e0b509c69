import Foundation
import Testing

@Suite struct HistoryTests {

  @Test func `the arrows walk through what was run, and keep the new line`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("one\r")
    try terminal.wait(line: "ran «one»")
    try terminal.type("two\r")
    try terminal.wait(line: "ran «two»")
    try terminal.type("new" + Keys.up)
    try terminal.wait(cursorLine: "quoth> two")
    try terminal.type(Keys.up + Keys.up)
    try terminal.wait(cursorLine: "quoth> one")
    try terminal.type(Keys.down + Keys.down)
    try terminal.wait(cursorLine: "quoth> new")
  }

  @Test func `a second run knows the statements of the first, whole`() throws {
    let first = try Terminal.shell()
    try first.type("quotes where\r")
    try first.wait(cursorLine: "     │")
    try first.type("back\\slash\r" + Keys.control("d"))
    #expect(try first.waitForExit() == 0)
    let second = try Terminal.shell(home: first.home)
    try second.type(Keys.up)
    try second.wait(cursorLine: "     │ back\\slash")
    try second.type("\r")
    try second.wait(line: "ran «quotes where¶back\\slash»")
    let file = first.home.appending(path: ".local/state/quoth/history")
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `two runs at once lose nothing of each other`() throws {
    let first = try Terminal.shell()
    let second = try Terminal.shell(home: first.home)
    for (terminal, text) in [(first, "one"), (second, "two"), (first, "three")] {
      try terminal.type(text + "\r")
      try terminal.wait(line: "ran «\(text)»")
    }
    let third = try Terminal.shell(home: first.home)
    try third.type(".history\r")
    try third.wait(line: "    3  three")
    #expect(third.screen.transcript.contains("    2  two"))
  }

  @Test func `a home that cannot be written is no error`() throws {
    let program = try Terminal.Program.fixture.with(["QUOTH_HISTORY": "/dev/null/nowhere/history"])
    let terminal = try Terminal.shell(program)
    try terminal.type("one\r")
    try terminal.wait(line: "ran «one»")
    try terminal.type(Keys.up)
    try terminal.wait(cursorLine: "quoth> one")
  }

  @Test func `Ctrl-R finds what holds the text, says which of how many, and goes back`() throws {
    let terminal = try Terminal.shell()
    for text in ["quotes by Macron", "documents", "people like macron"] {
      try terminal.type(text + "\r")
      try terminal.wait(line: "ran «\(text)»")
    }
    try terminal.type(Keys.control("r") + "MACR")
    try terminal.wait(line: "search: MACR  1/2")
    #expect(terminal.screen.cursorLine == "quoth> people like macron")
    try terminal.type(Keys.control("r"))
    try terminal.wait(line: "search: MACR  2/2")
    #expect(terminal.screen.style(of: "Macr") == "7")
    try terminal.type("\r")
    try terminal.wait(for: "run again") {
      $0.transcript.filter { $0 == "ran «quotes by Macron»" }.count == 2
    }
  }

  @Test func `a search without a match runs nothing, and Ctrl-C gives the line back`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("abc" + Keys.control("r") + "“zz")
    try terminal.wait(line: "search: “zz  no match")
    try terminal.type("\r")
    try terminal.wait(for: "the line") {
      $0.cursorLine == "quoth> abc" && $0.lastLine == "quoth> abc"
    }
    try terminal.type(Keys.control("r") + Keys.control("c") + "d\r")
    try terminal.wait(line: "ran «abcd»")
  }
}
