#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The error of a system call.
package struct SystemError: Error, Hashable {

  /// The value of `errno`.
  let code: Int32

  /// What the system says of it, like "Permission denied", beginning in lower case.
  package let message: String

  /// The error of the call that has just failed.
  package static var last: SystemError { SystemError(code: errno) }

  /// Creates the error of a value of `errno`.
  package init(code: Int32) {
    guard let text = unsafe strerror(code) else {
      self.init(code: code, message: "system error \(code)")
      return
    }
    let message = unsafe String(cString: text)
    self.init(code: code, message: message.prefix(1).lowercased() + message.dropFirst())
  }

  private init(code: Int32, message: String) {
    self.code = code
    self.message = message
  }

  /// Whether there is nothing of that name.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// What one does about a file that cannot be written, in one phrase.
  package var writingMend: String {
    switch code {
    case EACCES, EPERM, EROFS: "name a place that you may write to"
    case ENOENT, ENOTDIR: "make its folder first"
    case ENOSPC, EDQUOT: "make room, or name another place"
    case EFBIG: "raise the limit on the length of files (ulimit -f), or name another place"
    case EISDIR: "name a file"
    default: "name another place"
    }
  }

  /// What one does about a file that cannot be read, in one phrase.
  package var readingMend: String {
    switch code {
    case ELOOP: "it is a link that leads back to itself; remove it"
    case EIO: "the disk or the network may have failed; copy the file from elsewhere"
    case EMFILE, ENFILE: "raise the limit on open files (ulimit -n)"
    case ENAMETOOLONG: "shorten the path"
    default: "check that you may read it"
    }
  }

  /// The error of a file that is larger than what can be read.
  static var tooLarge: SystemError { SystemError(code: EFBIG, message: "file too large") }
}
