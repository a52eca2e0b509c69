internal import CLineEditor

/// The terminal on standard input and output.
///
/// All that the shell writes goes through `write`.
enum TerminalDevice {

  /// What ended a wait.
  struct Events: OptionSet {
    let rawValue: Int32
    static let input = Events(rawValue: Int32(CLE_INPUT))
    static let resized = Events(rawValue: Int32(CLE_RESIZED))
    static let continued = Events(rawValue: Int32(CLE_CONTINUED))
    static let interrupted = Events(rawValue: Int32(CLE_INTERRUPTED))
  }

  static var size: (columns: Int, rows: Int) {
    var columns: Int32 = 80
    var rows: Int32 = 24
    unsafe cle_terminal_size(&columns, &rows)
    return (Int(columns), Int(rows))
  }

  /// Writes all of `text`; false when nobody reads any more.
  @discardableResult
  static func write(_ text: String) -> Bool {
    guard !text.isEmpty else { return true }
    var text = text
    return text.withUTF8 { unsafe cle_write(1, $0.baseAddress, $0.count) }
  }

  /// Waits for input or a signal; nil waits for ever.
  static func wait(milliseconds: Int32?) -> Events {
    Events(rawValue: cle_wait(milliseconds ?? -1))
  }

  /// The bytes that are there, or nil at the end of input.
  static func read() -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = unsafe cle_read(0, &bytes, bytes.count)
    return count > 0 ? Array(bytes.prefix(count)) : nil
  }

  /// Readies the process for a session at a terminal: locale and signals, and for editing the
  /// promise to leave the terminal as it was found.
  static func open(forEditing: Bool) {
    cle_use_utf8()
    cle_catch_signals()
    if forEditing { cle_guard_terminal() }
  }

  /// Keeps what is typed for the next line, unseen, or gives the terminal to another program.
  static func setQuiet(_ quiet: Bool) { cle_set_quiet(quiet) }

  /// Leaves the terminal as it was found.
  static func close() { cle_restore_terminal() }

  /// Stops the process group until it is continued.
  static func suspend() { cle_suspend() }
}
