import Foundation
import Testing

@Suite struct ProgramTests {

  @Test func `the editor gets the line and gives back what was saved`() throws {
    let terminal = try Terminal.shell(editor("sed -i.old 's/old/new/' \"$1\""))
    try terminal.type("an old line" + Keys.control("x") + Keys.control("e"))
    try terminal.wait(cursorLine: "quoth> an new line")
    try terminal.type("\r")
    try terminal.wait(line: "ran «an new line»")
  }

  @Test func `.edit opens the latest statement`() throws {
    let terminal = try Terminal.shell(editor("echo more >> \"$1\""))
    try terminal.type("first\r")
    try terminal.wait(line: "ran «first»")
    try terminal.type(".edit\r")
    try terminal.wait(cursorLine: "     │ more")
    try terminal.type("\r")
    try terminal.wait(line: "ran «first¶more»")
  }

  @Test func `an editor that fails changes nothing`() throws {
    let terminal = try Terminal.shell(editor("echo x > \"$1\"; exit 1"))
    try terminal.type("kept" + Keys.control("x") + Keys.control("e"))
    try terminal.type("!\r")
    try terminal.wait(line: "ran «kept!»")
  }

  @Test func `Ctrl-C in the editor is the editor's`() throws {
    let terminal = try Terminal.shell(
      editor("kill -INT 0; echo more >> \"$1\"", before: "trap '' INT; "))
    try terminal.type("first" + Keys.control("x") + Keys.control("e"))
    try terminal.wait(cursorLine: "     │ more")
    try terminal.type("!\r")
    try terminal.wait(line: "ran «first¶more!»")
  }

  @Test func `a result taller than the screen goes through the pager`() throws {
    let program = try Terminal.Program.fixture.with(["PAGER": "sed 's/^row/paged/'"])
    let terminal = try Terminal.shell(program, rows: 10)
    try terminal.type("lines 3\r")
    try terminal.wait(line: "row 3")
    try terminal.type("lines 30\r")
    try terminal.wait(line: "paged 30")
    try terminal.wait(cursorLine: "quoth>")
  }

  @Test func `a pager that leaves early is no error`() throws {
    let program = try Terminal.Program.fixture.with(["PAGER": "head -n 1"])
    let terminal = try Terminal.shell(program, rows: 10)
    try terminal.type("lines 100000\r")
    try terminal.wait(for: "the prompt") {
      $0.transcript.contains("row 1") && $0.cursorLine == "quoth>"
    }
    try terminal.type("next\r")
    try terminal.wait(line: "ran «next»")
  }

  @Test(arguments: ["", "cat", "no-such-pager"])
  func `without a pager everything is printed`(pager: String) throws {
    let program = try Terminal.Program.fixture.with(["PAGER": pager])
    let terminal = try Terminal.shell(program, rows: 10)
    try terminal.type("lines 40\r")
    try terminal.wait(line: "row 40")
    #expect(terminal.screen.transcript.contains("row 1"))
  }

  @Test func `the vi mode of ~/.editrc is honoured, and a lone escape needs no other key`() throws {
    let home = try Terminal.makeHome()
    try "bind -v\n".write(
      to: home.appending(path: ".editrc"), atomically: true, encoding: .utf8)
    let terminal = try Terminal.shell(home: home)
    try terminal.type("abc")
    try terminal.wait(cursorLine: "quoth> abc")
    try terminal.type("\u{1B}")
    try terminal.wait(for: "the cursor on c") { $0.column == 9 }
    try terminal.type("0xiZ\u{1B}A!\r")
    try terminal.wait(line: "ran «Zbc!»")
    try terminal.type("\u{1B}k")
    try terminal.wait(cursorLine: "quoth> Zbc!")
  }

  @Test func `a key of ~/.editrc is honoured`() throws {
    let home = try Terminal.makeHome()
    try "bind ^T quoth-search\nquoth:bind ^G ed-delete-prev-char\n".write(
      to: home.appending(path: ".editrc"), atomically: true, encoding: .utf8)
    let terminal = try Terminal.shell(home: home)
    try terminal.type("abc" + Keys.control("g"))
    try terminal.wait(cursorLine: "quoth> ab")
    try terminal.type(Keys.control("t") + "q")
    try terminal.wait(line: "search: q  no match")
  }

  @Test func `TERM=dumb gets a prompt and no escape`() throws {
    let program = try Terminal.Program.fixture.with(["TERM": "dumb"])
    let terminal = try Terminal.shell(program)
    try terminal.type("quotes where\r")
    try terminal.wait(cursorLine: "......")
    try terminal.type("x\r")
    try terminal.wait(line: "ran «quotes where¶x»")
    try terminal.wait(cursorLine: "quoth>")
    try terminal.type(Keys.control("d"))
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.screen.sequenceCount == 0)
  }

  private func editor(_ script: String, before: String = "") throws -> Terminal.Program {
    let folder = try Terminal.makeHome()
    let file = folder.appending(path: "editor.sh")
    try script.write(to: file, atomically: true, encoding: .utf8)
    return try .fixture.with(["EDITOR": "\(before)/bin/sh '\(file.path)'"])
  }
}
