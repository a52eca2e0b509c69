/// What a command of the shell can reach.
final class ShellContext {

  let engine: any ShellEngine
  let history: History
  let capabilities: TerminalCapabilities
  private let pager: Pager

  /// Whether the time of each statement is shown.
  var isTimed = false
  /// The latest statement that was no command.
  var lastStatement = ""
  /// What stands in the next line at first.
  var prefill = ""
  var isLeaving = false

  init(engine: any ShellEngine, history: History, capabilities: TerminalCapabilities) {
    self.engine = engine
    self.history = history
    self.capabilities = capabilities
    pager = Pager(environment: Environment["PAGER"])
  }

  /// The surroundings of a statement whose text goes to `output`.
  func surroundings(output: @escaping (String) -> Void) -> Surroundings {
    Surroundings(
      columns: TerminalDevice.size.columns, isColored: capabilities.isColored,
      isInterrupted: Interrupts.isRequested, output: output)
  }

  /// Shows text, through the pager where it is taller than the screen.
  func show(_ text: String) {
    let text = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    if capabilities.canEdit, pager.isNeeded(for: text, rows: TerminalDevice.size.rows),
      pager.show(text)
    {
      return
    }
    write(text)
  }

  /// Writes text to the terminal, line by line, until Ctrl-C.
  private func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      guard !Interrupts.isRequested() else {
        TerminalDevice.write("interrupted\n")
        return
      }
      let least = rest.prefix(Self.pieceSize)
      let end = rest[least.endIndex...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
      let piece = rest[..<(end ?? rest.endIndex)]
      guard TerminalDevice.write(String(decoding: piece, as: UTF8.self)) else { return }
      rest = rest[piece.endIndex...]
    }
  }

  /// The bytes that are written before Ctrl-C is looked for again, up to the end of a line.
  private static let pieceSize = 4096

  /// Shows why something cannot be done.
  func complain(_ message: String) {
    let label = capabilities.isColored ? "\u{1B}[1;31merror:\u{1B}[0m " : "error: "
    TerminalDevice.write(label + message + "\n")
  }
}
