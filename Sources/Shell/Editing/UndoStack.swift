/// The states of a line that Ctrl-_ goes back to.
struct UndoStack {

  private var states: [LineText] = []
  private var current = LineText()

  /// Takes note of the line before a key; a run of typed letters is one state.
  mutating func record(_ text: LineText) {
    defer { current = text }
    guard text.scalars != current.scalars else { return }
    if !continuesWord(text) { states.append(current) }
  }

  /// The state before the latest change.
  mutating func undo() -> LineText? {
    guard let state = states.popLast() else { return nil }
    current = state
    return state
  }

  private func continuesWord(_ text: LineText) -> Bool {
    guard text.scalars.count == current.scalars.count + 1, text.cursor == current.cursor + 1,
      current.cursor > 0, !states.isEmpty
    else { return false }
    let typed = text.scalars[text.cursor - 1]
    let previous = text.scalars[text.cursor - 2]
    return typed.properties.isAlphabetic && previous.properties.isAlphabetic
  }
}
