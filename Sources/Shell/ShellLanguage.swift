/// The language of the prompt: the statements of the engine, and the commands of the shell.
struct ShellLanguage: LineLanguage {

  let engine: any ShellEngine

  func isComplete(_ text: String) -> Bool {
    CommandCall(text) != nil || engine.language.isComplete(text)
  }

  func completions(in text: String, at cursor: Int) -> Completions {
    guard let line = CommandCall(text) else {
      return engine.language.completions(in: text, at: cursor)
    }
    return line.completions(in: text, at: cursor, engine: engine)
  }

  func highlights(of text: String) -> [Highlight] {
    guard let line = CommandCall(text) else { return engine.language.highlights(of: text) }
    guard CommandTable.command(named: line.name) != nil else { return [] }
    return [Highlight(line.nameRange, .command)]
  }

  func hint(for text: String, at cursor: Int) -> String? {
    CommandCall(text) == nil ? engine.language.hint(for: text, at: cursor) : nil
  }

  func footer(for text: String, at cursor: Int) -> String? {
    guard let line = CommandCall(text) else {
      return engine.language.footer(for: text, at: cursor)
    }
    return CommandTable.command(named: line.name).map { "\($0.usage)   \($0.summary)" }
  }
}
