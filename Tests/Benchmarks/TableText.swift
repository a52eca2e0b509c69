import Foundation

/// The cells of the tables that are printed.
enum TableText {

  /// Returns a time in milliseconds.
  static func time(_ milliseconds: Double) -> String {
    String(format: milliseconds < 10 ? "%.4f" : "%.1f", milliseconds)
  }

  /// Returns text at the right end of a column.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.utf8.count)) + text
  }

  /// Returns text at the left end of a column.
  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.utf8.count))
  }
}
