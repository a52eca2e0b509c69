/// `.definitions`: what statements have defined.
struct DefinitionsCommand: ShellCommand {
  let name = "definitions"
  let summary = "the queries, topics, aliases and parameters that are defined"

  func run(_ argument: String, in context: ShellContext) throws(ShellError) {
    context.show(context.engine.definitions)
  }
}
