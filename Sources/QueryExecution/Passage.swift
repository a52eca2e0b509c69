public import CorpusStore

/// What is known of one row of a result: its text, where it stands, and why it is there.
public struct Passage: Hashable, Sendable {

  /// A part of the text that the row is about.
  public struct Piece: Hashable, Sendable {

    /// Its text.
    public let text: String

    /// Where it lies in the original of its document, in Unicode scalars.
    public let original: Range<Int>
  }

  /// A paragraph that the row stands in, or one beside it.
  public struct Paragraph: Hashable, Sendable {

    /// The text, as it stands.
    public let text: String

    /// The stretches that are the row's, in bytes of UTF-8; none for a paragraph beside it.
    public let marks: [Range<Int>]
  }

  /// The values of one attribute.
  public struct Fact: Hashable, Sendable {

    /// The name of the attribute.
    public let name: String

    /// Its values as they are shown; empty where there are none.
    public let values: [String]
  }

  /// The whole text of the row.
  public let text: String

  /// The pieces of the text: several for a quote that is split; none for a row outside the text.
  public let pieces: [Piece]

  /// The paragraphs in which the pieces stand, with the one before and the one behind.
  public let paragraphs: [Paragraph]

  /// The document's row; nil for a row that belongs to none.
  public let document: RowID?

  /// What is known of the document: id, title, date, outlet, author, url, as far as it has them.
  public let documentFacts: [Fact]

  /// What is known of the row itself, in the order of the schema, but for its text and reasons.
  public let facts: [Fact]

  /// The chain that led to the row, a step a line; empty where nothing was inferred.
  public let reasons: [String]
}
