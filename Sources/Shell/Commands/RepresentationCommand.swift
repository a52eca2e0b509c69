/// `.tokens`, `.tree`, `.bound`, `.plan`: what a stage makes of a statement.
struct RepresentationCommand: ShellCommand {
  let stage: Representation
  let summary: String

  var name: String { stage.rawValue }
  var usage: String { ".\(name) [STATEMENT]" }

  func run(_ argument: String, in context: ShellContext) throws(ShellError) {
    let statement = argument.isEmpty ? context.lastStatement : argument
    guard !statement.isEmpty else {
      throw ShellError("there is no statement yet; write one behind the command")
    }
    context.show(try context.engine.representation(stage, of: statement))
  }
}
