/// `.edit`: the latest statement in the user's editor; what is saved comes back to the prompt.
struct EditCommand: ShellCommand {
  let name = "edit"
  let usage = ".edit [STATEMENT]"
  let summary = "write a statement in $EDITOR"

  func run(_ argument: String, in context: ShellContext) throws(ShellError) {
    guard context.capabilities.canEdit else {
      throw ShellError("this terminal cannot edit")
    }
    guard let text = Programs.edit(argument.isEmpty ? context.lastStatement : argument) else {
      throw ShellError("the editor failed; $VISUAL or $EDITOR names it")
    }
    context.prefill = text
  }
}
