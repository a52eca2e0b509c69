import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Ctrl-C where no prompt is open.
@Suite(.serialized) struct InterruptTests {

  @Test func `Ctrl-C while the input is read leaves with 130`() throws {
    let folder = try Text.folder()
    let running = try Running(["-c", "documents count", "-f", "/dev/stdin", "."], in: folder)
    try running.waitForOutput()
    running.process.interrupt()
    #expect(running.waitForExit() == 130)
  }

  @Test func `Ctrl-C stops a script that runs, and what follows is not run`() throws {
    let folder = try Text.folder()
    let statements = String(repeating: "documents count;\n", count: 5000)
    try folder.write(statements, to: "long.quoth")
    let running = try Running(["-f", "long.quoth", "."], in: folder)
    try running.waitForOutput()
    running.process.interrupt()
    #expect(running.waitForExit() == 130)
    #expect(running.errors == "")
  }

  @Test func `Ctrl-C stops a build, which tells how to go on and leaves no image`() throws {
    let folder = try Text.folder()
    let pipe = folder.url.appending(path: "more.txt").path
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    let running = try Running(["build", "bridge.txt", "more.txt", "-o", "news"], in: folder)
    // Whoever opens it for writing waits for the reader.
    let writer = try #require(FileHandle(forWritingAtPath: pipe))
    running.process.interrupt()
    try writer.close()
    #expect(running.waitForExit() == 130)
    let errors = running.errors
    #expect(errors.contains("the same command goes on where it was"))
    #expect(errors.split(separator: "\n").count == 1)
    #expect(try !folder.names.contains("news"))
    try FileManager.default.removeItem(atPath: pipe)
    try folder.write("Nothing was said.", to: "more.txt")
    let run = try Quoth.run(["build", "bridge.txt", "more.txt", "-o", "news"], in: folder)
    #expect(run.status == 0)
    #expect(try !folder.names.contains("news.partial"))
  }

  @Test func `Ctrl-C before anything was annotated says so, and leaves nothing`() throws {
    let folder = try Text.folder()
    let pipe = folder.url.appending(path: "more.txt").path
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    let running = try Running(["build", "more.txt", "-o", "news"], in: folder)
    let writer = try #require(FileHandle(forWritingAtPath: pipe))
    running.process.interrupt()
    try writer.close()
    #expect(running.waitForExit() == 130)
    #expect(running.errors.contains("nothing was done that could be kept"))
    #expect(try !folder.names.contains("news.partial"))
  }

  /// A program that runs, with an input that stays open.
  private final class Running {

    let process: Process
    private let input = Pipe()
    private let output = Pipe()
    private let told = Pipe()

    init(_ arguments: [String], in folder: Scratch) throws {
      Self.letSignalsPass()
      process = try Quoth.process(arguments, in: folder)
      process.standardInput = input
      process.standardOutput = output
      process.standardError = told
      try process.run()
    }

    /// Whoever runs the tests may have turned the signal off, and children inherit that.
    private static func letSignalsPass() {
      signal(SIGINT, SIG_DFL)
      var signals = sigset_t()
      unsafe sigemptyset(&signals)
      unsafe sigaddset(&signals, SIGINT)
      unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    func waitForOutput() throws {
      try #require(!output.fileHandleForReading.availableData.isEmpty)
    }

    var errors: String {
      String(decoding: told.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }

    func waitForExit() -> Int32 {
      let ended = DispatchSemaphore(value: 0)
      process.terminationHandler = { _ in ended.signal() }
      if !process.isRunning { ended.signal() }
      if ended.wait(timeout: .now() + 10) == .timedOut { kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      return Quoth.status(of: process)
    }
  }
}
