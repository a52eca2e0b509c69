#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif

/// Where a user keeps what belongs to Quoth (XDG Base Directory Specification 0.8).
public enum UserFolder {

  /// The script that the prompt runs first: `$XDG_CONFIG_HOME/quoth/init.quoth`.
  ///
  /// Nil where neither that variable nor `HOME` says where it would be.
  public static var initScript: String? {
    if let folder = variable("XDG_CONFIG_HOME") { return folder + "/quoth/init.quoth" }
    return variable("HOME").map { $0 + "/.config/quoth/init.quoth" }
  }

  /// The folder of what Quoth keeps for the user: `$XDG_DATA_HOME/quoth`.
  ///
  /// Nil where neither that variable nor `HOME` says where it would be.
  static var data: String? {
    if let folder = variable("XDG_DATA_HOME") { return folder + "/quoth" }
    return variable("HOME").map { $0 + "/.local/share/quoth" }
  }

  /// The folder of what Quoth can do without, but not as quickly: `$XDG_CACHE_HOME/quoth`.
  ///
  /// Nil where neither that variable nor `HOME` says where it would be.
  static var cache: String? {
    if let folder = variable("XDG_CACHE_HOME") { return folder + "/quoth" }
    return variable("HOME").map { $0 + "/.cache/quoth" }
  }

  /// Returns a variable of the environment, unless it is empty.
  static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }
}
