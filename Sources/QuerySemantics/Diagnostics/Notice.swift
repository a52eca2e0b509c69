public import Diagnostics

/// Something the user is told about a statement that runs: what a name resolved to, what was
/// assumed.
public struct Notice: Hashable, Sendable {

  /// What a notice is about.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A name stands for one thing.
    case resolvedName
    /// A name stands for several things, and the rows are those of all.
    case ambiguousName
    /// No name, or no value, is like that; the rows are none.
    case unknownName
    /// A word of a phrase stands nowhere in the corpus.
    case unknownWord
    /// Rows have no date, and a condition on dates leaves them out.
    case undatedRows
    /// Of several readings one was taken.
    case chosenReading
  }

  /// A value that the user may have meant, with how often it stands.
  public struct Candidate: Hashable, Sendable {

    /// The value as the corpus names it.
    public let name: String

    /// How many rows have it.
    public let count: Int

    /// What is counted, in the plural: `quotes`.
    public let unit: String

    /// Creates a candidate.
    public init(name: String, count: Int, unit: String) {
      self.name = name
      self.count = count
      self.unit = unit
    }

    /// The name with its count: `Emmanuel Macron, 14 quotes`.
    public var text: String { name + ", " + Wording.count(count, unit) }
  }

  /// What it is about.
  public let kind: Kind

  /// What is said, in one sentence without a period.
  public let message: String

  /// The words of the statement that it is about.
  public let range: SourceRange

  /// The values that the message names, the best first.
  public let candidates: [Candidate]

  /// Creates a notice.
  public init(
    _ kind: Kind, _ message: String, at range: SourceRange, candidates: [Candidate] = []
  ) {
    self.kind = kind
    self.message = message
    self.range = range
    self.candidates = candidates
  }
}
