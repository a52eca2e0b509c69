import Testing

@Suite struct EditingTests {

  @Test func `what is typed is run and answered`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("quotes\r")
    try terminal.wait(line: "ran «quotes»")
    try terminal.wait(cursorLine: "quoth>")
  }

  @Test func `a letter inserted before wrapped wide characters moves them all`() throws {
    let terminal = try Terminal.shell(columns: 20)
    try terminal.type("漢字漢字漢字漢字漢字")
    try terminal.wait(for: "two rows") { $0.lines.suffix(11).contains("漢字漢字") }
    try terminal.type(Keys.control("a") + "Z")
    try terminal.wait(for: "the letter before them") { screen in
      guard let first = screen.lines.firstIndex(of: "quoth> Z漢字漢字漢字") else { return false }
      return screen.lines[first + 1] == "漢字漢字" && screen.column == 8
    }
    try terminal.type("\r")
    try terminal.wait(line: "ran «Z漢字漢字漢字漢")
  }

  @Test(arguments: ["cafe\u{301}", "“x” é æ ü ß ÿ", "漢字 😀", "a\u{308}o\u{308}"])
  func `text is shown as typed and stays so when a letter comes before it`(text: String) throws {
    let terminal = try Terminal.shell()
    try terminal.type(text)
    try terminal.wait(cursorLine: "quoth> \(text)")
    try terminal.type(Keys.home + "Z")
    try terminal.wait(cursorLine: "quoth> Z\(text)")
    #expect(terminal.screen.column == 8)
    try terminal.type("\r")
    try terminal.wait(line: "ran «Z\(text)»")
  }

  @Test func `the arrows take an accent with its letter`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("cafe\u{301}" + Keys.left + "Z")
    try terminal.wait(cursorLine: "quoth> cafZe\u{301}")
  }

  @Test func `a statement has lines, and the arrows move among them`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("quotes where\r")
    try terminal.wait(cursorLine: "     │")
    try terminal.type("speaker" + Keys.up + Keys.home + "all ")
    try terminal.wait(cursorLine: "quoth> all quotes where")
    try terminal.type(Keys.down + "!\r")
    try terminal.wait(line: "ran «all quotes where¶spea!ker»")
  }

  @Test func `Alt-Enter begins a line in a whole statement`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("quotes" + Keys.altEnter + "topic\r")
    try terminal.wait(line: "ran «quotes¶topic»")
  }

  @Test func `Enter on an empty line runs what is not whole`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("quotes (\r")
    try terminal.wait(cursorLine: "     │")
    try terminal.type("\r")
    try terminal.wait(line: "ran «quotes (»")
  }

  @Test func `a statement taller than the screen scrolls, and is left whole above`() throws {
    let terminal = try Terminal.shell(columns: 30, rows: 6)
    try terminal.paste((1...12).map { "line\($0)" }.joined(separator: "\n"))
    try terminal.wait(cursorLine: "     │ line12")
    try terminal.type(String(repeating: Keys.up, count: 11))
    try terminal.wait(cursorLine: "quoth> line1")
    try terminal.type("\r")
    try terminal.wait(for: "the answer") { $0.transcript.contains { $0.hasPrefix("ran «line1¶") } }
    let lines = ["quoth> line1"] + (2...12).map { "     │ line\($0)" }
    let transcript = terminal.screen.transcript
    let start = try #require(transcript.lastIndex(of: lines[0]))
    #expect(Array(transcript[start...].prefix(12)) == lines)
  }

  @Test func `undo takes back a word at a time`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("quotes where")
    try terminal.wait(cursorLine: "quoth> quotes where")
    try terminal.type("\u{1F}")
    try terminal.wait(for: "less") {
      $0.cursorLine.hasPrefix("quoth> quotes") && !$0.cursorLine.hasSuffix("where")
    }
    try terminal.type(Keys.control("u") + "x\u{1F}\u{1F}")
    try terminal.wait(for: "back") { $0.cursorLine.hasPrefix("quoth> quotes") }
  }

  @Test func `a cut word is pasted back`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("one two" + Keys.control("w") + Keys.control("a") + Keys.control("y") + " \r")
    try terminal.wait(line: "ran «two one »")
  }

  @Test func `Meta keys move by words, also as an escape and then the letter`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("one two three\u{1B}b\u{1B}bX")
    try terminal.wait(cursorLine: "quoth> one Xtwo three")
    try terminal.type("\u{1B}")
    try terminal.type("f!\u{1B}[1;5D\u{1B}[1;5D#")
    try terminal.wait(for: "a mark") { $0.cursorLine.contains("#") && $0.cursorLine.contains("!") }
  }

  @Test func `Ctrl-A goes to the beginning of the line, then of the statement`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("one" + Keys.altEnter + "two" + Keys.control("a") + "b")
    try terminal.wait(cursorLine: "     │ btwo")
    try terminal.type(Keys.home + Keys.home + "a\r")
    try terminal.wait(line: "ran «aone¶btwo»")
  }

  @Test func `keys that mean nothing type nothing`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("a\u{1B}[19~b\u{1B}[1;9Zc\u{1B}OP\u{1C}d\r")
    try terminal.wait(line: "ran «abcd»")
  }

  @Test func `keywords are coloured as they are typed, and not with NO_COLOR`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("quotes x")
    try terminal.wait(cursorLine: "quoth> quotes x")
    #expect(terminal.screen.style(of: "quotes x") == "1;34")
    let plain = try Terminal.shell(.fixture.with(["NO_COLOR": "1"]))
    try plain.type("quotes x")
    try plain.wait(cursorLine: "quoth> quotes x")
    #expect(plain.screen.style(of: "quotes x") == "")
  }

  @Test func `Ctrl-L clears the screen and keeps the line`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("abc" + Keys.control("l"))
    try terminal.wait(for: "the line on top") { $0.lines[0] == "quoth> abc" && $0.row == 0 }
  }

  @Test func `the help line under a statement goes with its place`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("speaker ")
    try terminal.wait(line: "speaker = NAME")
    try terminal.type("x")
    try terminal.wait(for: "no help") { !$0.lines.contains("speaker = NAME") }
  }
}
