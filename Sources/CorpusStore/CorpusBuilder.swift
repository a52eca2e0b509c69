/// Puts a corpus together from whole columns.
///
/// Strings go into the pool first, which gives the symbols that the columns are made of.
/// `finish` consumes the builder: what is built does not change any more.
public struct CorpusBuilder: ~Copyable {

  /// What a corpus is made of, apart from its pool.
  struct Parts {
    var attributes: [Attribute] = []
    var columns: [Column] = []
    var text = TextStore(bytes: [], documents: [0], shifts: [])
    var tokens: TokenStore?
    var quotePieces = RegionLists(offsets: [0], regions: .none)
    var rowCounts = [Int](repeating: 0, count: Table.allCases.count)
    var pairIndexes: [ColumnPairIndex] = []
    var attachments = Attachments()
    var regions = [Regions?](repeating: nil, count: Table.allCases.count)
  }

  /// The strings of the corpus.
  public var pool = StringPoolBuilder()

  private var parts = Parts()

  /// Creates a builder of an empty corpus.
  public init() {}

  /// Sets the number of rows of a table, and their stretches of text where they have such.
  ///
  /// - Precondition: the regions, if any, have one entry a row.
  public mutating func setRows(of table: Table, count: Int, regions: Regions? = nil) {
    precondition(regions.map { $0.count == count } ?? true, "one region a row")
    parts.rowCounts[Int(table.rawValue)] = count
    parts.regions[Int(table.rawValue)] = regions
  }

  /// Adds an attribute with its values, one entry a row of `table`.
  public mutating func add(
    _ name: String, of table: Table, type: AttributeType, isMany: Bool = false, summary: String,
    column: Column
  ) {
    parts.attributes.append(
      Attribute(
        name: name, table: table, type: type, isMany: isMany,
        source: .column(parts.columns.count), summary: summary))
    parts.columns.append(column)
  }

  /// Adds an attribute whose values are the text of each row.
  public mutating func addRegionText(_ name: String, of table: Table, summary: String) {
    parts.attributes.append(
      Attribute(name: name, table: table, type: .text, source: .regionText, summary: summary))
  }

  /// Indexes the rows of a table by the codes that they have at two of its attributes, of which the
  /// first has any number of values a row, and the second one.
  public mutating func indexPairs(of first: String, with second: String, of table: Table) {
    guard let (first, firstColumn) = column(first, of: table),
      let (second, secondColumn) = column(second, of: table),
      case .codeLists(let lists) = firstColumn, case .codes(let codes) = secondColumn
    else { return }
    parts.pairIndexes.append(
      ColumnPairIndex(first: first, second: second, index: PairIndex(lists, codes)))
  }

  private func column(_ name: String, of table: Table) -> (index: Int, column: Column)? {
    let attribute = parts.attributes.first { $0.name == name && $0.table == table }
    guard case .column(let index)? = attribute?.source else { return nil }
    return (index, parts.columns[index])
  }

  /// Sets the texts.
  public mutating func setText(_ text: TextStore) { parts.text = text }

  /// Sets the tokens, with their attributes `word`, `lemma` and `pos`.
  public mutating func setTokens(_ tokens: consuming TokenStoreBuilder) {
    let tokens = tokens.finish(pool)
    parts.tokens = tokens
    setRows(of: .tokens, count: tokens.count, regions: Regions(eachOf: tokens.count))
    add(
      "word", of: .tokens, type: .name, summary: "the word as it stands",
      column: .codes(tokens.words))
    add(
      "lemma", of: .tokens, type: .name, summary: "its dictionary form",
      column: .codes(tokens.lemmas))
    add(
      "pos", of: .tokens, type: .category, summary: "its part of speech, like NOUN",
      column: .codes(tokens.partsOfSpeech))
  }

  /// Sets the pieces of the content of each quote.
  public mutating func setQuotePieces(_ pieces: RegionLists) { parts.quotePieces = pieces }

  /// Keeps bytes with the corpus under a name; what they mean is for those who read them.
  public mutating func attach(_ name: String, _ bytes: [UInt8]) {
    attach(name, FrozenArray(bytes))
  }

  /// Keeps bytes with the corpus under a name, as above.
  package mutating func attach(_ name: String, _ bytes: FrozenArray<UInt8>) {
    parts.attachments.set(name, bytes)
  }

  /// Ends the building.
  public consuming func finish(name: String) -> Corpus {
    let tokens = parts.tokens ?? TokenStoreBuilder(tags: []).finish(pool)
    return Corpus(parts, tokens: tokens, name: name, pool: pool.finish())
  }
}
