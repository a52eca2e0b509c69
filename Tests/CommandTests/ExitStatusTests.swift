import Testing

/// How the program leaves, and what it says then.
@Suite struct ExitStatusTests {

  @Test(arguments: [
    (["-c", "quots"], "did you mean 'quotes'?"),
    (["-c", "expect documents = 3"], "did not hold: there are 2"),
    (["-c", "documents where id = $absent"], "--param absent="),
    (["-c", "quotes where speaker = Nobody", "--strict"], "--strict"),
  ])
  func `a query that fails leaves with 1`(arguments: [String], told: String) throws {
    let folder = try Text.folder()
    let run = try Quoth.run(arguments + [folder.path])
    #expect(run.status == 1)
    #expect(run.errors.contains(told))
  }

  @Test(arguments: [
    ["--nonsense"], ["--format", "xml"], ["--limit", "none"], ["--limit", "0"], ["-c"],
    ["--param", "nameless"], ["check"], ["annotate"], ["annotate", "x", "--format", "csv"],
  ])
  func `wrong usage leaves with 2 and says how it is meant`(arguments: [String]) throws {
    let run = try Quoth.run(arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.lowercased().contains("usage: quoth"))
  }

  @Test(arguments: [
    ["absent"], ["-f", "absent"], ["check", "absent"], ["fmt", "absent"], ["info", "absent"],
    ["annotate", "absent"], ["-c", "documents", ".", "absent"], ["."],
  ])
  func `an input that is missing leaves with 66 and one message`(arguments: [String]) throws {
    let run = try Quoth.run(arguments, in: try Scratch())
    #expect(run.status == 66)
    #expect(run.output.isEmpty)
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.errors.hasPrefix("quoth: \(arguments.last ?? "")"))
  }

  @Test func `an unknown name is no failure unless strictness is asked for`() throws {
    let folder = try Text.folder()
    let run = try Quoth.run(["-c", "quotes where speaker = Nobody", folder.path])
    #expect(run.status == 0)
  }

  @Test func `statements behind one that fails still run`() throws {
    let folder = try Text.folder()
    let run = try Quoth.run(
      [folder.path], input: "expect documents = 3;\ndocuments count\n")
    #expect(run.status == 1)
    #expect(run.lines == ["2 documents"])
  }

  @Test func `the version is told`() throws {
    let run = try Quoth.run(["--version"])
    #expect(run.status == 0)
    #expect(run.text.wholeMatch(of: /quoth \d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: [
    ["--help"], ["help"], ["check", "--help"], ["fmt", "-h"], ["annotate", "-h"],
  ])
  func `help goes to the output`(arguments: [String]) throws {
    let run = try Quoth.run(arguments)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.text.contains("USAGE: quoth"))
    #expect(!run.text.contains("the  "))
  }
}
