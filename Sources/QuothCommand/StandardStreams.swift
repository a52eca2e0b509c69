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
  @discardableResult
  static func write(_ bytes: [UInt8]) -> Bool { TextFile.write(bytes, to: STDOUT_FILENO) }

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
