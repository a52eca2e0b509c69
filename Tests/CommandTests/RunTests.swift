import Foundation
import Testing

/// `run` and `use` in scripts, and what `quoth check` makes of them.
@Suite struct RunTests {

  /// A corpus in `news`, and scripts.
  private func folder(_ scripts: [String: String]) throws -> Scratch {
    let folder = try Scratch()
    try folder.write(Text.bridge, to: "news/bridge.txt")
    for (name, text) in scripts { try folder.write(text, to: name) }
    return folder
  }

  @Test func `a script runs another in its own folder, and has its definitions`() throws {
    let folder = try folder([
      "work/main.quoth": "run \"parts/names.quoth\"\n\nvales count",
      "work/parts/names.quoth": "run \"more.quoth\"\n\nlet vales = all_quotes where speaker = Vale",
      "work/parts/more.quoth": "let all_quotes = quotes\n\ndocuments count",
    ])
    let run = try Quoth.run(["-f", "work/main.quoth", "news"], in: folder)
    #expect(run.status == 0)
    #expect(run.lines.first == "1 document")
    #expect(run.lines.last == "1 quote")
  }

  @Test func `mistakes are told with the file and line where they are, and nothing runs`() throws {
    let folder = try folder([
      "main.quoth": "documents count\n\nrun \"part.quoth\"\n\nquots",
      "part.quoth": "-- a part\nquotes where spaeker = Vale",
    ])
    for arguments in [["-f", "main.quoth", "news"], ["check", "main.quoth", "--corpus", "news"]] {
      let run = try Quoth.run(arguments, in: folder)
      #expect(run.status == 1)
      #expect(run.text == "")
      #expect(run.errors.contains("main.quoth:5:1"))
      #expect(run.errors.contains("part.quoth:2:14"))
    }
  }

  @Test(arguments: [
    ("run \"main.quoth\"", "'main.quoth' is running already"),
    ("run \"other.quoth\"", "'./main.quoth' is running already"),
    ("run \"absent.quoth\"", "there is no file 'absent.quoth'"),
    ("run \"news\"", "'news' cannot be read"),
    ("use \"absent\"", "absent"), ("use \"empty\"", "there is no text to read in empty"),
  ])
  func `what cannot be run or used is told at its name`(script: String, message: String) throws {
    let folder = try folder([
      "main.quoth": script, "other.quoth": "run \"./main.quoth\"", "empty/.keep": "",
    ])
    for arguments in [["-f", "main.quoth", "news"], ["check", "main.quoth"]] {
      let run = try Quoth.run(arguments, in: folder)
      #expect(run.status == 1)
      #expect(run.errors.contains(message), "\(run.errors)")
    }
  }

  @Test func `a script may run the same file twice, but not without end`() throws {
    let folder = try folder([
      "main.quoth": "run \"a.quoth\"; run \"a.quoth\"", "a.quoth": "quotes count",
    ])
    #expect(try Quoth.run(["-f", "main.quoth", "news"], in: folder).lines.count == 2)
    for level in 0..<12 {
      let next = "run \"\(level + 1).quoth\"; "
      try folder.write(next + next, to: "\(level).quoth")
    }
    try folder.write("quotes count", to: "12.quoth")
    let run = try Quoth.run(["-f", "0.quoth", "news"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("at most 1000 times"))
  }

  @Test func `a script changes the corpus, and what was defined is forgotten`() throws {
    let folder = try folder(["main.quoth": "let q = quotes; q count; use \"harbour\"; quotes count"]
    )
    try folder.write(Text.harbour, to: "harbour/harbour.md")
    let run = try Quoth.run(["-f", "main.quoth", "news"], in: folder)
    #expect(run.status == 0)
    #expect(run.lines == ["2 quotes", "1 quote"])
    #expect(
      run.errors.hasPrefix("asking harbour: 1 document, 1 quote, ")
        && run.errors.hasSuffix("; what was defined before is forgotten\n"))
    try folder.write("let q = quotes; use \"harbour\"; q count", to: "main.quoth")
    let forgotten = try Quoth.run(["-f", "main.quoth", "news"], in: folder)
    #expect(forgotten.status == 1)
    #expect(forgotten.errors.contains("q"))
  }

  @Test func `the built-in corpus has a name`() throws {
    let folder = try folder([:])
    let run = try Quoth.run(["-c", "use \"built-in\"; documents count", "news"], in: folder)
    #expect(run.lines.count == 1)
    #expect(run.lines.first != "1 document")
    #expect(run.errors.contains("asking the built-in teaching corpus"))
  }
}
