/// What is known of one row of a result, for `.show`, `.context`, `.why` and `.cite`.
///
/// A detail is a value without any tie to the corpus; whoever holds the corpus fills it.
public struct RowDetail: Hashable, Sendable {

  /// The article that the row stands in.
  public struct Document: Hashable, Sendable {
    /// The name it has in the corpus, like that of its file.
    public var id: String
    /// Its headline.
    public var title: String?
    /// Where it was published.
    public var outlet: String?
    /// Who wrote it.
    public var authors: [String]
    /// The day it was published, as ISO 8601 writes it.
    public var date: String?
    /// Where it can be read.
    public var url: String?

    /// Creates a document.
    public init(
      id: String, title: String? = nil, outlet: String? = nil, authors: [String] = [],
      date: String? = nil, url: String? = nil
    ) {
      self.id = id
      self.title = title
      self.outlet = outlet
      self.authors = authors
      self.date = date
      self.url = url
    }
  }

  /// A paragraph, with the stretches of it that are the row's.
  public struct Paragraph: Hashable, Sendable {
    /// The text, as it stands.
    public var text: String
    /// The stretches, ascending and disjoint, in UTF-8 bytes of `text`; empty for a neighbour.
    public var marks: [Range<Int>]

    /// Creates a paragraph.
    public init(_ text: String, marks: [Range<Int>] = []) {
      self.text = text
      self.marks = marks
    }
  }

  /// One more attribute of the row, for `.show`.
  public struct Fact: Hashable, Sendable {
    /// The name of the attribute.
    public var name: String
    /// Its values, in order; empty where it is missing.
    public var values: [String]

    /// Creates a fact with one value or none.
    public init(_ name: String, _ value: String?) {
      self.init(name, values: value.map { [$0] } ?? [])
    }

    /// Creates a fact with any number of values.
    public init(_ name: String, values: [String]) {
      self.name = name
      self.values = values
    }

    /// Its values in one line; nil where it is missing.
    public var value: String? { values.isEmpty ? nil : values.joined(separator: ", ") }
  }

  /// The number of the row in its result.
  public var number: Int
  /// What the row is, in the singular: `quote`.
  public var unit: String
  /// The row's own text.
  public var text: String
  /// Who says it; nil for rows that are no quotes and for quotes without a known speaker.
  public var speaker: String?
  /// The words that report it.
  public var cue: String?
  /// `direct`, `indirect` or `mixed`; nil for rows that are no quotes.
  public var kind: String?
  /// The other attributes, in the order of the schema.
  public var facts: [Fact] = []
  /// The article; nil for rows that are not in a text.
  public var document: Document?
  /// The paragraph that holds the row and the ones around it, in order.
  public var paragraphs: [Paragraph] = []
  /// The steps that led to what is known of the row, in order.
  public var reasons: [String] = []
  /// How sure that is, from 0 to 1.
  public var confidence: Double?
  /// The stretches of the original text, in Unicode scalars.
  public var offsets: [Range<Int>] = []
  /// What the corpus is called.
  public var corpusName: String
  /// The hash of all its texts.
  public var fingerprint: String

  /// Creates the detail of a row; what else is known is set afterwards.
  public init(number: Int, unit: String, text: String, corpusName: String, fingerprint: String) {
    self.number = number
    self.unit = unit
    self.text = text
    self.corpusName = corpusName
    self.fingerprint = fingerprint
  }
}
