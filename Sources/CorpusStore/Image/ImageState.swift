#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What tells an image, as it lies in its file now, from any other and from what becomes of it.
///
/// It is known without reading more than the header: the place of the file among all, its size, when
/// it was written to and when anything of it changed, and the hash of the header, which covers the
/// hashes of all sections. Whoever writes to the file, copies it or puts another in its place makes
/// another state of it. What a failing disk changes does not show.
public struct ImageState: Hashable, Sendable {

  /// Which file it is, whatever its name: the device, and its number there.
  public let file: String

  /// What the file is like: its size, its two times, and the hash of the header.
  public let content: String

  /// When the file was changed last, in nanoseconds since 1970.
  private let changed: Int

  /// How long a change and another one may have the same time, in nanoseconds: the clock of a file
  /// system goes in ticks, of ten milliseconds at most.
  private static let tick = 20_000_000

  /// Takes what the system knows of a file.
  init(_ status: stat, header: UInt64) {
    #if canImport(Darwin)
      let (written, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (written, changed) = (status.st_mtim, status.st_ctim)
    #endif
    file = "\(status.st_dev):\(status.st_ino)"
    content =
      "\(status.st_size) \(Self.nanoseconds(written)) \(Self.nanoseconds(changed)) "
      + String(header, radix: 16)
    self.changed = max(Self.nanoseconds(written), Self.nanoseconds(changed))
  }

  /// Whether a change from now on would show: the last one is a tick ago.
  var isSettled: Bool {
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    return Self.nanoseconds(now) - changed >= Self.tick
  }

  /// Waits for the end of the tick of the last change.
  func settle() {
    for _ in 0..<20 where !isSettled {
      var pause = timespec(tv_sec: 0, tv_nsec: Self.tick / 8)
      unsafe nanosleep(&pause, nil)
    }
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    // Whatever a file system makes up, it is only compared.
    Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }
}

/// Keeps in mind which images have been read whole and were sound, so that it is done once for each.
public protocol CheckedImages: Sendable {

  /// Returns whether an image in this state was sound.
  func contains(_ state: ImageState) -> Bool

  /// Keeps in mind that an image is sound; older states of its file are forgotten.
  func insert(_ state: ImageState)

  /// Forgets all states of the file of an image.
  func remove(_ state: ImageState)
}
