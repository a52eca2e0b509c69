/// A regular expression, read: what a matcher is built from.
///
/// It describes text to which a `TextRegard` has been applied, mostly *folded* text (see
/// `TextFolding`): letters in it are lower case and plain, so that case and accents do not count. It
/// has no back-references and no look-around, so a matcher can run in time linear in the text.
public indirect enum RegexTree: Hashable, Sendable {
  /// The empty text.
  case empty
  /// One scalar that lies in one of these ranges; they are ascending and do not touch.
  case scalars([ClosedRange<UInt32>])
  /// The start of the text.
  case start
  /// The end of the text.
  case end
  /// A place where a letter, digit or underscore stands on one side only.
  case wordBoundary
  /// One behind the other; at least two.
  case sequence([RegexTree])
  /// Any of these; at least two.
  case choice([RegexTree])
  /// Again and again, from the lower number of times up to the upper, or without end.
  case repetition(RegexTree, atLeast: Int, atMost: Int?)

  /// The greatest number of states that a matcher of an expression may need.
  public static let greatestSize = 10_000

  /// The number of scalars and marks when every bounded repetition is written out.
  public var size: Int {
    switch self {
    case .empty, .scalars, .start, .end, .wordBoundary: 1
    case .sequence(let parts), .choice(let parts):
      parts.reduce(1) { min($0 + $1.size, Self.greatestSize + 1) }
    case .repetition(let part, let least, let most):
      min(part.size * max(1, most ?? (least + 1)), Self.greatestSize + 1)
    }
  }
}

/// What keeps a regular expression from being read.
public struct RegexMistake: Error, Hashable, Sendable {

  /// The kinds of mistake.
  public enum Kind: Hashable, Sendable {
    /// `(a`: a group is not closed.
    case openGroup
    /// `a)`: a group is closed that was not opened.
    case strayClose
    /// `[a`: a set of characters is not closed.
    case openClass
    /// `[z-a]`: a range runs backwards.
    case backwardRange
    /// `*a`: there is nothing to repeat.
    case nothingToRepeat
    /// `a{3,1}`: the counts run backwards, or are not numbers up to 1,000.
    case badCount
    /// A backslash before a letter that means nothing, or at the end.
    case unknownEscape
    /// `(?=a)`: a group of a kind that there is not.
    case unknownGroup
    /// Groups within groups beyond reason, or repetitions that multiply beyond reason.
    case tooLarge
  }

  /// The kind.
  public let kind: Kind

  /// The wrong part of the expression, in bytes of its UTF-8.
  public let range: Range<Int>

  /// Creates a mistake.
  public init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
