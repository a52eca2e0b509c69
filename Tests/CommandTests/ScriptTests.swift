import Testing

/// `quoth check`, `quoth fmt` and `quoth info`.
@Suite struct ScriptTests {

  private static let faulty = """
    quots where speaker = Macron

    quotes wher speaker = Macron

    quotes where speker = Macron
    """

  @Test func `every mistake of a script is reported with line and column`() throws {
    let folder = try Scratch()
    try folder.write(Self.faulty, to: "faulty.quoth")
    let run = try Quoth.run(["check", "faulty.quoth"], in: folder)
    #expect(run.status == 1)
    for place in ["faulty.quoth:1:1", "faulty.quoth:3:8", "faulty.quoth:5:14"] {
      #expect(run.errors.contains(place))
    }
    for word in ["'quotes'", "'where'", "'speaker'"] {
      #expect(run.errors.contains("did you mean \(word)?"))
    }
    #expect(run.output.isEmpty)
  }

  @Test func `scripts without mistakes check in silence`() throws {
    let folder = try Text.folder()
    try folder.write("quotes where speaker = $who\n", to: "a.quoth")
    try folder.write("let q = quotes\n\nq count\n", to: "b c.quoth")
    let run = try Quoth.run(
      ["check", "a.quoth", "b c.quoth", "--param", "who=Vale", "--corpus", "."], in: folder)
    #expect(run.status == 0)
    #expect(run.errors == "" && run.output.isEmpty)
  }

  @Test func `a script is laid out in place, once and for all`() throws {
    let folder = try Scratch()
    try folder.write("-- who\nquotes   WHERE speaker=Macron  limit   3\n", to: "a.quoth")
    #expect(try Quoth.run(["fmt", "--check", "a.quoth"], in: folder).status == 1)
    let first = try Quoth.run(["fmt", "a.quoth"], in: folder)
    #expect(first.status == 0)
    let formatted = try folder.text("a.quoth")
    #expect(formatted.hasPrefix("-- who\nquotes where speaker = Macron"))
    #expect(try Quoth.run(["fmt", "--check", "a.quoth"], in: folder).status == 0)
    #expect(try Quoth.run(["fmt"], input: formatted).text == formatted)
    #expect(try folder.names == ["a.quoth"])
  }

  @Test func `a script with mistakes stays as it is, and the others are still laid out`() throws {
    let folder = try Scratch()
    try folder.write(Self.faulty, to: "a.quoth")
    try folder.write("quotes   count", to: "b.quoth")
    let run = try Quoth.run(["fmt", "a.quoth", "b.quoth"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("a.quoth has mistakes and was left as it is"))
    #expect(try folder.text("a.quoth") == Self.faulty)
    #expect(try folder.text("b.quoth") == "quotes | count\n")
  }

  @Test func `what a corpus holds is told`() throws {
    let folder = try Text.folder()
    let run = try Quoth.run(["info", "."], in: folder)
    #expect(run.status == 0)
    #expect(run.lines.contains("documents      2"))
    #expect(run.lines.contains("quotes         3"))
    #expect(run.lines.contains("dates          2025-03-04 to 2025-03-04; 1 without a date"))
    #expect(run.text.contains("fingerprint"))
  }
}
