internal import Quoth
internal import Shell

/// Opens the prompt.
struct Prompt {

  /// How many rows of an answer the prompt shows when neither the query nor `.rows` says how many.
  private static let rowLimit = 20

  let session: Session
  let output: OutputSettings
  let readsInit: Bool

  /// Runs the user's init script, then the prompt until the user leaves.
  func run() throws {
    session.options.usualRowLimit = Self.rowLimit
    let capabilities = TerminalCapabilities.current(color: output.color)
    let engine = SessionEngine(session: session, format: output.format)
    if readsInit { runInit() }
    ReadEvalLoop(engine: engine, capabilities: capabilities).run()
  }

  private func runInit() {
    guard let path = UserFolder.initScript, let text = try? TextFile.read(path) else { return }
    let printer = output.printer(columns: TerminalCapabilities.outputColumns)
    _ = session.run(SourceText(text, name: path)) { event in
      let printed = printer.print(event)
      StandardStreams.write(printed.output)
      StandardStreams.tell(printed.beside)
    }
  }
}
