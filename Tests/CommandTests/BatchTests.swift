import Foundation
import Testing

/// Statements that come from arguments, files and the standard input.
@Suite struct BatchTests {

  @Test func `the first question prints a quote with its document, date and outlet`() throws {
    let run = try Quoth.run([], input: "quotes where speaker = Macron and topic = China\n")
    #expect(run.status == 0)
    #expect(run.errors == "")
    let source = try #require(run.lines.first { $0.contains("— Emmanuel Macron, ") })
    let parts = source.components(separatedBy: " · ")
    #expect(parts.count == 4)
    #expect(["direct", "indirect", "mixed"].contains(parts[1]))
    #expect(parts[2].contains(", 2025-"))
    #expect(!parts[3].isEmpty)
  }

  @Test func `queries and scripts run in order, one session for all`() throws {
    let folder = try Text.folder()
    try folder.write("names count\n", to: "count.quoth")
    let run = try Quoth.run(
      ["-c", "let names = quotes", "-c", "documents count", "-f", "count.quoth", "."], in: folder)
    #expect(run.status == 0)
    #expect(run.lines == ["2 documents", "3 quotes"])
  }

  @Test func `a script runs as a program`() throws {
    let folder = try Text.folder()
    let quoth = try Quoth.path.path
    try folder.write("#!/usr/bin/env -S '\(quoth)' -f\n\nexpect documents >= 34\n", to: "ask.quoth")
    let script = folder.url.appending(path: "ask.quoth")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
    let process = try Quoth.process([], in: folder)
    process.executableURL = script
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func `paths may hold blanks, quotation marks and any letters`() throws {
    let folder = try Scratch()
    try folder.write(Text.bridge, to: "Presse “du” jour/l'été 2025.txt")
    try folder.write("documents select title\n", to: "ma question.quoth")
    let run = try Quoth.run(["-f", "ma question.quoth", "Presse “du” jour"], in: folder)
    #expect(run.status == 0)
    #expect(run.text.contains("The bridge opens"))
    let broken = try folder.write("documents wher id = 1", to: "è broken.quoth")
    #expect(
      try Quoth.run(["-f", broken.lastPathComponent, "."], in: folder).errors
        .contains("è broken.quoth:1:11"))
  }

  @Test func `a parameter is given, and the last one given counts`() throws {
    let folder = try Text.folder()
    let arguments = ["-c", "quotes where speaker = $who count", folder.path]
    let one = try Quoth.run(arguments + ["--param", "who=Odile Brand"])
    #expect(one.lines.last == "1 quote")
    let two = try Quoth.run(arguments + ["--param", "who=Nobody", "--param", "$who=Marta Vale"])
    #expect(two.lines.last == "2 quotes")
    let none = try Quoth.run(arguments)
    #expect(none.status == 1)
    #expect(none.errors.contains("--param who="))
  }

  @Test func `a limit shows the first rows and says so`() throws {
    let folder = try Text.folder()
    let run = try Quoth.run(["-c", "quotes", "--limit", "1", folder.path])
    #expect(run.lines.first == "first 1 of 3 quotes")
    let all = try Quoth.run(["-c", "quotes", folder.path])
    #expect(all.lines.first == "all 3 quotes")
  }

  @Test func `the prompt stays closed where nobody types`() throws {
    let run = try Quoth.run([], environment: ["TERM": "xterm"])
    #expect(run.status == 0)
    #expect(run.output.isEmpty && run.errors.isEmpty)
  }

  @Test func `what nobody reads any more is no mistake`() throws {
    let folder = try Text.folder()
    let quoth = try Quoth.path.path
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = [
      "-c", "'\(quoth)' -c tokens -c tokens -c tokens . 2>err | head -n 1 >out",
    ]
    shell.currentDirectoryURL = folder.url
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    #expect(try folder.text("out").hasPrefix("all "))
    #expect(try folder.text("err") == "")
  }
}
