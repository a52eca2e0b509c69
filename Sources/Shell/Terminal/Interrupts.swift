internal import CLineEditor

/// Ctrl-C while a statement runs.
public enum Interrupts {

  /// Whether Ctrl-C was pressed since the statement began; safe on any thread.
  @Sendable public static func isRequested() -> Bool { cle_interrupted() }

  /// Whether Ctrl-C was pressed since this was last asked.
  static func takeRequest() -> Bool {
    defer { cle_clear_interrupt() }
    return cle_interrupted()
  }

  /// Forgets a Ctrl-C that came while a line was edited.
  static func clear() { cle_clear_interrupt() }

  /// Shows an answer while others are still to come.
  ///
  /// A Ctrl-C in the pager is meant for the pager, and no number of them ends the process.
  static func whileShowing(_ body: () -> Void) {
    cle_set_busy(false)
    defer { cle_set_busy(true) }
    body()
  }

  /// Runs `body`, during which a third Ctrl-C that nobody heeds ends the process.
  ///
  /// One that came since the terminal was given back to signals counts already.
  static func whileRunning<Result>(_ body: () -> Result) -> Result {
    cle_set_busy(true)
    defer {
      cle_set_busy(false)
      cle_clear_interrupt()
    }
    return body()
  }
}
