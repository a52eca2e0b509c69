import CPseudoTerminal
import Foundation
import Testing

/// A program at a terminal, and the person in front of it.
///
/// Everything is awaited as a condition on the screen with a generous deadline; nothing sleeps.
final class Terminal {

  /// Who runs, where and with what around.
  struct Program {
    var path: String
    var arguments: [String] = []
    var environment: [String: String] = [:]
  }

  private(set) var screen: Screen
  let home: URL
  private let child: pid_t
  private let controller: Int32
  private var exitStatus: Int32?
  private let deadline: Duration = .seconds(10)

  /// Starts `program` in a home folder of its own, or in the one of another terminal.
  init(_ program: Program, columns: Int = 60, rows: Int = 16, home: URL? = nil) throws {
    let home = try home ?? Terminal.makeHome()
    self.home = home
    screen = Screen(columns: columns, rows: rows)
    var environment = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin",
      "HOME": home.path, "SWIFT_BACKTRACE": "enable=no", "TMPDIR": home.path,
    ]
    environment.merge(program.environment) { $1 }
    var controller: Int32 = -1
    child = unsafe Terminal.withStrings([program.path] + program.arguments) { arguments in
      unsafe Terminal.withStrings(environment.map { "\($0)=\($1)" }) { environment in
        unsafe cpt_spawn(
          program.path, arguments, environment, home.path, Int32(columns), Int32(rows),
          &controller)
      }
    }
    self.controller = controller
    try #require(child > 0)
  }

  deinit { cpt_end(exitStatus == nil ? child : -1, controller) }

  // MARK: The person

  /// Types `text`; control characters are keys.
  func type(_ text: String) throws {
    var bytes = Array(text.utf8)[...]
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: deadline)
    while !bytes.isEmpty {
      let count = unsafe cpt_write(controller, Array(bytes), bytes.count)
      try #require(count >= 0 && clock.now < end, "the program takes no input")
      bytes = bytes.dropFirst(count)
      if !bytes.isEmpty { read(milliseconds: 1) }
    }
  }

  /// Pastes `text` as a terminal does that knows where pastes begin and end.
  func paste(_ text: String) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    try type("\u{1B}[200~" + lines.joined(separator: "\r") + "\u{1B}[201~")
  }

  func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    cpt_resize(controller, Int32(columns), Int32(rows))
  }

  func send(signal: Int32) { cpt_kill(child, signal) }

  /// Whether the terminal is as a shell leaves it.
  var isCooked: Bool { cpt_is_cooked(controller) }

  /// Whether Ctrl-C is a signal, as while a statement runs.
  var hasSignals: Bool { cpt_has_signals(controller) }

  // MARK: Waiting

  /// Waits until the screen is as wanted.
  func wait(
    for wanted: String, sourceLocation: SourceLocation = #_sourceLocation,
    until condition: (Screen) -> Bool
  ) throws {
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: deadline)
    while !condition(screen) {
      guard clock.now < end, read(milliseconds: 50) || condition(screen) else {
        Issue.record(
          "not seen: \(wanted)\n\(screen.transcript.joined(separator: "\n"))",
          sourceLocation: sourceLocation)
        throw Missing()
      }
    }
    #expect(screen.unknown.isEmpty, sourceLocation: sourceLocation)
  }

  /// Waits until a row reads `line`.
  func wait(line: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(for: line, sourceLocation: sourceLocation) { $0.transcript.contains(line) }
  }

  /// Waits until the cursor's row reads `line`.
  func wait(cursorLine line: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(for: line, sourceLocation: sourceLocation) { $0.cursorLine == line }
  }

  /// Waits until `condition` holds, whatever the screen shows.
  func wait(
    until wanted: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: () -> Bool
  ) throws {
    try wait(for: wanted, sourceLocation: sourceLocation) { _ in condition() }
  }

  /// Waits for the end of the program, with `key` pressed again and again meanwhile, and returns
  /// its exit status, which is 128 + n after signal n.
  func waitForExit(
    pressing key: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Int32 {
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: deadline)
    while clock.now < end {
      if !key.isEmpty { _ = unsafe cpt_write(controller, Array(key.utf8), key.utf8.count) }
      read(milliseconds: 5)
      let status = cpt_poll_exit(child)
      if status >= 0 {
        exitStatus = status
        while read(milliseconds: 5) {}
        return status
      }
    }
    Issue.record(
      "still runs:\n\(screen.lines.joined(separator: "\n"))", sourceLocation: sourceLocation)
    throw Missing()
  }

  /// Takes what the program wrote; false when it has gone.
  @discardableResult
  private func read(milliseconds: Int32) -> Bool {
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = unsafe cpt_read(controller, &bytes, bytes.count, milliseconds)
    if count > 0 { screen.feed(bytes[..<count]) }
    return count >= 0
  }

  /// The condition never came true; the failure is recorded already.
  struct Missing: Error {}
}

extension Terminal {

  static func makeHome() throws -> URL {
    let home = FileManager.default.temporaryDirectory.appending(path: "quoth-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    return home
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = unsafe strings.map { unsafe strdup($0) } + [nil]
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe body(copies)
  }
}
