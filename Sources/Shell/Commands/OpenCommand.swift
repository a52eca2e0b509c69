/// `.open`: another corpus.
struct OpenCommand: ShellCommand {
  let name = "open"
  let usage = ".open [PATH]"
  let summary = "read another corpus, or the built-in one"

  func run(_ argument: String, in context: ShellContext) throws(ShellError) {
    try context.engine.open(argument.isEmpty ? [] : [expanded(argument)])
    context.show(context.engine.corpusSummary)
  }

  private func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = Environment["HOME"] else { return path }
    return home + path.dropFirst()
  }
}
