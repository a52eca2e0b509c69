import Foundation
import Testing

/// Corrections, from the statement to the file and back.
@Suite struct CorrectionTests {

  private let script = """
    quotes where speaker = "Odile Brand"

    correct 1 speaker = "Marta Vale"

    """

  @Test func `a correction is kept beside the corpus, and applies when it is opened again`()
    throws
  {
    let folder = try Scratch()
    try folder.write(Text.bridge, to: "news/bridge.txt")
    let corrected = try Quoth.run(["-c", script, "news"], in: folder)
    #expect(corrected.status == 0)
    #expect(corrected.text.contains("row 1 corrected, speaker: Odile Brand → Marta Vale"))
    #expect(try folder.names == ["news", "news.corrections"])
    let counting = ["-c", "quotes where speaker = \"Marta Vale\" count"]
    let again = try Quoth.run(counting + ["news/"], in: folder)
    #expect(again.lines.last == "2 quotes")
    #expect(again.errors == "1 correction applies (news.corrections)\n")
    let bare = try Quoth.run(counting + ["--no-corrections", "news"], in: folder)
    #expect(bare.lines.last == "1 quote")
    #expect(bare.errors == "")
    let refused = try Quoth.run(["-c", script, "--no-corrections", "news"], in: folder)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("corrections are off; start without --no-corrections"))
    #expect(try Quoth.run(["info", "news"], in: folder).text.contains("1 correction applies"))
  }

  @Test func `those of the built-in corpus are kept in the user's folder`() throws {
    let home = try Scratch()
    let query = "quotes where speaker = Trump\n\ncorrect 1 speaker is missing\n\ncorrections"
    for environment in [["XDG_DATA_HOME": home.path + "/data"], ["HOME": home.path]] {
      let run = try Quoth.run(["-c", query], environment: environment)
      #expect(run.status == 0)
      #expect(run.text.contains("1 correction\n"))
    }
    #expect(try home.text("data/quoth/builtin.corrections").contains("\tspeaker\tDonald Trump\t\n"))
    #expect(
      try home.text(".local/share/quoth/builtin.corrections").contains("\tspeaker\tDonald Trump\t"))
    let homeless = try Quoth.run(["-c", query])
    #expect(homeless.status == 1)
    #expect(homeless.errors.contains("set XDG_DATA_HOME or HOME"))
  }

  @Test func `they are listed, taken back and written to files`() throws {
    let folder = try Text.folder()
    let run = try Quoth.run(
      [
        "-c", script, "-c", "corrections save \"list.csv\"", "-c", "corrections undo",
        "-c", "corrections save \"list.jsonl\"", "-c", "corrections undo 1", ".",
      ], in: folder)
    #expect(run.status == 1)
    #expect(run.text.contains("taken back: correction 1, speaker: Odile Brand → Marta Vale"))
    #expect(run.errors.contains("correction 1 was taken back already"))
    #expect(try folder.text("list.csv").contains(",speaker,Odile Brand,Marta Vale,"))
    #expect(try folder.text("list.jsonl").contains("\"state\": \"taken back\""))
    let unknown = try Quoth.run(["-c", "corrections save \"list.doc\"", "."], in: folder)
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("list.doc"))
  }

  @Test func `two programs that correct at the same time lose nothing`() throws {
    let folder = try Scratch()
    try folder.write(Text.bridge, to: "news/bridge.txt")
    let pairs = (0..<40).map { _ in
      "correct 1 speaker = \"Odile Brand\"\n\ncorrect 1 speaker = \"Marta Vale\"\n"
    }
    try folder.write("quotes\n\n" + pairs.joined(separator: "\n"), to: "many.quoth")
    let processes = try (0..<2).map { _ in
      let process = try Quoth.process(["-f", "many.quoth", "news"], in: folder)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      return process
    }
    for process in processes { try process.run() }
    for process in processes { process.waitUntilExit() }
    #expect(processes.map(\.terminationStatus) == [0, 0])
    let lines = try folder.text("news.corrections").split(separator: "\n")
    let entries = lines.filter { !$0.hasPrefix("#") }
    #expect(entries.allSatisfy { $0.split(separator: "\t").count == 9 })
    let writers = Dictionary(grouping: entries) { entry in
      entry.prefix { $0 != "\t" }.drop { $0 != "-" }
    }
    // Where the other's entry made the value right already, none is needed.
    #expect(writers.count == 2)
    #expect(Set(entries.map { $0.prefix { $0 != "\t" } }).count == entries.count)
    let list = try Quoth.run(["-c", "corrections", "--format", "csv", "news"], in: folder)
    #expect(list.lines.count == entries.count + 1)
    #expect(!list.errors.contains("passed over"))
  }
}
