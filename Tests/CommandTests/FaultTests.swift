import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// What the system does not let be read or written, for somebody who is not the superuser.
@Suite struct FaultTests {

  /// A folder whose files anybody may reach, with three short texts.
  private func folder() throws -> Scratch {
    let folder = try Scratch()
    for number in 1...3 {
      try folder.write(
        "“We mend bridge \(number) before winter,” Marta Vale said on Monday.\n",
        to: "texts/\(number).txt")
    }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o777], ofItemAtPath: folder.url.path)
    return folder
  }

  private func forbid(_ name: String, in folder: Scratch, _ mode: Int = 0) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: folder.url.appending(path: name).path)
  }

  private static let changer = "/usr/bin/setpriv"

  /// Whether the program can be run as somebody who may not read everything.
  static let canBeNobody = geteuid() != 0 || FileManager.default.isExecutableFile(atPath: changer)

  /// Runs the program as nobody, unless the tests run as somebody already.
  private func run(_ arguments: String..., in folder: Scratch) throws -> Run {
    guard geteuid() == 0 else { return try Quoth.run(arguments, in: folder) }
    // A copy that nobody can reach, too, wherever the build lies.
    let program = folder.url.appending(path: "../\(folder.url.lastPathComponent)-bin")
    try FileManager.default.copyItem(at: Quoth.path, to: program)
    defer { try? FileManager.default.removeItem(at: program) }
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = URL(filePath: Self.changer)
    process.arguments =
      ["--reuid=65534", "--regid=65534", "--clear-groups", program.path] + arguments
    process.environment = ["PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"]
    process.currentDirectoryURL = folder.url
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: scratch.write("", to: "out"))
    process.standardError = try FileHandle(forWritingTo: scratch.write("", to: "err"))
    try process.run()
    process.waitUntilExit()
    return Run(
      status: Quoth.status(of: process), output: try scratch.data("out"),
      errors: String(decoding: try scratch.data("err"), as: UTF8.self))
  }

  @Test(.enabled(if: canBeNobody))
  func `what may not be read, and links to nowhere, are told, and the rest is read`() throws {
    let folder = try folder()
    try folder.write("Locked.\n", to: "texts/4.txt")
    try folder.write("Hidden.\n", to: "texts/in/5.txt")
    try forbid("texts/4.txt", in: folder)
    try forbid("texts/in", in: folder)
    defer { try? forbid("texts/in", in: folder, 0o755) }
    let path = folder.url.appending(path: "texts").path
    for (link, target) in [("6.txt", "nowhere"), ("7.txt", "7.txt"), ("up", "..")] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(path)/\(link)", withDestinationPath: target)
    }
    let told = """
      quoth: warning: texts/6.txt: it is a link to a file that is not there; lead it to one, or remove it
      quoth: warning: texts/7.txt: it cannot be read: too many levels of symbolic links; it is a link that \
      leads back to itself; remove it
      quoth: warning: texts/in: it cannot be read: permission denied; check that you may read it
      quoth: warning: texts/4.txt: it cannot be read: permission denied; check that you may read it

      """
    let build = try run("build", "texts", "-o", "news", in: folder)
    #expect(build.status == 0)
    #expect(build.errors == told)
    #expect(build.lines.last == "news: 3 files read, 4 skipped, 4 warnings")
    let strict = try run("build", "texts", "-o", "news", "--strict", in: folder)
    #expect(strict.status == 1 && strict.errors == told)
    let asked = try run("-c", "quotes count", "texts/4.txt", "texts/1.txt", in: folder)
    #expect(asked.status == 0 && asked.text == "1 quote\n")
    #expect(try run("-c", "quotes count", "texts/in", in: folder).status == 66)
  }

  @Test(.enabled(if: canBeNobody))
  func `where nothing may be written, that is told with a mend`() throws {
    let folder = try folder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "out"), withIntermediateDirectories: true)
    try forbid("out", in: folder, 0o555)
    defer { try? forbid("out", in: folder, 0o755) }
    let mend = "it cannot be written: permission denied; name a place that you may write to"
    let build = try run("build", "texts", "-o", "out/news", in: folder)
    #expect(build.status == 1)
    #expect(
      build.errors
        == "quoth: out/news.partial: \(mend); the same command goes on where it was\n")
    let export = try run("export", "texts", "-o", "out/news.jsonl", in: folder)
    #expect(export.status == 1 && export.errors == "quoth: out/news.jsonl: \(mend)\n")
    let save = try run("-c", "quotes save \"out/news.csv\"", "texts", in: folder)
    #expect(save.status == 1 && save.errors == "error: out/news.csv: \(mend)\n")
    let missing = try run("export", "texts", "-o", "no/news.jsonl", in: folder)
    #expect(
      missing.errors.contains("no/news.jsonl: ") && missing.errors.contains("make its folder"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").isEmpty)
  }

  @Test func `files that go while others are read are told, and the rest is read`() throws {
    let folder = try folder()
    let pipe = folder.url.appending(path: "first.txt").path
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    let scratch = try Scratch()
    for (arguments, status) in [([], 0), (["--strict"], 1)] as [([String], Int32)] {
      try folder.write("Gone.\n", to: "texts/0.txt")
      try folder.write(
        "{\"text\": \"\(String(repeating: "a ", count: 5 << 20))\"}", to: "texts/0.jsonl")
      let process = try Quoth.process(
        ["build", "first.txt", "texts", "-o", "news"] + arguments, in: folder)
      process.standardOutput = try FileHandle(forWritingTo: scratch.write("", to: "out"))
      process.standardError = try FileHandle(forWritingTo: scratch.write("", to: "err"))
      try process.run()
      // The folder has been listed when the first file is opened.
      let writer = try #require(FileHandle(forWritingAtPath: pipe))
      for name in ["texts/0.txt", "texts/0.jsonl"] {
        try FileManager.default.removeItem(at: folder.url.appending(path: name))
      }
      try writer.write(contentsOf: Data("The pipe has a text.\n".utf8))
      try writer.close()
      process.waitUntilExit()
      #expect(Quoth.status(of: process) == status)
      let gone = "it was there, and is gone; run it again when nothing moves the files"
      #expect(
        try scratch.text("err")
          == "quoth: warning: texts/0.jsonl: \(gone)\nquoth: warning: texts/0.txt: \(gone)\n")
      #expect(try scratch.text("out").contains("news: 4 files read, 2 skipped, 2 warnings"))
    }
  }
}
