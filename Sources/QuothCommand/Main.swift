internal import ArgumentParser

/// The program's entry: picks the command, parses its arguments, runs it, and leaves with its status.
@main struct Main {

  /// The commands that are asked for by a first word; without one it is the prompt.
  ///
  /// They are no subcommands of `QuothCommand`, whose own arguments are paths: the parser would take
  /// the first word for one. A folder of such a name is asked for as `./check`.
  private static let commands: [String: any ParsableCommand.Type] = [
    "check": CheckCommand.self, "fmt": FormatCommand.self, "info": InfoCommand.self,
    "annotate": AnnotateCommand.self, "build": BuildCommand.self, "merge": MergeCommand.self,
    "verify": VerifyCommand.self, "export": ExportCommand.self,
  ]

  static func main() {
    LostMemory.watch()
    var arguments = Array(CommandLine.arguments.dropFirst())
    var type: any ParsableCommand.Type = QuothCommand.self
    if let word = arguments.first, let command = commands[word] {
      type = command
      arguments.removeFirst()
    } else if arguments == ["help"] {
      arguments = ["--help"]
    }
    do {
      var command = try type.parseAsRoot(arguments)
      try command.run()
    } catch {
      leave(type, because: error)
    }
  }

  /// Prints what there is to say about `error` and leaves with its exit status.
  private static func leave(_ type: any ParsableCommand.Type, because error: any Error) -> Never {
    if let failure = error as? Failure {
      if !failure.message.isEmpty { StandardStreams.tell("quoth: \(failure.message)\n") }
      type.exit(withError: ExitCode(failure.status.rawValue))
    }
    let code = type.exitCode(for: error)
    guard code != .success else { type.exit(withError: error) }
    StandardStreams.tell(type.fullMessage(for: error) + "\n")
    let isUsage = code == .validationFailure
    type.exit(withError: isUsage ? ExitCode(ExitStatus.usage.rawValue) : code)
  }
}
