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

  /// The error of a file that is larger than what can be read.
  static var tooLarge: SystemError { SystemError(code: EFBIG, message: "file too large") }
}
