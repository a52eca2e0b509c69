import Foundation
import Testing

/// `quoth build`, `merge`, `verify`, and images as corpora.
@Suite struct BuildTests {

  /// A folder of news with an image of it.
  private func built() throws -> Scratch {
    let folder = try Text.folder()
    let run = try Quoth.run(["build", "bridge.txt", "harbour.md", "-o", "news"], in: folder)
    #expect(run.status == 0)
    #expect(
      run.lines == [
        "news: 2 documents, 38 words and marks, 3 quotes, 1 document without a date",
        "news: 2 files read",
      ])
    #expect(run.errors == "")
    return folder
  }

  private func answers(_ inputs: [String], in folder: Scratch) throws -> String {
    let questions = [
      "quotes", "documents", "quotes count by speaker", "families", "entities", "\"river\" kwic",
      "sentences", "mentions", "topics", "outlets", "authors", "tokens count by pos",
    ]
    let run = try Quoth.run(
      questions.flatMap { ["-c", $0] } + ["--format", "jsonl"] + inputs, in: folder)
    #expect(run.status == 0)
    return run.text + run.errors
  }

  @Test func `an image answers as its texts do, whatever it is called`() throws {
    let folder = try built()
    #expect(try folder.names == ["bridge.txt", "harbour.md", "news"])
    #expect(
      try answers(["news"], in: folder) == answers(["bridge.txt", "harbour.md"], in: folder))
    let info = try Quoth.run(["info", "news"], in: folder)
    #expect(info.status == 0)
    #expect(info.text.contains("documents      2\n"))
    #expect(info.text.contains("  from bridge.txt\n"))
    #expect(info.text.contains("sections, in bytes\n"))
    #expect(
      try Quoth.run(["verify", "news"], in: folder).lines.first?.hasPrefix("news: whole") == true)
  }

  @Test func `appending and merging answer as one build`() throws {
    let folder = try built()
    let expected = try answers(["news"], in: folder)
    for arguments in [
      ["build", "bridge.txt", "-o", "a"], ["build", "harbour.md", "-o", "b"],
      ["merge", "a", "b", "-o", "ab"], ["build", "--append", "harbour.md", "-o", "a"],
    ] {
      #expect(try Quoth.run(arguments, in: folder).status == 0)
    }
    #expect(try answers(["ab"], in: folder) == expected)
    #expect(try answers(["a"], in: folder) == expected)
    let run = try Quoth.run(["build", "bridge.txt", "-o", "a"], in: folder)
    #expect(run.status == 0)
    #expect(try answers(["a", "harbour.md"], in: folder) == expected)
    #expect(try answers(["a", "b"], in: folder) == expected)
  }

  @Test(arguments: [
    (["build", "none.txt", "-o", "x"], 66, "none.txt: there is no such file or folder"),
    (["build", "bridge.txt", "-o", "."], 1, ".: this is a folder"),
    (["build", "bridge.txt", "-o", "harbour.md"], 1, "a file that is no corpus image lies there"),
    (["build", "bridge.txt", "-o", "no/x"], 1, "no/x.partial: it cannot be written: no such file"),
    (["build", "news", "-o", "x"], 66, "quoth merge joins images"),
    (["build", "--append", "bridge.txt", "-o", "x"], 66, "there is no image to add to"),
    (["build", "bridge.txt"], 2, "--output"),
    (["build", "bridge.txt", "-o", "x", "--memory", "lots"], 2, "--memory"),
    (["merge", "news", "bridge.txt", "-o", "x"], 66, "bridge.txt: this is no corpus image"),
    (["merge", "none", "-o", "x"], 66, "none: there is no such file"),
    (["verify", "bridge.txt"], 1, "bridge.txt: this is no corpus image"),
    (["verify", "."], 1, ".: this is a folder"),
  ])
  func `what cannot be done is told with its place, and nothing is left behind`(
    arguments: [String], status: Int32, told: String
  ) throws {
    let folder = try built()
    let before = try folder.data("news")
    let run = try Quoth.run(arguments, in: folder)
    #expect(run.status == status)
    #expect(run.errors.contains(told))
    if status != 2 { #expect(run.errors.split(separator: "\n").count == 1) }
    #expect(run.output.isEmpty)
    #expect(try folder.names == ["bridge.txt", "harbour.md", "news"])
    #expect(try folder.data("news") == before)
  }

  @Test func `a damaged or cut image is told in one line`() throws {
    let folder = try built()
    let whole = try folder.data("news")
    for (name, data) in [
      ("cut", whole.prefix(whole.count / 2)), ("head", whole.prefix(70)),
      ("tail", whole + Data([0])),
    ] {
      try folder.write(data, to: name)
      let run = try Quoth.run(["-c", "documents count", name], in: folder)
      #expect(run.status == 66)
      #expect(run.errors.split(separator: "\n").count == 1)
      #expect(run.errors.contains("\(name): the image"))
    }
    var damaged = whole
    damaged[whole.count / 2] ^= 0xFF
    try folder.write(damaged, to: "damaged")
    let run = try Quoth.run(["verify", "damaged", "news"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("damaged: the image is damaged in its section"))
    #expect(run.lines.count == 1)
  }

  @Test func `a build that takes more memory than is granted keeps what it has annotated`() throws {
    let folder = try Text.folder()
    let build = ["build", "bridge.txt", "-o", "news"]
    let refused = try Quoth.run(build + ["--memory", "1MB"], in: folder)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("takes about 0.1 GB of memory"))
    #expect(try folder.names == ["bridge.txt", "harbour.md", "news.partial"])
    #expect(try Quoth.run(build + ["--memory", "0.1GB"], in: folder).status == 0)
    #expect(try folder.names == ["bridge.txt", "harbour.md", "news"])
  }

  @Test func `a build goes on where it was stopped, or begins anew when texts have changed`() throws
  {
    let folder = try built()
    let expected = try answers(["news"], in: folder)
    // What a stopped build leaves is what a build of the first texts has put aside.
    let lines = (0..<3).map { "{\"text\": \"“So it is,” said Ada Morel of number \($0).\"}\n" }
    try folder.write(lines.joined(), to: "many.jsonl")
    #expect(try Quoth.run(["build", "many.jsonl", "-o", "x"], in: folder).status == 0)
    try folder.write("QUOTHDOC and then something else", to: "news.partial")
    let run = try Quoth.run(["build", "bridge.txt", "harbour.md", "-o", "news"], in: folder)
    #expect(run.status == 0)
    #expect(try answers(["news"], in: folder) == expected)
    #expect(try folder.names == ["bridge.txt", "harbour.md", "many.jsonl", "news", "x"])
  }

  /// A folder with an image of more than four megabytes, and where the program keeps its cache.
  private func long() throws -> (folder: Scratch, environment: [String: String]) {
    let folder = try Scratch()
    var lines: [String] = []
    for number in 0..<260_000 {
      if number % 5_000 == 0 { lines.append("<doc id=\"d\(number)\">") }
      lines.append(
        number % 10 == 9 ? ".\tPUNCT\t." : "word\(number % 700)\tNOUN\tword\(number % 90)")
      if number % 5_000 == 4_999 { lines.append("</doc>") }
    }
    try folder.write(lines.joined(separator: "\n"), to: "long.vrt")
    let environment = ["XDG_CACHE_HOME": folder.url.appending(path: "cache").path]
    let run = try Quoth.run(
      ["build", "--no-annotation", "--duplicates", "keep", "long.vrt", "-o", "long"],
      environment: environment, in: folder)
    #expect(run.status == 0)
    #expect(try folder.data("long").count > 4 << 20)
    return (folder, environment)
  }

  @Test func `a long image is trusted by who has checked it, until its file changes`() throws {
    let (folder, environment) = try long()
    func ask() throws -> Run {
      try Quoth.run(["-c", "\"word7\" count", "long"], environment: environment, in: folder)
    }
    #expect(try folder.text("cache/quoth/checked-images").split(separator: "\n").count == 1)
    let answer = try ask()
    #expect(answer.status == 0)
    let whole = try folder.data("long")
    let questions = ["tokens count by lemma", "\"word7\" kwic", "documents", "quotes"]
    for share in [0.1, 0.35, 0.6, 0.99] {
      var damaged = whole
      damaged[Int(Double(whole.count) * share)] ^= 0x10
      try folder.write(damaged, to: "long")
      let run = try Quoth.run(
        questions.flatMap { ["-c", $0] } + ["long"], environment: environment, in: folder)
      #expect(run.status == 66)
      #expect(run.errors.contains("long: the image is damaged in its section"))
      #expect(run.output.isEmpty)
    }
    try folder.write(whole, to: "long")
    #expect(try ask().text == answer.text)
    // Without a place to keep it in mind, it is checked whenever it is opened.
    #expect(
      try Quoth.run(["-c", "documents count", "long"], environment: [:], in: folder).status == 0)
  }

  @Test func `an image that is cut while it is open ends the program with a message`() throws {
    let (folder, environment) = try long()
    let process = try Quoth.process(
      ["--format", "tsv", "-c", "tokens", "-c", "tokens count by lemma", "long"],
      environment: environment, in: folder)
    let (output, told) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = told
    try process.run()
    // The program waits for room in the pipe while its image is cut.
    #expect(!output.fileHandleForReading.availableData.isEmpty)
    try FileHandle(forWritingTo: folder.url.appending(path: "long")).truncate(atOffset: 4096)
    #expect(try output.fileHandleForReading.readToEnd() != nil)
    process.waitUntilExit()
    #expect(Quoth.status(of: process) == 66)
    let errors = String(
      decoding: told.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(errors.contains("it was cut while it was open"))
  }
}
