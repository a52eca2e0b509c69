/// A problem in a query, told at the place where it was found.
///
/// A stage declares its diagnostics as static functions in an extension of this type, in a file
/// named `<Stage>+Diagnostics.swift`, so that all its wording stands on one page.
public struct Diagnostic: Hashable, Sendable {

  /// How grave a diagnostic is.
  public enum Severity: String, Sendable {
    /// The statement cannot run.
    case error
    /// The statement runs, and may not mean what its author thinks.
    case warning
  }

  /// The code that documentation and tests know a kind of diagnostic by, like `unknown-attribute`.
  public struct ID: Hashable, Sendable, ExpressibleByStringLiteral {

    /// The code itself, in kebab case.
    public let rawValue: String

    /// Creates the id written as `value`.
    public init(stringLiteral value: String) { rawValue = value }
  }

  /// A remark, at a second place where it has one.
  public struct Note: Hashable, Sendable {

    /// What is said.
    public let message: String

    /// The place it points at.
    public let range: SourceRange?

    /// Creates a note, pointing at `range` if it has a place of its own.
    public init(_ message: String, at range: SourceRange? = nil) {
      self.message = message
      self.range = range
    }
  }

  /// A change to the source that is very likely what the author meant.
  public struct FixIt: Hashable, Sendable {

    /// The text that mends the source.
    public let replacement: String

    /// The text that is replaced.
    public let range: SourceRange

    /// Creates the replacement of `range` by `replacement`.
    public init(replacing range: SourceRange, with replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// The kind.
  public let id: ID

  /// How grave it is.
  public let severity: Severity

  /// One phrase in the user's words, lower case, without a period.
  public let message: String

  /// The characters that are wrong.
  public let range: SourceRange

  /// What else helps.
  public let notes: [Note]

  /// The one obvious repair.
  public let fixIt: FixIt?

  /// Creates an error with the given message at `range`.
  public static func error(
    _ id: ID, _ message: String, at range: SourceRange, notes: [Note] = [], fixIt: FixIt? = nil
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, message: message, range: range, notes: notes, fixIt: fixIt)
  }

  /// Creates a warning with the given message at `range`.
  public static func warning(
    _ id: ID, _ message: String, at range: SourceRange, notes: [Note] = [], fixIt: FixIt? = nil
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .warning, message: message, range: range, notes: notes, fixIt: fixIt)
  }
}

extension [Diagnostic] {

  /// Whether any of them keeps the statement from running.
  public var hasErrors: Bool { contains { $0.severity == .error } }
}
