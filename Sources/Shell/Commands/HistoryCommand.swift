/// `.history`: the latest statements.
struct HistoryCommand: ShellCommand {
  let name = "history"
  let usage = ".history [N]"
  let summary = "the latest N statements, or twenty"

  func run(_ argument: String, in context: ShellContext) throws(ShellError) {
    guard let count = argument.isEmpty ? 20 : Int(argument), count > 0 else {
      throw ShellError("'\(argument)' is no number of statements")
    }
    let entries = context.history.entries
    let shown = entries.suffix(count)
    context.show(
      shown.indices.map { index in
        let number = String(index + 1)
        let margin = String(repeating: " ", count: max(0, 5 - number.utf8.count))
        let lines = entries[index].split(separator: "\n", omittingEmptySubsequences: false)
        return margin + number + "  " + lines.joined(separator: "\n       ") + "\n"
      }.joined())
  }
}
