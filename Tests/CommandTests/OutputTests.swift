import Foundation
import Testing

/// The forms of the output.
@Suite struct OutputTests {

  private static let query = "quotes select speaker, words, confidence, date order by words"

  @Test func `numbers of JSON are numbers, and what is missing is null`() throws {
    let folder = try Text.folder()
    let run = try Quoth.run(["-c", Self.query, "--format", "json", folder.path])
    let rows = try #require(
      try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]])
    #expect(rows.count == 3)
    #expect(rows.allSatisfy { $0["words"] is NSNumber && $0["confidence"] is NSNumber })
    #expect(rows.filter { $0["date"] is NSNull }.count == 2)
    #expect(rows.filter { $0["date"] as? String == "2025-03-04" }.count == 1)
    #expect(run.text.contains("\"words\": 4,"))
  }

  @Test func `every line of JSON lines is an object`() throws {
    let folder = try Text.folder()
    let run = try Quoth.run(["-c", Self.query, "--format", "jsonl", folder.path])
    let rows = try run.lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
    #expect(rows.count == 3)
    #expect(rows.allSatisfy { $0 is [String: Any] })
  }

  @Test(arguments: [
    ("csv", "speaker,words,confidence,date"), ("tsv", "speaker\twords\tconfidence\tdate"),
    ("markdown", "| speaker"), ("html", "<"), ("table", "all 3 quotes"),
  ])
  func `a format begins as it should`(format: String, beginning: String) throws {
    let folder = try Text.folder()
    let run = try Quoth.run(["-c", Self.query, "--format", format, folder.path])
    #expect(run.status == 0)
    #expect(run.text.hasPrefix(beginning))
    #expect(run.text.contains("Marta Vale"))
  }

  @Test func `a format for programs holds rows only, and the rest is told beside it`() throws {
    let folder = try Text.folder()
    let run = try Quoth.run(
      ["-c", "quotes where speaker = Vale select words", "--format", "csv", folder.path])
    #expect(run.lines == ["words", "7", "4"])
    #expect(run.errors.contains("Vale → Marta Vale, 2 quotes"))
  }

  private static let colors: [(arguments: [String], variables: [String: String], Bool)] = [
    (["--color", "always"], [:], true),
    (["--color", "never"], [:], false),
    ([], [:], false),
    (["--color", "always"], ["NO_COLOR": "1"], true),
    ([], ["NO_COLOR": "1"], false),
  ]

  @Test(arguments: colors)
  func `colour is used where it is asked for`(
    arguments: [String], environment: [String: String], isColored: Bool
  ) throws {
    let folder = try Text.folder()
    let run = try Quoth.run(
      ["-c", "quotes", folder.path] + arguments, environment: environment)
    #expect(run.text.contains("\u{1B}[") == isColored)
  }

  @Test func `saved files hold all rows whatever is shown, and nothing else is left`() throws {
    let folder = try Text.folder()
    let out = try Scratch()
    let run = try Quoth.run(
      ["-c", #"quotes save "all.csv""#, "--limit", "1", folder.path], in: out)
    #expect(run.status == 0)
    #expect(run.lines == ["saved 3 quotes to all.csv"])
    #expect(try out.text("all.csv").split(whereSeparator: \.isNewline).count == 4)
    #expect(try out.names == ["all.csv"])
  }

  @Test func `a file that cannot be written fails, and the one that was there stays`() throws {
    let folder = try Text.folder()
    let out = try Scratch()
    try out.write("kept", to: "kept.csv/inside")
    for path in ["nowhere/all.csv", "kept.csv"] {
      let run = try Quoth.run(["-c", "quotes save \"\(path)\"", folder.path], in: out)
      #expect(run.status == 1)
      #expect(run.errors.split(separator: "\n").count == 1)
      #expect(run.errors.contains(path))
      #expect(try out.names == ["kept.csv"])
    }
  }

  #if os(Linux)
    @Test func `an answer that does not get through is a failure`() throws {
      let folder = try Text.folder()
      let scratch = try Scratch()
      let process = try Quoth.process(["-c", "tokens", folder.path])
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
      process.standardError = try FileHandle(forWritingTo: scratch.write("", to: "err"))
      try process.run()
      process.waitUntilExit()
      #expect(Quoth.status(of: process) == 1)
      #expect(try scratch.text("err").contains("could not be written: no space left"))
    }
  #endif
}
