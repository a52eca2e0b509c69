/// `.rows`: how many rows of a result are shown.
struct RowsCommand: ShellCommand {
  let name = "rows"
  let usage = ".rows [N|all]"
  let summary = "how many rows are shown where a query does not say so"

  func choices(for typed: String, _ engine: any ShellEngine) -> [Completion] {
    [Completion("all")]
  }

  func run(_ argument: String, in context: ShellContext) throws(ShellError) {
    let word = argument.lowercased()
    if word == "all" {
      context.engine.rowLimit = nil
    } else if let number = Int(word), number > 0 {
      context.engine.rowLimit = number
    } else if !word.isEmpty {
      throw ShellError("'\(argument)' is no number of rows; write one like 50, or all")
    }
    context.show(
      context.engine.rowLimit.map { "at most \($0) rows are shown" } ?? "all rows are shown")
  }
}
