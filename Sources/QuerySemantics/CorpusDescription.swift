public import CorpusStore
public import QuerySyntax

/// What there is to ask about: the kinds of row, their attributes, and values that these have.
public struct CorpusDescription: Hashable, Sendable {

  /// A kind of row.
  public struct Kind: Hashable, Sendable {

    /// The word for it in queries.
    public let kind: RowKind

    /// The number of rows.
    public let count: Int

    /// The attributes, in the order in which they are listed to people.
    public let attributes: [Attribute]
  }

  /// An attribute of a kind of row.
  public struct Attribute: Hashable, Sendable {

    /// The name in queries.
    public let name: String

    /// What its values are, in words.
    public let type: String

    /// Whether a row can have several values.
    public let isMany: Bool

    /// What a row has, in words: `a name`, `any number of names`.
    public let holding: String

    /// What it means, in one phrase.
    public let summary: String

    /// The most frequent values with the number of rows that have each; empty where values are
    /// numbers or texts.
    public let examples: [ValueCount]
  }

  /// The kinds.
  public let kinds: [Kind]

  /// Describes a corpus; one kind of row where one is named.
  public init(of corpus: Corpus, only kind: RowKind? = nil) {
    let kinds = kind.map { [$0] } ?? RowKind.allCases
    self.kinds = kinds.map { kind in
      Kind(
        kind: kind, count: Self.count(kind, in: corpus),
        attributes: corpus.schema.attributes(of: kind.table).map {
          Self.describe($0, of: corpus)
        })
    }
  }

  private static func describe(_ attribute: CorpusStore.Attribute, of corpus: Corpus) -> Attribute {
    let values = corpus.column(of: attribute)?.dictionary.map {
      corpus.mostFrequent(in: $0, most: 3)
    }
    return Attribute(
      name: attribute.name, type: Wording.type(attribute.type), isMany: attribute.isMany,
      holding: attribute.isMany
        ? Wording.many(attribute.type) : Wording.type(attribute.type),
      summary: attribute.summary, examples: values ?? [])
  }

  /// Returns the number of rows of a kind, without describing it.
  ///
  /// - Complexity: O(1).
  public static func count(_ kind: RowKind, in corpus: Corpus) -> Int {
    guard let type = kind.entityType else { return corpus.rowCount(of: kind.table) }
    guard let dictionary = corpus.column("type", of: .entities)?.dictionary else { return 0 }
    return corpus.pool.symbols(folding: type).compactMap { symbol in
      dictionary.code(of: symbol.rawValue).map { dictionary.postings.count(of: Int($0)) }
    }.reduce(0, +)
  }
}

/// A value of an attribute with the number of rows that have it.
public struct ValueCount: Hashable, Sendable {

  /// The value as the corpus names it.
  public let value: String

  /// The number of rows.
  public let count: Int

  /// Creates the pair.
  public init(value: String, count: Int) {
    self.value = value
    self.count = count
  }
}

extension Corpus {

  /// Returns the values of a dictionary that most rows have, the most frequent first.
  ///
  /// - Complexity: O(*n*) in the number of values, for a small `most`.
  func mostFrequent(in dictionary: ColumnDictionary, most: Int) -> [ValueCount] {
    var best: [(count: Int, code: Int)] = []
    for code in 0..<dictionary.count {
      let count = dictionary.postings.count(of: code)
      if best.count == most, let last = best.last, last.count >= count { continue }
      let place = best.firstIndex { $0.count < count } ?? best.count
      best.insert((count, code), at: place)
      if best.count > most { best.removeLast() }
    }
    return best.map {
      ValueCount(value: label(of: UInt32($0.code), in: dictionary), count: $0.count)
    }
  }
}
