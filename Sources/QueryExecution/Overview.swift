public import CorpusStore
internal import QuerySemantics

/// What a corpus holds, for `describe` and `values of`, and for completion.
public struct Overview: Sendable {

  /// A value of an attribute, and how often it stands there.
  public struct ValueCount: Hashable, Sendable {

    /// Its code in the dictionary of the attribute.
    public let code: UInt32

    /// How it is shown.
    public let name: String

    /// How many rows have it.
    public let count: Int
  }

  private let corpus: Corpus

  /// Creates an overview of a corpus.
  public init(_ corpus: Corpus) { self.corpus = corpus }

  /// The tables that hold rows, with their numbers.
  public var rowCounts: [(table: Table, count: Int)] {
    Table.allCases.map { ($0, corpus.rowCount(of: $0)) }.filter { $0.1 > 0 }
  }

  /// Returns the most frequent values of an attribute; none where its values have no codes.
  ///
  /// - Complexity: O(*n* log *n*) in the number of distinct values.
  public func frequentValues(of attribute: Attribute, limit: Int = .max) -> [ValueCount] {
    guard let dictionary = corpus.dictionary(of: attribute) else { return [] }
    let names = CodeNames(dictionary, corpus)
    let codes = (0..<dictionary.count).sorted { a, b in
      let (first, second) = (dictionary.postings.count(of: a), dictionary.postings.count(of: b))
      return first != second ? first > second : a < b
    }
    let shown = codes.prefix(limit).map { code in
      ValueCount(
        code: UInt32(code), name: String(decoding: names.bytes(of: UInt32(code)), as: UTF8.self),
        count: dictionary.postings.count(of: code))
    }
    return shown.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  /// Returns how many distinct values an attribute has; nil where its values have no codes.
  public func distinctCount(of attribute: Attribute) -> Int? {
    corpus.dictionary(of: attribute)?.count
  }

  /// Returns how many rows have no value of an attribute.
  public func missingCount(of attribute: Attribute) -> Int {
    let reader = ValueReader(
      BoundPath(target: .attribute(attribute), text: attribute.name),
      kind: .table(attribute.table), corpus: corpus)
    guard corpus.column(of: attribute) != nil else { return 0 }
    var keys: [Int64] = []
    return (0..<UInt32(clamping: corpus.rowCount(of: attribute.table))).count { row in
      keys.removeAll(keepingCapacity: true)
      reader.appendKeys(of: RowID(row), end: nil, to: &keys)
      return keys.isEmpty
    }
  }

  /// Returns the first and the last day of an attribute; nil where no row has one.
  public func days(of attribute: Attribute) -> ClosedRange<Day>? {
    guard case .dates(let column)? = corpus.column(of: attribute),
      let first = column.order.first, let last = column.order.last
    else { return nil }
    return column.values[first.index]...column.values[last.index]
  }
}
