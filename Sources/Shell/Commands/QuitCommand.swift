/// `.quit`: leaves the shell.
struct QuitCommand: ShellCommand {
  let name = "quit"
  let summary = "leave, as Ctrl-D does"

  func run(_ argument: String, in context: ShellContext) throws(ShellError) {
    context.isLeaving = true
  }
}
