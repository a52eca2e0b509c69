/// `.mode`: the format of results.
struct ModeCommand: ShellCommand {
  let name = "mode"
  let usage = ".mode [FORMAT]"
  let summary = "show or set the format of results"

  func choices(for typed: String, _ engine: any ShellEngine) -> [Completion] {
    engine.formats.map { Completion($0) }
  }

  func run(_ argument: String, in context: ShellContext) throws(ShellError) {
    let formats = context.engine.formats
    let word = argument.lowercased()
    if word.isEmpty {
      let others = formats.filter { $0 != context.engine.format }
      context.show("\(context.engine.format) (or \(others.joined(separator: ", ")))")
    } else if formats.contains(word) {
      context.engine.format = word
    } else {
      let nearest = context.engine.nearest(to: word, among: formats)
      let remedy = nearest.map { "did you mean '\($0)'?" } ?? formats.joined(separator: ", ")
      throw ShellError("no format is named '\(argument)'; \(remedy)")
    }
  }
}
