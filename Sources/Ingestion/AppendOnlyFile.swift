#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file to whose end several programs may add at the same time.
package enum AppendOnlyFile {

  /// Adds lines to a file, which is made where it is missing, and waits until they are stored.
  ///
  /// The file is locked meanwhile, and the lines are written by one call, so that what others add
  /// stands wholly before or wholly behind. A last line that somebody left without its end is ended
  /// first. The heading stands first in a file that is new or empty.
  package static func append(
    _ lines: [UInt8], to path: [UInt8], heading: [UInt8]
  ) throws(SystemError) {
    let descriptor = unsafe open(
      path.terminated, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .last }
    defer { _ = close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 { if errno != EINTR { throw .last } }
    try FileWriting.append((start(of: descriptor, heading: heading) + lines)[...], to: descriptor)
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .last }
  }

  /// Returns what must stand before a new line: nothing, the heading, or the end of a torn line.
  private static func start(
    of descriptor: Int32, heading: [UInt8]
  ) throws(SystemError) -> [UInt8] {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= 0 else { throw .last }
    guard size > 0 else { return heading }
    var last: UInt8 = 0
    guard unsafe pread(descriptor, &last, 1, size - 1) == 1 else { throw .last }
    return last == 0x0A ? [] : [0x0A]
  }

  /// Makes the folders on the way to a file; what cannot be made shows when the file is opened.
  package static func makeFolders(of path: [UInt8]) {
    for end in path.indices.dropFirst() where path[end] == UInt8(ascii: "/") {
      _ = unsafe mkdir(Array(path[..<end]).terminated, 0o777)
    }
  }
}
