public import Diagnostics

/// A pattern over the tokens of a text, as the Corpus Query Language writes it:
/// `[lemma = "send"] []{0,3} a:[lemma = "troop"] :: a.pos = "NOUN"`.
///
/// The language is that of the IMS Corpus Workbench (Christ 1994; Evert and Hardie 2011).
public struct TokenPattern: Hashable, Sendable {

  /// What must stand in the text.
  public let node: PatternNode

  /// What must hold of the labelled tokens, behind `::`.
  public let constraint: LabelCondition?

  /// The text of the pattern.
  public let range: SourceRange

  /// Creates a pattern.
  public init(_ node: PatternNode, where constraint: LabelCondition? = nil, at range: SourceRange) {
    self.node = node
    self.constraint = constraint
    self.range = range
  }
}

/// A part of a token pattern.
public struct PatternNode: Hashable, Sendable {

  /// The forms of a part.
  public indirect enum Kind: Hashable, Sendable {
    /// `[pos = "ADJ"]`, or `[]` for any token.
    case token(TokenCondition?)
    /// `"troops?"`: short for `[word = "troops?"]` in a pattern that has brackets elsewhere.
    case word(PatternText)
    /// One behind the other, at least two.
    case sequence([PatternNode])
    /// `a | b`, at least two.
    case choice([PatternNode])
    /// `a*`, `a{2,3}`: again and again; without an upper bound where it is nil.
    case repetition(PatternNode, atLeast: Int, atMost: Int?)
    /// `a:[…]`: the token has a name.
    case labelled(Name, PatternNode)
  }

  /// Its form.
  public let kind: Kind

  /// Its text.
  public let range: SourceRange

  /// Creates a part.
  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// What must hold of one token, between brackets.
public struct TokenCondition: Hashable, Sendable {

  /// The forms of a condition.
  public indirect enum Kind: Hashable, Sendable {
    /// `a & b`, at least two.
    case and([TokenCondition])
    /// `a | b`, at least two.
    case or([TokenCondition])
    /// `!a`.
    case not(TokenCondition)
    /// `lemma = "send"`, or with `!=` where `isEqual` is false.
    case comparison(Name, isEqual: Bool, PatternText)
  }

  /// Its form.
  public let kind: Kind

  /// Its text.
  public let range: SourceRange

  /// Creates a condition.
  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// A regular expression that the whole of a token's attribute must match.
public struct PatternText: Hashable, Sendable {

  /// The expression, without quotation marks.
  public let text: Name

  /// Whether case and accents count: `exactly "US"`.
  public let isExact: Bool

  /// The letters behind `%`, in the order `c`, `d`, `l`, each once: `c` ignores case, `d` accents,
  /// `l` takes the text literally.
  public let flags: String

  /// Creates the text of a comparison.
  public init(_ text: Name, isExact: Bool = false, flags: String = "") {
    self.text = text
    self.isExact = isExact
    self.flags = flags
  }
}

/// What must hold of the labelled tokens of a match.
public struct LabelCondition: Hashable, Sendable {

  /// The forms of a condition.
  public indirect enum Kind: Hashable, Sendable {
    /// `a & b`, at least two.
    case and([LabelCondition])
    /// `a | b`, at least two.
    case or([LabelCondition])
    /// `!a`.
    case not(LabelCondition)
    /// `a.lemma = b.lemma`, or with `!=` where `isEqual` is false.
    case same(LabelPath, isEqual: Bool, LabelPath)
    /// `a.pos = "NOUN"`, or with `!=` where `isEqual` is false.
    case comparison(LabelPath, isEqual: Bool, PatternText)
  }

  /// Its form.
  public let kind: Kind

  /// Its text.
  public let range: SourceRange

  /// Creates a condition.
  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// An attribute of a labelled token: `a.lemma`.
public struct LabelPath: Hashable, Sendable {

  /// The label.
  public let label: Name

  /// The attribute of the token.
  public let attribute: Name

  /// Creates a path.
  public init(_ label: Name, _ attribute: Name) {
    self.label = label
    self.attribute = attribute
  }
}
