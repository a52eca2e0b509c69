#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif
internal import Synchronization

/// Says on a terminal that an image is being checked, as long as it lasts.
final class CheckNotice: Sendable {

  private let isDrawn = Mutex(false)

  /// Draws the line; any thread may call it.
  @Sendable func begin(_ path: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    isDrawn.withLock { isDrawn in
      StandardStreams.tell("\rquoth: checking \(path), once for each image…\u{1B}[K")
      isDrawn = true
    }
  }

  /// Takes the line away again.
  func end() {
    isDrawn.withLock { isDrawn in
      if isDrawn { StandardStreams.tell("\r\u{1B}[K") }
      isDrawn = false
    }
  }
}
