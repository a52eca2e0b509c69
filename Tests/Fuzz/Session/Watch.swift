import Glibc
import Synchronization

/// Tells work that takes too long for a small corpus, in the time of the processor.
final class Watch: Sendable {

  /// The most that one statement, or printing one answer, may take, in microseconds.
  private static let most = 2_000_000

  private let start = Atomic(clock())

  /// Whether the time is over.
  var isLate: Bool { clock() - start.load(ordering: .relaxed) > Self.most }

  /// Gives the next statement its whole time.
  func restart() { start.store(clock(), ordering: .relaxed) }

  /// Does something that must not take too long.
  static func time(_ name: String, _ work: () -> Void) {
    let watch = Watch()
    work()
    if watch.isLate { stop("\(name) takes too long") }
  }

  /// Ends the program, so that the fuzzer keeps the input.
  static func stop(_ reason: String) -> Never {
    print(reason)
    abort()
  }
}
