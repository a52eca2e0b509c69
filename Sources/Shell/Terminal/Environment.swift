internal import CLineEditor

/// The environment of the process.
enum Environment {

  /// The value of a variable, or nil where it is not set.
  static subscript(name: String) -> String? {
    unsafe cle_environment(name).map { unsafe String(cString: $0) }
  }
}
