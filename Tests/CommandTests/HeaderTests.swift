import Testing

/// What the answers of a script rest on.
@Suite struct HeaderTests {

  private let query = "quotes sample 1 seed 7 | count"

  @Test func `without a header a script's output begins with its results`() throws {
    let folder = try Text.folder()
    try folder.write(query, to: "draw.quoth")
    let run = try Quoth.run(["-f", "draw.quoth", "."], in: folder)
    #expect(run.text == "1 quote\n")
    #expect(run.errors == "")
  }

  @Test func `with one it names corpus, fingerprint, version and seed, and no clock`() throws {
    let folder = try Text.folder()
    try folder.write(query, to: "draw.quoth")
    let run = try Quoth.run(["-f", "draw.quoth", "--header", "."], in: folder)
    #expect(
      run.lines.map { $0.prefix { $0 != ":" } }.dropLast() == [
        "# corpus", "# fingerprint", "# corrections", "# engine", "# seed",
      ])
    #expect(run.lines[0] == "# corpus: .")
    #expect(run.lines[1].count == "# fingerprint: ".count + 16)
    #expect(run.lines[4] == "# seed: 7")
    #expect(run.lines[5] == "1 quote")
    #expect(try Quoth.run(["-f", "draw.quoth", "--header", "."], in: folder).text == run.text)
    let plain = try Quoth.run(["-c", "quotes count", "--header", "."], in: folder)
    #expect(plain.lines[4] == "# seed: none, nothing is drawn")
  }

  @Test(arguments: [("markdown", "<!-- corpus: . -->"), ("html", "<!-- corpus: . -->")])
  func `a format with comments has it as comments`(format: String, line: String) throws {
    let folder = try Text.folder()
    let run = try Quoth.run(["-c", query, "--header", "--format", format, "."], in: folder)
    #expect(run.lines.first == line)
  }

  @Test(arguments: ["csv", "tsv", "json", "jsonl"])
  func `a format without comments has it beside`(format: String) throws {
    let folder = try Text.folder()
    let run = try Quoth.run(["-c", query, "--header", "--format", format, "."], in: folder)
    #expect(!run.text.contains("fingerprint"))
    #expect(run.errors.hasPrefix("# corpus: .\n"))
  }
}
