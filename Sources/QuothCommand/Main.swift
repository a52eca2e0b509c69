internal import ArgumentParser

/// The program's entry: parses the arguments, runs the command, and leaves with its status.
@main struct Main {

  static func main() {
    do {
      var command = try QuothCommand.parseAsRoot()
      try command.run()
    } catch {
      leave(because: error)
    }
  }

  /// Prints what there is to say about `error` and leaves with its exit status.
  private static func leave(because error: any Error) -> Never {
    if let failure = error as? Failure {
      if !failure.message.isEmpty { StandardStreams.tell("quoth: \(failure.message)\n") }
      QuothCommand.exit(withError: ExitCode(failure.status.rawValue))
    }
    let code = QuothCommand.exitCode(for: error)
    let message = QuothCommand.fullMessage(for: error)
    guard code != .success else { QuothCommand.exit(withError: error) }
    StandardStreams.tell(message + "\n")
    let isUsage = code == .validationFailure
    QuothCommand.exit(withError: isUsage ? ExitCode(ExitStatus.usage.rawValue) : code)
  }
}
