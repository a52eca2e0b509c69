/// A command of the shell: what is about the shell or the latest result, and no query.
protocol ShellCommand: Sendable {

  /// The name without its dot.
  var name: String { get }

  /// How it is written.
  var usage: String { get }

  /// What it does, in one short line.
  var summary: String { get }

  /// What else is to be known of it, in lines of its own; empty for nothing.
  var details: String { get }

  /// What may stand for the word `typed` behind the name.
  func choices(for typed: String, _ engine: any ShellEngine) -> [Completion]

  /// What may stand for the word `typed` behind the name and other words.
  func choices(
    for typed: String, behind words: [String], _ engine: any ShellEngine
  ) -> [Completion]

  /// Does it.
  func run(_ argument: String, in context: ShellContext) throws(ShellError)
}

extension ShellCommand {
  var usage: String { ".\(name)" }
  var details: String { "" }
  func choices(for typed: String, _ engine: any ShellEngine) -> [Completion] { [] }
  func choices(
    for typed: String, behind words: [String], _ engine: any ShellEngine
  ) -> [Completion] { choices(for: typed, engine) }
}

/// The commands, in the order of the help.
///
/// A new one is one file and one line here.
enum CommandTable {

  static let all: [any ShellCommand] = [
    HelpCommand(),
    PassageCommand(view: .show, summary: "the text of row N"),
    PassageCommand(view: .context, summary: "row N with what stands around it"),
    PassageCommand(view: .why, summary: "why row N has its speaker"),
    PassageCommand(view: .cite, summary: "a citation of row N"),
    NotCommand(),
    LastCommand(),
    ModeCommand(),
    RowsCommand(),
    TimerCommand(),
    CorpusCommand(),
    DefinitionsCommand(),
    OpenCommand(),
    EditCommand(),
    HistoryCommand(),
    RepresentationCommand(stage: .tokens, summary: "the tokens of a statement"),
    RepresentationCommand(stage: .tree, summary: "the syntax tree of a statement"),
    RepresentationCommand(stage: .bound, summary: "a statement with its names resolved"),
    RepresentationCommand(stage: .plan, summary: "how a statement is carried out"),
    QuitCommand(),
  ]

  static func command(named name: String) -> (any ShellCommand)? {
    all.first { $0.name == name.lowercased() }
  }

  /// Runs a command line, or says what it may have been meant to be.
  static func run(_ line: CommandCall, in context: ShellContext) {
    guard let command = command(named: line.name) else {
      let nearest = context.engine.nearest(to: line.name, among: all.map(\.name))
      let remedy = nearest.map { "did you mean '.\($0)'?" } ?? ".help lists the commands"
      context.complain("no command is named '.\(line.name)'; \(remedy)")
      return
    }
    do throws(ShellError) {
      try command.run(line.argument, in: context)
    } catch {
      context.complain(error.message)
    }
  }
}
