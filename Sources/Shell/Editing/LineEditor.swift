/// Reads statements at a terminal: libedit keeps the line, the painter shows it, a language
/// colours it, completes it and says when it is whole.
public final class LineEditor {

  /// How the reading of a statement ended.
  public enum Outcome: Equatable, Sendable {
    /// Enter was pressed on a whole statement.
    case statement(String)
    /// Ctrl-C was pressed.
    case interrupted
    /// Ctrl-D was pressed on an empty line, or the terminal went away.
    case end
  }

  let language: any LineLanguage
  let history: History
  let palette: Palette
  var editLine: EditLine?
  var painter: Painter
  private var decoder = KeyDecoder()
  /// What libedit gets before another key is read.
  private var queue: [Unicode.Scalar] = []
  /// Whether an escape waits for the letter that makes it a Meta key.
  var isMetaPending = false
  private var isVi = false

  var prompt = ""
  var outcome = Outcome.end
  var menu: CompletionMenu?
  var search: HistorySearch?
  var walk: HistoryWalk
  var undoStack = UndoStack()
  private var prefill: LineText?
  /// Whether libedit has not yet asked for the first key of a line.
  private var isStarting = false
  var highlightCache: (text: [Unicode.Scalar], spans: [(range: Range<Int>, style: Style)]) = (
    [], []
  )

  /// Makes an editor on the terminal of the process; nil when libedit cannot start.
  ///
  /// - Parameters:
  ///   - language: What colours, completes and judges the statements.
  ///   - history: The earlier statements.
  ///   - isColored: Whether the statement is coloured as it is typed.
  public init?(language: any LineLanguage, history: History, isColored: Bool) {
    self.language = language
    self.history = history
    palette = isColored ? .colored : .plain
    let size = TerminalDevice.size
    painter = Painter(columns: size.columns, height: size.rows)
    walk = HistoryWalk([])
    TerminalDevice.open(forEditing: true)
    guard let editLine = EditLine(program: "quoth", client: self) else { return nil }
    editLine.installCommands()
    isVi = editLine.usesVi
    self.editLine = editLine
  }

  /// Reads one statement, which may have several lines.
  ///
  /// - Parameters:
  ///   - prompt: What stands before the first line.
  ///   - prefill: What stands in the line at first.
  /// - Returns: The statement, or why there is none.
  public func readStatement(prompt: String, prefill: String = "") -> Outcome {
    self.prompt = prompt
    self.prefill = prefill.isEmpty ? nil : LineText(prefill)
    outcome = .end
    menu = nil
    search = nil
    walk = HistoryWalk(history.entries)
    undoStack = UndoStack()
    let size = TerminalDevice.size
    painter = Painter(columns: size.columns, height: size.rows)
    isStarting = true
    editLine?.readLine()
    if outcome == .end { TerminalDevice.write(painter.finish(frame())) }
    TerminalDevice.write("\u{1B}[?2004l")
    return outcome
  }

  var text: LineText {
    get { editLine?.text ?? LineText() }
    set { editLine?.replace(with: newValue) }
  }
}

// MARK: - Keys

extension LineEditor: EditLineClient {

  func nextScalar() -> Unicode.Scalar? {
    if isStarting { start() }
    while queue.isEmpty {
      undoStack.record(text)
      guard let key = nextKey() else { return nil }
      if !intercept(key) { queue += sequence(for: key) }
    }
    return queue.removeFirst()
  }

  /// Begins a line, now that the terminal hands over keys.
  private func start() {
    isStarting = false
    TerminalDevice.write("\u{1B}[?2004h")
    if let prefill { text = prefill }
  }

  /// Waits for a key; the only place that draws or waits.
  private func nextKey() -> Key? {
    while true {
      if let key = decoder.next() { return key }
      let waiting = TerminalDevice.wait(milliseconds: 0)
      if let key = react(to: waiting) { return key }
      if waiting.contains(.input) {
        guard let bytes = TerminalDevice.read() else { return nil }
        decoder.feed(bytes)
        continue
      }
      paint()
      let events = TerminalDevice.wait(milliseconds: decoder.isEscapePending ? 60 : nil)
      if let key = react(to: events) { return key }
      if events.isEmpty, let escape = decoder.takeEscape() { return escape }
    }
  }

  /// Handles what is no input; Ctrl-C as a signal is the key.
  private func react(to events: TerminalDevice.Events) -> Key? {
    if events.contains(.resized) {
      let size = TerminalDevice.size
      TerminalDevice.write(painter.resize(columns: size.columns, height: size.rows))
    }
    if events.contains(.continued) { resume() }
    return events.contains(.interrupted) ? .scalar("\u{03}") : nil
  }

  /// What libedit gets for a key.
  private func sequence(for key: Key) -> [Unicode.Scalar] {
    switch key {
    case .scalar(let scalar):
      defer { isMetaPending = false }
      return isMetaPending ? ["\u{1B}", scalar] : [scalar]
    case .alt(let scalar):
      return isVi ? named(.escape) + [scalar] : ["\u{1B}", scalar]
    case .named(.escape) where !isVi:
      isMetaPending = true
      return []
    case .named(let name): return named(name)
    case .paste(let scalars):
      editLine?.insert(scalars)
      return []
    }
  }

  private func named(_ key: NamedKey) -> [Unicode.Scalar] {
    [UInt32].named(key).compactMap(Unicode.Scalar.init)
  }
}
