import Foundation
import Testing

/// The program itself, on its built-in corpus.
@Suite struct QuothTests {

  @Test func `the first question has an answer`() throws {
    let terminal = try quoth()
    try terminal.type("quotes where speaker = Macron and topic = China\r")
    try terminal.wait(for: "a quote") {
      $0.transcript.contains { $0.contains("— Emmanuel Macron") }
    }
    try terminal.wait(cursorLine: "quoth>")
    try terminal.type(".cite 1\r")
    try terminal.wait(for: "a citation") { $0.transcript.joined().contains("fingerprint") }
  }

  @Test func `a speaker is completed, most quoted first`() throws {
    let terminal = try quoth()
    try terminal.type("quotes where speaker = \t")
    try terminal.wait(for: "speakers with counts") { screen in
      screen.lines.contains { $0.hasPrefix("Emmanuel Macron  ") && $0.contains { $0.isNumber } }
    }
    try terminal.type("\t\r")
    try terminal.wait(cursorLine: "quoth> quotes where speaker = Emmanuel Macron")
    try terminal.type(" count\r")
    try waitForCount(terminal)
  }

  @Test func `a statement goes over lines until it is whole`() throws {
    let terminal = try quoth(columns: 24)
    try terminal.type("quotes where\r")
    try terminal.wait(cursorLine: "     │")
    try terminal.type("speaker = Macron count\r")
    try waitForCount(terminal)
  }

  @Test func `a second run knows the statements of the first`() throws {
    let first = try quoth()
    try first.type("quotes count\r")
    try first.wait(cursorLine: "quoth>")
    try first.type(Keys.control("d"))
    #expect(try first.waitForExit() == 0)
    let second = try quoth(home: first.home)
    try second.type(Keys.up)
    try second.wait(cursorLine: "quoth> quotes count")
  }

  @Test func `a speaker is put right, and the next session knows it`() throws {
    let first = try quoth()
    try first.type("quotes where speaker = Trump limit 1\r")
    try first.wait(for: "a quote") { $0.transcript.contains { $0.contains("— Donald Trump") } }
    try first.wait(cursorLine: "quoth>")
    try first.type("correct 1 speaker is missing\r")
    try first.wait(for: "what was done") {
      $0.transcript.joined().contains("row 1 corrected, speaker: Donald Trump → missing")
    }
    try first.wait(cursorLine: "quoth>")
    let second = try quoth(home: first.home)
    #expect(second.screen.transcript.contains { $0.contains("1 correction applies") })
  }

  @Test func `rows that are not shown are told of, and can be`() throws {
    let terminal = try quoth()
    try terminal.type("quotes count by speaker\r")
    try terminal.wait(for: "what is not shown") {
      $0.transcript.joined().contains("more: .rows all shows them, as `limit ")
    }
    try terminal.type(".rows all\r")
    try terminal.wait(line: "all rows are shown")
    try terminal.type("quotes count by speaker\r")
    try terminal.wait(for: "all of them") {
      $0.transcript.contains { $0.hasPrefix("all ") && $0.hasSuffix(" groups") }
    }
  }

  private func waitForCount(_ terminal: Terminal) throws {
    try terminal.wait(for: "a count") { screen in
      screen.transcript.dropFirst(4).contains {
        $0.first?.isNumber == true && $0.hasSuffix("quotes")
      }
    }
    try terminal.wait(cursorLine: "quoth>")
  }

  @Test func `another corpus is opened as the first, or as it is said`() throws {
    let home = try Terminal.shell().home
    let table = "Name;Wording\nThe ferry;\"“It runs,” said Maria Keller, who sells fish.\"\n"
    try Data(table.utf8).write(to: home.appending(path: "week.dat"))
    let terminal = try quoth(home: home)
    try terminal.type(".open --rea\tcs\t--map text=Wording,title=Name ~/week.dat\r")
    try terminal.wait(for: "the table as it was read") {
      $0.transcript.joined().contains("1 document, 1 quote")
    }
    try terminal.type("documents | select title\r")
    try terminal.wait(line: "1  The ferry")
    try terminal.type(".open --reader cvs ~/week.dat\r")
    try terminal.wait(for: "a remedy") {
      $0.transcript.joined(separator: " ").contains("did you mean csv?")
    }
  }

  private func quoth(columns: Int = 80, home: URL? = nil) throws -> Terminal {
    let program = Terminal.Program(
      path: try Terminal.Program.built("quoth"), environment: ["PAGER": "cat"])
    return try .shell(program, columns: columns, rows: 24, home: home)
  }
}
