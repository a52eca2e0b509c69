import Testing

@Suite struct CommandTests {

  @Test(arguments: [
    (".help quotes", "A quote is who said what."),
    (".help kets", "error: no topic is named 'kets'; did you mean 'keys'?"),
    (".hepl", "error: no command is named '.hepl'; did you mean '.help'?"),
    (".frobnicate", "error: no command is named '.frobnicate'; .help lists the commands"),
    (".show 2", "show of row 2"),
    (".why 9", "error: the latest result has 7 rows"),
    (".cite x", "error: 'x' is no row; rows are counted from 1: .cite N"),
    (".not 3 5", "the rest without [3, 5]"),
    (".not x", "error: 'x' is no row; rows are counted from 1: .not N [N …]"),
    (".mode csv", "quoth> .mode csv"),
    (".mode", "table (or csv, json)"),
    (".mode tabel", "error: no format is named 'tabel'; did you mean 'table'?"),
    (".tokens a b", "tokens of a b"),
    (".plan", "error: there is no statement yet; write one behind the command"),
    (".last", "error: there is no result yet"),
    (".timer on", "timer on"),
    (".rows", "at most 20 rows are shown"),
    (".rows 50", "at most 50 rows are shown"),
    (".rows all", "all rows are shown"),
    (".rows 0", "error: '0' is no number of rows; write one like 50, or all"),
    (".open /x", "error: no file is at '/x'"),
    ("help", "  .help quotes  what a quote is"),
  ])
  func `a command answers`(input: String, answer: String) throws {
    let terminal = try Terminal.shell(.fixture.with(["PAGER": ""]), columns: 80, rows: 40)
    try terminal.type(input + "\r")
    try terminal.wait(line: answer)
    try terminal.wait(cursorLine: "quoth>")
  }

  @Test func `the timer tells how long a statement took`() throws {
    let terminal = try Terminal.shell()
    try terminal.type(".timer\r")
    try terminal.wait(line: "timer on")
    try terminal.type("x\r")
    try terminal.wait(for: "a time") {
      $0.transcript.contains { $0.hasPrefix("(") && $0.hasSuffix("s)") }
    }
  }

  @Test(arguments: [".quit", "exit", "quit"])
  func `there are several words to leave by`(word: String) throws {
    let terminal = try Terminal.shell()
    try terminal.type(word + "\r")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func `the welcome names the corpus, an example and the help`() throws {
    let terminal = try Terminal.shell()
    #expect(
      terminal.screen.transcript.prefix(3) == [
        "Quoth: 3 documents, 7 quotes", "Try:   quotes where speaker = Macron",
        "       .help explains, TAB completes, Ctrl-D leaves.",
      ])
  }
}
