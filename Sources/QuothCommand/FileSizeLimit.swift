#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif

/// A limit on the size of files (`ulimit -f`), which ends a program by a signal (SIGXFSZ).
enum FileSizeLimit {

  /// Lets the call that writes too much fail instead, as on a full disk, so that it is told.
  static func becomesError() { signal(SIGXFSZ, SIG_IGN) }
}
