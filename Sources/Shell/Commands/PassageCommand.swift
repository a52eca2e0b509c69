/// `.show`, `.context`, `.why`, `.cite`: what stands behind a row of the latest result.
struct PassageCommand: ShellCommand {
  let view: PassageView
  let summary: String

  var name: String { view.rawValue }
  var usage: String { ".\(name) N" }

  func run(_ argument: String, in context: ShellContext) throws(ShellError) {
    guard let row = argument.isEmpty ? 1 : Int(argument), row > 0 else {
      throw ShellError("'\(argument)' is no row; rows are counted from 1: \(usage)")
    }
    let surroundings = context.surroundings { context.show($0) }
    context.show(try context.engine.passage(view, ofRow: row, in: surroundings))
  }
}
