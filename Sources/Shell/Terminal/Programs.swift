internal import CLineEditor

/// The user's own programs.
enum Programs {

  /// Opens `text` in `$VISUAL` or `$EDITOR` and returns what was saved; nil when that failed.
  ///
  /// The variable may hold arguments, as in `code --wait`.
  static func edit(_ text: String) -> String? {
    let editor = [Environment["VISUAL"], Environment["EDITOR"]].compactMap { $0 }
      .first { !$0.isEmpty }
    guard let path = Files.temporary(holding: text + "\n", suffix: ".quoth") else { return nil }
    defer { Files.remove(path) }
    lendTerminal()
    defer { takeTerminal() }
    guard unsafe cle_run((editor ?? "vi") + " \"$1\"", path) == 0, let bytes = Files.read(path)
    else { return nil }
    var edited = String(decoding: bytes, as: UTF8.self)
    while edited.last?.isNewline == true { edited.removeLast() }
    return edited
  }

  /// Shows `text` in a pager; a reader who leaves early is content, not an error.
  ///
  /// - Returns: Whether the pager ran.
  static func page(_ text: String, through command: String) -> Bool {
    let bytes = Array(text.utf8)
    lendTerminal()
    defer { takeTerminal() }
    let status = unsafe cle_pipe_to(command, bytes, bytes.count)
    return status >= 0 && status != 127
  }

  private static func lendTerminal() { TerminalDevice.setQuiet(false) }

  /// Takes the terminal back; a Ctrl-C meanwhile was meant for the program.
  private static func takeTerminal() {
    TerminalDevice.setQuiet(true)
    Interrupts.clear()
  }
}
