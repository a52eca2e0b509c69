/// A line that is a command of the shell: a dot, a name, and what follows.
struct CommandCall {

  /// The name without its dot.
  let name: String
  /// What follows the name, without blanks around it.
  let argument: String
  /// The dot and the name, in UTF-8 bytes.
  let nameRange: Range<Int>

  /// Reads a command; nil where `text` is a statement.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
    let end = bytes[start...].firstIndex { $0 <= 0x20 } ?? bytes.count
    let rest = bytes[end...].drop { $0 <= 0x20 }
    let last = rest.lastIndex { $0 > 0x20 } ?? rest.startIndex - 1
    argument = String(decoding: rest[..<max(rest.startIndex, last + 1)], as: UTF8.self)
    nameRange = start..<end
    let word = String(decoding: bytes[start..<end], as: UTF8.self)
    if word.hasPrefix(".") {
      name = CommandCall.shortNames[word.lowercased()] ?? String(word.dropFirst())
    } else if let known = CommandCall.words[word.lowercased()], argument.isEmpty || known == "help"
    {
      name = known
    } else {
      return nil
    }
  }

  /// What people type for commands in other shells.
  private static let words = ["exit": "quit", "quit": "quit", "help": "help", "?": "help"]
  private static let shortNames = [".exit": "quit", ".q": "quit", ".h": "help", ".?": "help"]
}

// MARK: - Completion

extension CommandCall {

  /// The names of commands, or what may follow this one.
  func completions(in text: String, at cursor: Int, engine: any ShellEngine) -> Completions {
    if cursor <= nameRange.upperBound {
      let typed = text.utf8.prefix(cursor).dropFirst(nameRange.lowerBound + 1)
      let fitting = CommandTable.all.filter { $0.name.utf8.starts(with: typed) }
      return Completions(
        replacing: nameRange.lowerBound..<cursor,
        with: fitting.map { Completion(".\($0.name) ", note: $0.summary, display: ".\($0.name)") })
    }
    let before = Array(text.utf8.prefix(cursor))
    let start = (before.lastIndex { $0 <= 0x20 } ?? -1) + 1
    let typed = before[start...]
    let words = before[min(nameRange.upperBound, start)..<start].split { $0 <= 0x20 }
      .map { String(decoding: $0, as: UTF8.self) }
    let choices =
      CommandTable.command(named: name)?.choices(
        for: String(decoding: typed, as: UTF8.self), behind: words, engine) ?? []
    return Completions(
      replacing: start..<cursor,
      with: choices.filter { $0.text.utf8.starts(with: typed) })
  }
}
