internal import ArgumentParser

/// The program's entry: picks the command, parses its arguments, runs it, and leaves with its status.
@main struct Main {

  /// The commands that are asked for by a first word; without one it is the prompt.
  ///
  /// They are no subcommands of `QuothCommand`, whose own arguments are paths: the parser would take
  /// the first word for one. A folder of such a name is asked for as `./check`.
  private static func command(_ word: String?) -> (any ParsableCommand.Type)? {
    switch word {
    case "check": CheckCommand.self
    case "fmt": FormatCommand.self
    case "info": InfoCommand.self
    case "annotate": AnnotateCommand.self
    case "build": BuildCommand.self
    case "merge": MergeCommand.self
    case "verify": VerifyCommand.self
    case "export": ExportCommand.self
    default: nil
    }
  }

  static func main() {
    LostMemory.watch()
    FileSizeLimit.becomesError()
    let arguments = Array(CommandLine.arguments.dropFirst())
    let type = command(arguments.first)
    do {
      if let type {
        var command = try type.parseAsRoot(Array(arguments.dropFirst()))
        try command.run()
      } else {
        let words = arguments == ["help"] ? ["--help"] : arguments
        try (Request(plain: words) ?? Request(parsing: words)).run()
      }
    } catch {
      leave(type ?? QuothCommand.self, because: error)
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
