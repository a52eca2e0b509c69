#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif
internal import Quoth
internal import Synchronization

/// Shows how far a build is: one line that is drawn anew on a terminal, a line now and then elsewhere.
final class BuildMeter: Sendable {

  private struct State {
    var stage: BuildProgress.Stage?
    var stageStart = 0.0
    var last = 0.0
    var isDrawn = false
  }

  private let state = Mutex(State())
  private let isTerminal = isatty(STDERR_FILENO) == 1

  /// The seconds between two drawings.
  private var interval: Double { isTerminal ? 0.1 : 10 }

  /// Takes how far the build is; any thread may call it.
  @Sendable func tell(_ progress: BuildProgress) {
    state.withLock { state in
      let now = Self.now()
      if state.stage != progress.stage {
        state.stage = progress.stage
        state.stageStart = now
        state.last = isTerminal ? 0 : now
      }
      guard now - state.last >= interval else { return }
      state.last = now
      draw(progress, seconds: now - state.stageStart)
      state.isDrawn = isTerminal
    }
  }

  private func draw(_ progress: BuildProgress, seconds: Double) {
    guard isTerminal else {
      return StandardStreams.tell("quoth: \(ProgressLine.text(progress, seconds: seconds))\n")
    }
    // Room for the `^C` that the terminal draws, which must not wrap.
    let columns = Self.columns - 2
    let line = ProgressLine.text(progress, seconds: seconds, columns: columns)
    StandardStreams.tell("\r\(line)\u{1B}[K")
  }

  /// Takes the line away again.
  func end() {
    state.withLock { state in
      if state.isDrawn { StandardStreams.tell("\r\u{1B}[K") }
      state.isDrawn = false
    }
  }

  /// The width of the terminal.
  private static var columns: Int {
    var size = winsize()
    let isKnown = unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0
    return isKnown && size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  /// A clock that only goes forward, in seconds.
  private static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
