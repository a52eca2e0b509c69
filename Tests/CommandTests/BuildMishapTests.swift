import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Builds that are ended by force, have no room, or are read from meanwhile.
@Suite struct BuildMishapTests {

  private static let clock = ["SOURCE_DATE_EPOCH": "1740000000"]

  /// A folder of short texts, each with one quote.
  private func folder(_ count: Int) throws -> Scratch {
    let folder = try Scratch()
    for number in 0..<count {
      let text = """
        \"We shall mend bridge number \(number) before the winter,\" Marta Vale said on Monday.

        """
      try folder.write(text, to: "texts/\(number / 10)\(number % 10).txt")
    }
    return folder
  }

  private func build(_ arguments: String..., in folder: Scratch) throws -> Run {
    try Quoth.run(["build"] + arguments, environment: Self.clock, in: folder)
  }

  @Test func `a build that was killed goes on to the same bytes`() throws {
    let folder = try folder(12)
    #expect(try build("texts", "-o", "news", in: folder).status == 0)
    let whole = try folder.data("news")
    try FileManager.default.removeItem(at: folder.url.appending(path: "news"))
    #expect(try build("texts", "-o", "news", "--memory", "1MB", in: folder).status == 1)
    let journal = try folder.data("news.partial")
    // What a kill leaves of a journal is its beginning.
    for share in [0.0, 0.01, 0.3, 0.5, 0.77, 0.999, 1.0] {
      try folder.write(journal.prefix(Int(Double(journal.count) * share)), to: "news.partial")
      #expect(try build("texts", "-o", "news", in: folder).status == 0)
      #expect(try folder.data("news") == whole, "after \(share) of the journal")
      #expect(try folder.names == ["news", "texts"])
      try FileManager.default.removeItem(at: folder.url.appending(path: "news"))
    }
  }

  @Test func `a build that is killed leaves no image, and the next one makes it`() throws {
    let folder = try folder(2)
    #expect(unsafe mkfifo(folder.url.appending(path: "more.txt").path, 0o600) == 0)
    let process = try Quoth.process(["build", "texts", "more.txt", "-o", "news"], in: folder)
    process.standardError = FileHandle.nullDevice
    try process.run()
    // Whoever opens it for writing waits for the reader.
    let writer = try #require(
      FileHandle(forWritingAtPath: folder.url.appending(path: "more.txt").path))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try writer.close()
    #expect(try !folder.names.contains("news"))
    #expect(try build("texts", "-o", "news", in: folder).status == 0)
    #expect(try folder.names == ["more.txt", "news", "texts"])
  }

  /// Runs a build that may make no file longer than so many blocks of 512 bytes.
  private func build(
    _ arguments: String, blocks: Int, in folder: Scratch
  ) throws -> (status: Int32, errors: String) {
    let process = try Quoth.process([], in: folder)
    let program = try Quoth.path.path
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", "ulimit -f \(blocks); exec \"$0\" build \(arguments)", program,
    ]
    let told = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = told
    try process.run()
    let errors = try told.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (Quoth.status(of: process), String(decoding: errors, as: UTF8.self))
  }

  @Test func `an image goes to no standard output`() throws {
    let folder = try folder(1)
    let run = try build("texts", "-o", "-", in: folder)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("name one, like -o news.quoth-corpus"))
    #expect(try !folder.names.contains("-"))
  }

  @Test func `a disk without room leaves the old image, and what is done is kept`() throws {
    let folder = try folder(8)
    #expect(try build("texts/00.txt", "-o", "news", in: folder).status == 0)
    let old = try folder.data("news")
    // Room for the journal, and not for the image.
    let first = try build("texts -o news", blocks: 16, in: folder)
    #expect(first.status == 1)
    #expect(first.errors.contains("news: cannot write it:"))
    #expect(first.errors.split(separator: "\n").count == 1)
    #expect(try folder.data("news") == old)
    #expect(try folder.names == ["news", "news.partial", "texts"])
    // Room for neither.
    let second = try build("texts -o other", blocks: 0, in: folder)
    #expect(second.status == 1)
    #expect(second.errors.contains("other.partial: it cannot be written:"))
    #expect(try build("texts", "-o", "news", in: folder).status == 0)
    #expect(try build("texts", "-o", "whole", in: folder).status == 0)
    #expect(try folder.data("news").count == folder.data("whole").count)
    #expect(try !folder.names.contains("news.partial"))
  }

  #if os(Linux)
    @Test func `a device is written to, or told to be none for an image, and never replaced`()
      throws
    {
      let folder = try folder(1)
      let image = try build("texts", "-o", "/dev/full", in: folder)
      #expect(image.status == 1)
      #expect(image.errors == "quoth: /dev/full: this is a device or a pipe; name a file\n")
      let export = try Quoth.run(["export", "-o", "/dev/full", "texts"], in: folder)
      #expect(export.status == 1)
      #expect(
        export.errors == "quoth: /dev/full: it cannot be written: no space left on device; "
          + "make room, or name another place\n")
      let type = try FileManager.default.attributesOfItem(atPath: "/dev/full")[.type]
      #expect(type as? FileAttributeType == .typeCharacterSpecial)
    }
  #endif

  @Test func `two readers find complete states while documents are added`() throws {
    let count = 5
    let folder = try folder(count)
    #expect(try build("texts/00.txt", "-o", "news", in: folder).status == 0)
    let states = States()
    DispatchQueue.concurrentPerform(iterations: 3) { worker in
      guard worker > 0 else {
        for number in 1..<count {
          let run = try? build("--append", "texts/0\(number).txt", "-o", "news", in: folder)
          if run?.status != 0 { states.add("the appending failed: \(run?.errors ?? "")") }
        }
        return states.end()
      }
      repeat {
        let run = try? Quoth.run(
          ["-c", "documents count", "-c", "quotes count", "--format", "tsv", "news"], in: folder)
        states.add(run.map { $0.status == 0 ? $0.text : $0.errors } ?? "no run")
      } while !states.isEnded
    }
    let complete = try (1...count).map { number in
      let names = (0..<number).map { "texts/0\($0).txt" }
      let run = try Quoth.run(
        ["-c", "documents count", "-c", "quotes count", "--format", "tsv"] + names, in: folder)
      return run.text
    }
    #expect(Set(complete).count == count)
    #expect(states.seen.isSubset(of: complete))
  }

  /// What several readers have seen.
  private final class States: @unchecked Sendable {

    private let lock = NSLock()
    private var all: Set<String> = []
    private var isOver = false

    func add(_ state: String) { _ = lock.withLock { all.insert(state) } }

    func end() { lock.withLock { isOver = true } }

    var isEnded: Bool { lock.withLock { isOver } }

    var seen: Set<String> { lock.withLock { all } }
  }
}
