#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What stands behind a path, symbolic links followed.
struct FileStatus {

  /// The sorts of files that matter to reading.
  enum Kind {
    case file, directory
    /// A pipe, socket or device.
    case other
  }

  /// What identifies a file however it is named.
  struct Identity: Hashable {
    let device: UInt64
    let node: UInt64
  }

  let kind: Kind
  let identity: Identity
  /// The number of bytes; zero where it is not known beforehand.
  let size: Int

  /// What is known of the standard input: nothing.
  static let standardInput = FileStatus(
    kind: .other, identity: Identity(device: .max, node: .max), size: 0)

  private init(kind: Kind, identity: Identity, size: Int) {
    self.kind = kind
    self.identity = identity
    self.size = size
  }

  /// Whether a path is that of a symbolic link, wherever it leads.
  static func isLink(_ path: [UInt8]) -> Bool {
    var status = stat()
    guard unsafe lstat(path.terminated, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFLNK
  }

  /// Asks the system.
  init(of path: [UInt8]) throws(SystemError) {
    var status = stat()
    guard unsafe stat(path.terminated, &status) == 0 else { throw .last }
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .directory
    default: kind = .other
    }
    identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      node: UInt64(truncatingIfNeeded: status.st_ino))
    size = max(0, Int(status.st_size))
  }
}

extension [UInt8] {
  /// The path as C reads it.
  var terminated: [CChar] { map { CChar(bitPattern: $0) } + [0] }
}
