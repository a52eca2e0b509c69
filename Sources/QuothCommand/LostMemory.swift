#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif

/// The end of a mapped file under the feet of the program (SIGBUS).
///
/// An image is mapped, so what is read of it is read from the disk there and then. Where somebody
/// writes over the file in place, or the disk fails, no answer can be given any more.
enum LostMemory {

  private static let message: StaticString = """
    quoth: a corpus image cannot be read any more: it was cut while it was open, or its disk fails; \
    quoth verify tells which

    """

  /// Leaves with a message, instead of by the signal, from now on.
  static func watch() {
    signal(SIGBUS) { _ in
      let text = LostMemory.message
      _ = unsafe write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
      _exit(ExitStatus.missingInput.rawValue)
    }
  }
}
