/// `.not`: the latest result without some of its rows.
struct NotCommand: ShellCommand {
  let name = "not"
  let usage = ".not N [N …]"
  let summary = "the latest result without row N, a hit that is none"

  func run(_ argument: String, in context: ShellContext) throws(ShellError) {
    let words = argument.split { $0 == " " || $0 == "," }
    let rows = words.compactMap { Int($0) }.filter { $0 > 0 }
    guard !rows.isEmpty, rows.count == words.count else {
      throw ShellError("'\(argument)' is no row; rows are counted from 1: \(usage)")
    }
    var shown = ""
    try context.engine.leaveOut(rows: rows, in: context.surroundings { shown += $0 })
    context.show(shown)
  }
}
