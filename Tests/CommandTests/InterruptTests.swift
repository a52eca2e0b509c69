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
