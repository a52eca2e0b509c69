/// How the program ends.
enum ExitStatus: Int32 {
  /// All went well.
  case success = 0
  /// A query failed, an `expect` did not hold, or with `--strict` something was warned of.
  case failure = 1
  /// The arguments make no sense.
  case usage = 2
  /// An input does not exist or cannot be read (`EX_NOINPUT` of sysexits.h).
  case missingInput = 66
  /// Ctrl-C: 128 and the number of the signal.
  case interrupted = 130
}

/// A reason to leave, told in one line.
struct Failure: Error {

  /// The status to leave with.
  let status: ExitStatus

  /// What is told, without the program's name; empty when all has been told.
  let message: String

  /// Creates a reason to leave.
  init(_ status: ExitStatus, _ message: String = "") {
    self.status = status
    self.message = message
  }
}
