/// `.last`: the latest result once more, as in another format.
struct LastCommand: ShellCommand {
  let name = "last"
  let summary = "show the latest result again"

  func run(_ argument: String, in context: ShellContext) throws(ShellError) {
    var shown = ""
    try context.engine.showLastResult(in: context.surroundings { shown += $0 })
    context.show(shown)
  }
}
