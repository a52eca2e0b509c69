#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif
internal import Quoth

/// The three streams that a process is born with.
enum StandardStreams {

  /// Whether a person types and reads: input and output are both terminals.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Writes to the output; false when nobody reads it any more.
  ///
  /// Where it cannot be written, as on a full disk, the process leaves with a message: an answer
  /// that is cut short must not pass for a whole one.
  @discardableResult
  static func write(_ bytes: [UInt8]) -> Bool {
    guard !TextFile.write(bytes, to: STDOUT_FILENO) else { return true }
    guard errno != EPIPE else { return false }
    tell("quoth: the answer could not be written: \(FileError.last.message)\n")
    exit(ExitStatus.failure.rawValue)
  }

  /// Writes to the error stream.
  static func tell(_ text: String) { _ = TextFile.write(Array(text.utf8), to: STDERR_FILENO) }

  /// Reads all of the input as a script.
  ///
  /// - Throws: `Failure` when it cannot be read.
  static func script() throws -> SourceText {
    do {
      return SourceText(try TextFile.read(from: STDIN_FILENO), name: name)
    } catch {
      throw Failure(.missingInput, "\(name): \(error.message)")
    }
  }

  private static let name = "standard input"
}
