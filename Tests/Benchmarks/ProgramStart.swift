import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The time from the start of the program to its first answer.
struct ProgramStart {

  /// The program.
  let program: String

  /// The corpus that it opens; nil for the one that is part of it.
  let corpus: String?

  /// The query that it is asked.
  let query: String

  /// Runs the program to its end, and returns how many bytes it wrote.
  ///
  /// - Throws: `StartFailure` where it cannot be started or fails.
  func run() throws(StartFailure) -> Int {
    var ends: (Int32, Int32) = (0, 0)
    let isOpen = unsafe withUnsafeMutablePointer(to: &ends) { pointer in
      unsafe pointer.withMemoryRebound(to: Int32.self, capacity: 2) { unsafe pipe($0) } == 0
    }
    guard isOpen else { throw StartFailure("there is no pipe") }
    defer { close(ends.0) }
    guard let process = start(output: ends.1, input: ends.0) else {
      close(ends.1)
      throw StartFailure("\(program) cannot be started")
    }
    close(ends.1)
    let count = Self.drain(ends.0)
    var status: Int32 = 0
    unsafe waitpid(process, &status, 0)
    guard status == 0 else { throw StartFailure("\(program) left with \(status >> 8)") }
    return count
  }

  private func start(output: Int32, input: Int32) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_addclose(&actions, input)
    let words = [program, "--no-corrections", "-c", query] + (corpus.map { [$0] } ?? [])
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var process: pid_t = 0
    let status = unsafe posix_spawn(&process, program, &actions, nil, &arguments, environ)
    return status == 0 ? process : nil
  }

  private static func drain(_ file: Int32) -> Int {
    var total = 0
    var block = [UInt8](repeating: 0, count: 1 << 12)
    while true {
      let count = unsafe read(file, &block, block.count)
      guard count > 0 else { return total }
      total += count
    }
  }
}

/// Why a program was not timed.
struct StartFailure: Error, CustomStringConvertible {

  let description: String

  init(_ description: String) { self.description = description }
}
