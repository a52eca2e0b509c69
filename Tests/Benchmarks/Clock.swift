import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The time of the wall and of the cores.
enum Clock {

  /// Returns the nanoseconds since some fixed moment.
  static var wall: UInt64 { DispatchTime.now().uptimeNanoseconds }

  /// Returns the milliseconds that all cores together have worked for this process.
  static var processor: Double {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime)
  }

  private static func milliseconds(_ time: timeval) -> Double {
    Double(time.tv_sec) * 1e3 + Double(time.tv_usec) / 1e3
  }
}

/// What the system says of the memory of this process, in kB.
enum Memory {

  /// Returns the peak and the present size, the private heap and the mapped files.
  static func sizes() -> [String: Int] {
    let names = [
      "VmHWM": "peak_kB", "VmRSS": "rss_kB", "RssAnon": "heap_kB", "RssFile": "mapped_kB",
    ]
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else {
      return [:]
    }
    var sizes: [String: Int] = [:]
    for line in status.split(separator: "\n") {
      let words = line.split { $0 == ":" || $0 == "\t" || $0 == " " }
      if words.count > 1, let name = names[String(words[0])] { sizes[name] = Int(words[1]) }
    }
    return sizes
  }
}
