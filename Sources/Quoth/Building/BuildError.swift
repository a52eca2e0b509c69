/// Why no image was made; one that was there before is as it was.
public struct BuildError: Error, Hashable, Sendable {

  /// What sort of reason it is.
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// An input is missing or cannot be read.
    case input
    /// The image cannot be written.
    case output
    /// Someone wished it to stop; what was done is kept for the next time.
    case interrupted
  }

  /// What sort of reason it is.
  public let kind: Kind

  /// What is wrong and how it is mended, in one line.
  public let message: String

  /// What else was told while reading, one line each.
  public let warnings: [String]

  init(_ kind: Kind, _ message: String, warnings: [String] = []) {
    self.kind = kind
    self.message = message
    self.warnings = warnings
  }

  init(_ error: OpeningError) {
    self.init(.input, error.message, warnings: error.warnings)
  }
}
