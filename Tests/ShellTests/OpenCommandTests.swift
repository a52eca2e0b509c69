import Foundation
import Quoth
import Testing

@testable import Shell

/// What `.open` takes, and how it reads.
@Suite struct OpenCommandTests {

  @Test(
    arguments: [
      ("", [], nil, [], nil), ("a.txt", ["a.txt"], nil, [], nil),
      ("my  news.txt", ["my  news.txt"], nil, [], nil),
      ("--reader csv --map text=story a b.txt", ["a b.txt"], "csv", ["text=story"], nil),
      ("--reader=csv a", ["a"], "csv", [], nil),
      ("a --duplicates keep", ["a"], nil, [], "keep"),
      ("a --map x=y b", ["a b"], nil, ["x=y"], nil),
      ("--map a=b --map \"c=d e\" f", ["f"], nil, ["a=b", "c=d e"], nil),
      ("'a  b' \"--c\"", ["a  b", "--c"], nil, [], nil),
    ] as [(String, [String], String?, [String], String?)])
  func `options and paths are told apart`(
    argument: String, paths: [String], reader: String?, map: [String], duplicates: String?
  ) throws {
    let call = try OpeningCall(argument)
    #expect(call.paths == paths)
    #expect(call.options.reader == reader && call.options.map == map)
    #expect(call.options.duplicates == duplicates)
  }

  @Test(arguments: [
    ("--raeder csv a", "there is no option '--raeder'; .open takes --reader, --map, --duplicates"),
    ("--duplicates", "--duplicates takes a value: keep, drop, link"),
    ("--duplicates= a", "--duplicates takes a value: keep, drop, link"),
    ("\"a b", "the closing \" is missing"),
  ])
  func `what is wrong is told with a mend`(argument: String, message: String) {
    #expect(throws: ShellError(message)) { try OpeningCall(argument) }
  }

  @Test(arguments: [
    (".open --", ["--reader ", "--map ", "--duplicates "]),
    (".open --reader cs", ["csv "]), (".open --reader=corenl", ["--reader=corenlp"]),
    (".open --map te", ["text="]), (".open --duplicates ", ["keep ", "drop ", "link "]),
    (".open --reader aut", ["auto "]),
  ])
  func `options and their values are completed`(line: String, texts: [String]) throws {
    let call = try #require(CommandCall(line))
    let engine = SessionEngine(session: Session(corpus: .builtin()))
    let found = call.completions(in: line, at: line.utf8.count, engine: engine)
    #expect(found.candidates.map(\.text) == texts)
  }

  private static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "quoth-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test func `files are read as at the start, save for what is said`() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "week.dat").path
    let text = (1...4).map { "On day \($0) the ferry left at noon, and came back late." }
      .joined(separator: " ")
    let row = "The ferry runs again,\"\(text)\"\n"
    try Data(("Story,Wording\n" + row + row).utf8).write(to: URL(filePath: path))
    let options = try ReadingOptions(reader: "csv", map: ["text=Wording"])
    let session = Session(corpus: .builtin(reading: options))
    let engine = SessionEngine(session: session)
    func summary(_ change: (inout OpeningOptions) -> Void) throws -> String {
      var options = OpeningOptions()
      change(&options)
      try engine.open([path], options)
      return engine.corpusSummary
    }
    let asAtStart = "\(path): 1 document, no quotes, 56 words and marks"
    #expect(try summary { _ in } == asAtStart)
    #expect(try summary { $0.duplicates = "keep" }.contains("2 documents, no quotes, 112 words"))
    #expect(try summary { $0.map = ["text=Story"] }.contains("1 document, no quotes, 4 words"))
    #expect(try summary { $0.reader = "text" } != asAtStart)
    #expect(try summary { $0.reader = "auto" } == asAtStart)
    #expect(try summary { _ in } == asAtStart)
    var wrong = OpeningOptions()
    wrong.duplicates = "no"
    #expect(throws: ShellError("--duplicates takes one of keep, drop, link, not 'no'")) {
      try engine.open([path], wrong)
    }
    _ = session.run(SourceText("use \"\(path)\"")) { _ in }
    #expect(engine.corpusSummary == asAtStart)
  }

  @Test func `what could not be read as meant is told, by whatever way a corpus is opened`() throws
  {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let torn = folder.appending(path: "torn.jsonl").path
    try Data(#"{"text": "The ferry sails."}\#n{"text": "#.utf8).write(to: URL(filePath: torn))
    let engine = SessionEngine(session: Session(corpus: .builtin()))
    let warnings = try engine.open([torn], OpeningOptions())
    #expect(warnings.count == 1 && warnings[0].hasPrefix("warning: \(torn):2:"), "\(warnings)")
    let session = Session(corpus: .builtin())
    var messages: [String] = []
    _ = session.run(SourceText("use \"\(torn)\"")) { event in
      if case .message(let message) = event { messages.append(message) }
    }
    #expect(messages.count == 2 && messages.first == warnings.first, "\(messages)")
  }
}
