#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif
internal import CorpusStore

/// The moment at which an entry is made.
enum CorrectionClock {

  /// Returns the present in UTC as ISO 8601 writes it, and an id that no other entry has.
  static func stamp() -> (time: String, id: String) {
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    let nanoseconds = UInt64(clamping: now.tv_sec) * 1_000_000_000 + UInt64(clamping: now.tv_nsec)
    // Two entries of one process never share a moment, nor do two processes share a number.
    let id = String(nanoseconds, radix: 36) + "-" + String(getpid(), radix: 36)
    return (time(ofSecond: Int(now.tv_sec)), id)
  }

  /// Returns a count of seconds since 1 January 1970 as ISO 8601 writes the moment.
  static func time(ofSecond seconds: Int) -> String {
    let day = Day(number: Int32(clamping: seconds / 86_400))
    let second = seconds % 86_400
    let parts = [second / 3600, second / 60 % 60, second % 60]
    return day.iso + "T" + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":") + "Z"
  }
}
