public import CorpusStore

/// A pattern over tokens with every attribute looked up.
///
/// Its matches lie in one paragraph each, as those of phrases do. Of the matches that start at a token the longest is taken,
/// and of two of which one lies inside the other only the outer one: `DET? ADJ* NOUN` finds "the
/// big house" and not "house" once more, and `[] []` finds every two neighbours. An empty match is
/// none.
public struct BoundPattern: Hashable, Sendable {

  /// The pattern as it was written.
  public let text: String

  /// What must stand in the text.
  public let node: BoundPatternNode

  /// The number of labels in it.
  public let labelCount: Int

  /// What must hold of the labelled tokens.
  ///
  /// A match is one for which it holds; where a token pattern can be read in several ways, some
  /// reading of the match must fulfil it.
  public let constraint: BoundLabelCondition?

  /// Creates a pattern.
  public init(
    text: String, node: BoundPatternNode, labelCount: Int = 0,
    constraint: BoundLabelCondition? = nil
  ) {
    self.text = text
    self.node = node
    self.labelCount = labelCount
    self.constraint = constraint
  }
}

/// A part of a token pattern.
public indirect enum BoundPatternNode: Hashable, Sendable {
  /// One token.
  case token(BoundTokenTest)
  /// One token that has a label, numbered from zero.
  case labelled(Int, BoundTokenTest)
  /// One behind the other; none is the empty run.
  case sequence([BoundPatternNode])
  /// Any of these.
  case choice([BoundPatternNode])
  /// Again and again; without an upper bound where it is nil.
  case repetition(BoundPatternNode, atLeast: Int, atMost: Int?)
}

/// What must hold of one token.
public indirect enum BoundTokenTest: Hashable, Sendable {
  /// Nothing.
  case any
  /// All of these.
  case and([BoundTokenTest])
  /// Any of these.
  case or([BoundTokenTest])
  /// The complement.
  case not(BoundTokenTest)
  /// The token has one of these codes, ascending, in the dictionary of the attribute's column.
  case codes(Attribute, [UInt32])
  /// The value of the attribute, read with the given regard to case and accents, matches the
  /// regular expression as a whole.
  case matches(Attribute, RegexTree, TextRegard)
}

/// What of a text counts when it is compared.
public struct TextRegard: Hashable, Sendable {

  /// Whether capital and small letters differ.
  public let letterCase: Bool

  /// Whether letters with and without accents differ.
  public let accents: Bool

  /// Creates a regard.
  public init(letterCase: Bool, accents: Bool) {
    self.letterCase = letterCase
    self.accents = accents
  }

  /// Neither case nor accents count.
  public static let folded = TextRegard(letterCase: false, accents: false)

  /// Both count.
  public static let exact = TextRegard(letterCase: true, accents: true)
}

/// What must hold of the labelled tokens of a match.
public indirect enum BoundLabelCondition: Hashable, Sendable {
  /// All of these.
  case and([BoundLabelCondition])
  /// Any of these.
  case or([BoundLabelCondition])
  /// The complement.
  case not(BoundLabelCondition)
  /// The two labelled tokens have the same folded text in these attributes.
  case same(Int, Attribute, Int, Attribute)
  /// The labelled token fulfils the test; false where the match has no such token.
  case test(Int, BoundTokenTest)
}
