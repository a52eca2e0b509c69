/// `.open`: another corpus.
struct OpenCommand: ShellCommand {
  let name = "open"
  let usage = ".open [PATH]"
  let summary = "read another corpus, or the built-in one"

  func choices(for typed: String, _ engine: any ShellEngine) -> [Completion] {
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    return Files.names(in: folder.isEmpty ? "." : Files.expanded(folder)).map {
      Completion(folder + $0, display: $0)
    }
  }

  func run(_ argument: String, in context: ShellContext) throws(ShellError) {
    try context.engine.open(argument.isEmpty ? [] : [Files.expanded(argument)])
    context.show(context.engine.corpusSummary)
  }
}
