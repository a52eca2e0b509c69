internal import CLineEditor

/// Ctrl-C while a statement runs.
public enum Interrupts {

  /// Whether Ctrl-C was pressed since the statement began. Safe on any thread.
  @Sendable public static func isRequested() -> Bool { cle_interrupted() }

  /// Whether Ctrl-C was pressed since this was last asked.
  static func takeRequest() -> Bool {
    defer { cle_clear_interrupt() }
    return cle_interrupted()
  }

  /// Runs `body` with a fresh flag. A third Ctrl-C that nobody heeds ends the process.
  static func whileRunning<Result>(_ body: () -> Result) -> Result {
    cle_clear_interrupt()
    cle_set_busy(true)
    defer {
      cle_set_busy(false)
      cle_clear_interrupt()
    }
    return body()
  }
}
