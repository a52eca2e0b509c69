#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif
internal import Synchronization

/// Ctrl-C where no prompt is open: it stops a statement that runs, and otherwise ends the program.
enum InterruptSignal {

  private static let isRunning = Atomic(false)
  private static let isSeen = Atomic(false)

  /// Whether Ctrl-C was pressed while a statement ran; safe on any thread.
  @Sendable static func isRequested() -> Bool { isSeen.load(ordering: .relaxed) }

  /// Watches for the signal from now on, unless whoever started the program turned it off.
  static func watch() {
    // The handler must find both flags made already.
    isSeen.store(false, ordering: .relaxed)
    isRunning.store(false, ordering: .relaxed)
    let before = signal(SIGINT) { _ in InterruptSignal.take() }
    if unsafe unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
      signal(SIGINT, SIG_IGN)
    }
  }

  /// Runs `body`, which asks `isRequested`; a second signal does not wait for it.
  static func whileRunning<Result>(_ body: () -> Result) -> Result {
    isRunning.store(true, ordering: .relaxed)
    defer { isRunning.store(false, ordering: .relaxed) }
    return body()
  }

  /// Draws and writes an answer, which looks at no flag: the signal ends the program at once.
  static func whileWriting(_ body: () -> Void) {
    isRunning.store(false, ordering: .relaxed)
    defer { isRunning.store(true, ordering: .relaxed) }
    body()
  }

  private static func take() {
    let isStoppable = isRunning.load(ordering: .relaxed)
    if !isStoppable || isSeen.exchange(true, ordering: .relaxed) {
      _exit(ExitStatus.interrupted.rawValue)
    }
  }
}
