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
  package static var last: SystemError {
    let code = errno
    guard let text = unsafe strerror(code) else {
      return SystemError(code: code, message: "system error \(code)")
    }
    let message = unsafe String(cString: text)
    return SystemError(code: code, message: message.prefix(1).lowercased() + message.dropFirst())
  }

  /// Whether there is nothing of that name.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// The error of a file that is larger than what can be read.
  static var tooLarge: SystemError { SystemError(code: EFBIG, message: "file too large") }
}
