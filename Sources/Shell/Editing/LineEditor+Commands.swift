extension LineEditor {

  func perform(slot: Int) -> EditLine.Step {
    guard let command = EditorCommand(rawValue: slot) else { return .goOn }
    switch command {
    case .enter: return enter()
    case .cancel: return cancel()
    case .deleteOrLeave: return deleteOrLeave()
    case .newline: editLine?.insert(["\n"])
    case .complete: complete()
    case .up: moveUp()
    case .down: moveDown()
    case .left: moveCursor(to: text.cursorLeft)
    case .begin: moveToBeginning()
    case .right: moveRight()
    case .end: moveToEnd()
    case .search: search = HistorySearch(history.entries, original: text)
    case .suspend: suspend()
    case .clearScreen: clearScreen()
    case .undo: undo()
    case .edit: editOutside()
    case .ignore: break
    }
    return .goOn
  }

  // MARK: Ending a statement

  private func enter() -> EditLine.Step {
    let line = text
    let statement = line.string
    let isBlank = statement.utf8.allSatisfy { $0 <= 0x20 }
    guard isBlank || line.endsInBlankLine || language.isComplete(statement) else {
      editLine?.insert(["\n"])
      return .goOn
    }
    outcome = .statement(statement)
    Interrupts.clear()
    TerminalDevice.write(painter.finish(frame()))
    return .accept
  }

  private func cancel() -> EditLine.Step {
    outcome = .interrupted
    TerminalDevice.write(painter.finish(frame(), mark: "^C"))
    return .accept
  }

  private func deleteOrLeave() -> EditLine.Step {
    var line = text
    if line.isEmpty { return .end }
    let next = line.cursorRight
    line.scalars.removeSubrange(line.cursor..<next)
    text = line
    return .goOn
  }

  // MARK: Moving

  private func moveUp() {
    let line = text
    if let above = line.cursorAbove {
      moveCursor(to: above)
    } else if let older = walk.move(by: -1, from: line) {
      text = older
    }
  }

  private func moveDown() {
    let line = text
    if let below = line.cursorBelow {
      moveCursor(to: below)
    } else if let newer = walk.move(by: 1, from: line) {
      text = newer
    }
  }

  private func moveRight() {
    if !acceptGhost() { moveCursor(to: text.cursorRight) }
  }

  private func moveToEnd() {
    if !acceptGhost() { moveCursor(to: text.lineEnd) }
  }

  /// Goes to where the line begins, and from there to where the statement begins.
  private func moveToBeginning() {
    let line = text
    moveCursor(to: line.cursor == line.lineStart ? 0 : line.lineStart)
  }

  private func moveCursor(to target: Int) { editLine?.move(by: target - text.cursor) }

  private func acceptGhost() -> Bool {
    let ghost = ghost(for: text)
    editLine?.insert(Array(ghost.unicodeScalars))
    return !ghost.isEmpty
  }

  private func undo() {
    if let earlier = undoStack.undo() { text = earlier }
  }

  // MARK: The terminal

  private func clearScreen() {
    painter.forget()
    TerminalDevice.write("\u{1B}[H\u{1B}[2J")
  }

  private func suspend() {
    TerminalDevice.write(painter.finish(frame(), mark: "^Z") + "\u{1B}[?2004l")
    editLine?.setRaw(false)
    TerminalDevice.setQuiet(false)
    TerminalDevice.suspend()
    // The signal to go on has been seen to here.
    _ = TerminalDevice.wait(milliseconds: 0)
    resume()
  }

  /// Takes the terminal back after others had it.
  func resume() {
    editLine?.setRaw(false)
    editLine?.setRaw(true)
    TerminalDevice.write("\u{1B}[?2004h")
    let size = TerminalDevice.size
    painter = Painter(columns: size.columns, height: size.rows)
  }

  private func editOutside() {
    TerminalDevice.write(painter.clear() + "\u{1B}[?2004l")
    editLine?.setRaw(false)
    let edited = Programs.edit(text.string)
    resume()
    if let edited { text = LineText(edited) }
  }
}
