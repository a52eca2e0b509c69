/// `.open`: another corpus.
struct OpenCommand: ShellCommand {
  let name = "open"
  let usage = ".open [PATH]"
  let summary = "read another corpus, or the built-in one"

  func run(_ argument: String, in context: ShellContext) throws(ShellError) {
    try context.engine.open(argument.isEmpty ? [] : [argument])
    context.show(context.engine.corpusSummary)
  }
}
