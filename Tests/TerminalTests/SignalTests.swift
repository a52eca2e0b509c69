import Foundation
import Testing

@Suite struct SignalTests {

  @Test func `Ctrl-C drops the line`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("abc" + Keys.control("c"))
    try terminal.wait(line: "quoth> abc^C")
    try terminal.wait(cursorLine: "quoth>")
    #expect(!terminal.screen.transcript.contains { $0.hasPrefix("ran") })
  }

  @Test func `Ctrl-C stops a running statement and comes back to the prompt`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("slow\r")
    try terminal.wait(until: "Ctrl-C is a signal") { terminal.hasSignals }
    try terminal.type(Keys.control("c"))
    try terminal.wait(for: "the message") {
      $0.transcript.contains { $0.hasPrefix("interrupted after") }
    }
    try terminal.type("next\r")
    try terminal.wait(line: "ran «next»")
  }

  @Test func `what is typed while a statement runs is not echoed but goes into the next line`()
    throws
  {
    let terminal = try Terminal.shell()
    try terminal.type("slow\r")
    try terminal.wait(until: "Ctrl-C is a signal") { terminal.hasSignals }
    try terminal.type("next" + Keys.left + "X")
    terminal.send(signal: SIGINT)
    try terminal.wait(cursorLine: "quoth> nexXt")
    #expect(!terminal.screen.transcript.joined().contains("^["))
  }

  @Test func `the third Ctrl-C that a statement ignores ends the program`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("stubborn\r")
    try terminal.wait(until: "Ctrl-C is a signal") { terminal.hasSignals }
    #expect(try terminal.waitForExit(pressing: Keys.control("c")) == 130)
    #expect(!terminal.screen.isPasteBracketed)
  }

  @Test func `Ctrl-D on an empty line leaves, and deletes elsewhere`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("abc" + Keys.home + Keys.control("d"))
    try terminal.wait(cursorLine: "quoth> bc")
    try terminal.type(Keys.control("c"))
    try terminal.wait(cursorLine: "quoth>")
    try terminal.type(Keys.control("d"))
    #expect(try terminal.waitForExit() == 0)
    #expect(!terminal.screen.isPasteBracketed)
  }

  @Test func `Ctrl-Z gives the terminal to the shell, and fg brings the line back`() throws {
    let path = try Terminal.Program.fixture.path
    let shell = Terminal.Program(
      path: "/bin/sh", arguments: ["-i"], environment: ["PS1": "sh% ", "ENV": ""])
    let terminal = try Terminal(shell)
    try terminal.wait(cursorLine: "sh%")
    try terminal.type("'\(path)'\r")
    try terminal.wait(cursorLine: "quoth>")
    try terminal.type("abc" + Keys.control("z"))
    try terminal.wait(cursorLine: "sh%")
    #expect(!terminal.screen.isPasteBracketed)
    try terminal.type("fg\r")
    try terminal.wait(cursorLine: "quoth> abc")
    try terminal.type("d\r")
    try terminal.wait(line: "ran «abcd»")
  }

  @Test func `a deadly signal leaves the terminal as it was`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("abc")
    try terminal.wait(cursorLine: "quoth> abc")
    #expect(!terminal.isCooked)
    terminal.send(signal: SIGTERM)
    #expect(try terminal.waitForExit() == 128 + SIGTERM)
    #expect(terminal.isCooked)
    #expect(!terminal.screen.isPasteBracketed)
  }

  @Test func `a crash leaves the terminal as it was`() throws {
    let terminal = try Terminal.shell()
    try terminal.type("crash\t")
    #expect(try terminal.waitForExit() > 128)
    #expect(terminal.isCooked)
    #expect(!terminal.screen.isPasteBracketed)
  }
}
