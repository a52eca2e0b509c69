/// The shell: reads a statement or a command, runs it, shows what it says, and again.
public final class ReadEvalLoop {

  private let context: ShellContext
  private let editor: LineEditor?
  private let language: ShellLanguage

  /// Makes a shell over `engine` at the terminal of the process.
  ///
  /// - Parameters:
  ///   - engine: What runs the statements.
  ///   - capabilities: What the terminal can do.
  ///   - history: The statements of earlier sessions, by default those of the user.
  public init(
    engine: any ShellEngine, capabilities: TerminalCapabilities,
    history: History = History(path: History.defaultPath)
  ) {
    context = ShellContext(engine: engine, history: history, capabilities: capabilities)
    language = ShellLanguage(engine: engine)
    TerminalDevice.open(forEditing: capabilities.canEdit)
    editor =
      capabilities.canEdit
      ? LineEditor(language: language, history: history, isColored: capabilities.isColored) : nil
  }

  /// Runs until the user leaves; the prompt is plain where the terminal cannot edit.
  public func run() {
    defer { TerminalDevice.close() }
    let columns = TerminalDevice.size.columns
    TerminalDevice.write(
      Welcome.text(
        summary: context.engine.corpusSummary, example: context.engine.example, columns: columns))
    while !context.isLeaving {
      switch read() {
      case .statement(let text): handle(text)
      case .interrupted: continue
      case .end: return
      }
    }
  }

  private func read() -> LineEditor.Outcome {
    guard let editor else {
      return PlainReader(language: language).readStatement(prompt: ReadEvalLoop.prompt)
    }
    let prefill = context.prefill
    context.prefill = ""
    return editor.readStatement(prompt: ReadEvalLoop.prompt, prefill: prefill)
  }

  private static let prompt = "quoth> "
}

// MARK: - Statements

extension ReadEvalLoop {

  private func handle(_ text: String) {
    guard text.utf8.contains(where: { $0 > 0x20 }) else { return }
    context.history.append(text)
    if let line = CommandCall(text) {
      // A Ctrl-C that a command did not heed is not meant for the next statement.
      defer { Interrupts.clear() }
      CommandTable.run(line, in: context)
    } else {
      context.lastStatement = text
      evaluate(text)
    }
  }

  private func evaluate(_ statement: String) {
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = Interrupts.whileRunning {
      context.engine.run(
        statement,
        in: context.surroundings { [context] text in
          Interrupts.whileShowing { context.show(text) }
        })
    }
    let elapsed = start.duration(to: clock.now)
    if outcome == .interrupted {
      // A terminal that cannot edit has echoed ^C.
      if !context.capabilities.canEdit { TerminalDevice.write("\n") }
      context.show("interrupted after \(ReadEvalLoop.inWords(elapsed))\n")
    }
    if context.isTimed, outcome != .interrupted {
      TerminalDevice.write("(\(ReadEvalLoop.inWords(elapsed)))\n")
    }
  }

  /// A duration with two or three digits, like `1.25 s` or `8.40 ms`.
  static func inWords(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    func hundredths(_ value: Int64, of unit: Int64, _ name: String) -> String {
      let fraction = value % unit * 100 / unit
      return "\(value / unit).\(fraction < 10 ? "0" : "")\(fraction) \(name)"
    }
    if microseconds < 1000 { return "\(microseconds) µs" }
    if microseconds < 1_000_000 { return hundredths(microseconds, of: 1000, "ms") }
    return hundredths(microseconds, of: 1_000_000, "s")
  }
}
