internal import Diagnostics

/// All wording of the mistakes of `run` and `use`, by name.
extension Diagnostic {

  static func circularRun(_ path: String, at range: SourceRange) -> Diagnostic {
    .error(
      "circular-run", "'\(path)' is running already and would never end; take this 'run' out",
      at: range)
  }

  static func missingCorpus(_ message: String, at range: SourceRange) -> Diagnostic {
    .error("missing-corpus", message, at: range)
  }

  static func missingScript(_ path: String, at range: SourceRange) -> Diagnostic {
    .error(
      "missing-script",
      "there is no file '\(path)'; paths count from the folder of the script that runs it",
      at: range)
  }

  static func tooManyRuns(_ most: Int, at range: SourceRange) -> Diagnostic {
    .error("too-many-runs", "a script runs other files at most \(most) times", at: range)
  }

  static func unreadableScript(
    _ path: String, _ reason: String, at range: SourceRange
  ) -> Diagnostic {
    .error("unreadable-script", "'\(path)' cannot be read: \(reason)", at: range)
  }
}
