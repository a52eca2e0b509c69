/// The tables of a corpus.
public enum Table: UInt8, Hashable, Sendable, CaseIterable {
  case documents, paragraphs, sentences, tokens, quotes, mentions, entities
  case topics, outlets, authors, families

  /// The name of the table, which is also the plural of what a row is.
  public var name: String {
    switch self {
    case .documents: "documents"
    case .paragraphs: "paragraphs"
    case .sentences: "sentences"
    case .tokens: "tokens"
    case .quotes: "quotes"
    case .mentions: "mentions"
    case .entities: "entities"
    case .topics: "topics"
    case .outlets: "outlets"
    case .authors: "authors"
    case .families: "families"
    }
  }
}

/// What the values of an attribute are.
public enum AttributeType: Hashable, Sendable {
  /// Short strings, compared without case and accents.
  case name
  /// One of a few fixed words.
  case category
  /// Running text.
  case text
  /// Whole numbers.
  case integer
  /// Numbers with a fraction.
  case decimal
  /// Days.
  case date
  /// Yes or no, stored as 1 and 0.
  case flag
  /// A row of another table.
  case reference(Table)
}

/// Where the values of an attribute come from.
public enum AttributeSource: Hashable, Sendable {
  /// A column of the corpus, by its index.
  case column(Int)
  /// The text of the row's region.
  case regionText
}

/// Something that is known of each row of a table.
public struct Attribute: Hashable, Sendable {

  /// The name that queries use.
  public let name: String

  /// The table whose rows have it.
  public let table: Table

  /// What its values are.
  public let type: AttributeType

  /// Whether a row can have several values.
  public let isMany: Bool

  /// Where the values are.
  public let source: AttributeSource

  /// What it means, in one phrase, for `describe`.
  public let summary: String

  /// Creates an attribute.
  public init(
    name: String, table: Table, type: AttributeType, isMany: Bool = false,
    source: AttributeSource, summary: String
  ) {
    self.name = name
    self.table = table
    self.type = type
    self.isMany = isMany
    self.source = source
    self.summary = summary
  }
}

/// The attributes of a corpus.
public struct Schema: Sendable {

  /// All attributes, table by table, in the order in which they are listed to people.
  public let attributes: [Attribute]

  /// The name of each attribute in small letters.
  ///
  /// A list that is gone through: a table has a dozen attributes, and a dictionary would take longer to
  /// make, at each start of the program, than all look-ups of a query.
  private let names: [String]

  /// Creates a schema.
  public init(attributes: [Attribute]) {
    self.attributes = attributes
    names = attributes.map { $0.name.lowercased() }
  }

  /// Returns the attributes of a table in order.
  public func attributes(of table: Table) -> [Attribute] {
    attributes.filter { $0.table == table }
  }

  /// Returns the attribute of a table called `name`, in any letter case; of two the first.
  public func attribute(_ name: String, of table: Table) -> Attribute? {
    let name = name.lowercased()
    return attributes.indices.first { attributes[$0].table == table && names[$0] == name }
      .map { attributes[$0] }
  }
}
