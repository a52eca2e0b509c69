internal import Quoth

/// `.help`: the commands, and pages on the language.
struct HelpCommand: ShellCommand {
  let name = "help"
  let usage = ".help [TOPIC]"
  let summary = "the commands, or a page on a topic"

  func choices(for typed: String, _ engine: any ShellEngine) -> [Completion] {
    topics(engine).map { Completion($0.name, note: $0.summary) }
  }

  func run(_ argument: String, in context: ShellContext) throws(ShellError) {
    let topics = topics(context.engine)
    if argument.isEmpty {
      context.show(overview(topics))
      return
    }
    let word = argument.lowercased()
    if let topic = topics.first(where: { $0.name.lowercased() == word }) {
      context.show(TextWrapper.wrapped(topic.text, to: TerminalDevice.size.columns))
    } else if let command = CommandTable.command(named: String(word.drop { $0 == "." })) {
      context.show("\(command.usage)   \(command.summary)" + command.details)
    } else {
      let nearest = context.engine.nearest(to: word, among: topics.map(\.name))
      let remedy = nearest.map { "did you mean '\($0)'?" } ?? ".help lists the topics"
      throw ShellError("no topic is named '\(argument)'; \(remedy)")
    }
  }

  private func topics(_ engine: any ShellEngine) -> [HelpTopic] { engine.topics + [.keys] }

  private func overview(_ topics: [HelpTopic]) -> String {
    let commands = CommandTable.all.map { ($0.usage, $0.summary) }
    let pages = topics.map { (".help \($0.name)", $0.summary) }
    return HelpCommand.columns(commands) + "\n" + HelpCommand.columns(pages)
  }

  private static func columns(_ rows: [(String, String)]) -> String {
    let width = rows.map { $0.0.utf8.count }.max() ?? 0
    return rows.map { name, summary in
      "  " + name + String(repeating: " ", count: width - name.utf8.count + 2) + summary + "\n"
    }.joined()
  }
}

extension HelpTopic {

  /// The keys of the line editor.
  static let keys = HelpTopic(
    name: "keys", summary: "the keys of the line editor",
    text: """
        Enter          run the statement, or begin another line where it is not whole
        Alt-Enter      begin another line
        TAB            complete; again, or the arrows, to choose from the menu
        → or End       take over the grey suggestion
        ↑ ↓            the lines of the statement, beyond them the history
        Ctrl-R         search the history; again for older statements
        Ctrl-C         drop the line, or stop the query that runs
        Ctrl-D         leave, on an empty line
        Ctrl-Z         suspend; fg comes back
        Ctrl-X Ctrl-E  open the statement in $EDITOR
        Ctrl-_         undo
        Ctrl-L         clear the screen
        Ctrl-A Ctrl-E  the beginning and end of the line
        Ctrl-W Ctrl-U Ctrl-K Ctrl-Y  cut a word, the line, the rest of it; paste

      ~/.editrc sets keys and the vi mode, as editrc(5) tells: bind -v
      The functions of this shell are bound by name: bind ^T quoth-search
      The functions are \(EditorCommand.allCases.map(\.name).joined(separator: ", ")).

      """)
}
