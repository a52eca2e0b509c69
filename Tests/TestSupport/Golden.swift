public import Foundation

/// A file whose content is compared with what the program prints today.
///
/// A missing file, or `UPDATE_GOLDEN=1`, writes the file; a written file fails its test, so that a
/// new expectation is read by a person before it is committed.
public struct Golden {

  /// What a comparison found.
  public enum Outcome: Equatable { case matches, written, differs(expected: String) }

  /// Where the file lies.
  public let url: URL

  /// Creates the golden file at `url`.
  public init(_ url: URL) { self.url = url }

  /// Compares `actual` with the content of the file, or writes it.
  public func compare(_ actual: String) throws -> Outcome {
    let update = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"
    guard !update, let expected = try? String(contentsOf: url, encoding: .utf8) else {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try actual.write(to: url, atomically: true, encoding: .utf8)
      return .written
    }
    return expected == actual ? .matches : .differs(expected: expected)
  }
}
