/// A corpus, frozen: texts, tokens, regions and what is known of each, indexed for look-up.
///
/// A corpus never changes; `CorpusBuilder` makes one. It is shared, not copied.
public final class Corpus: Sendable {

  /// What the corpus is called in headers.
  public let name: String

  /// The distinct strings.
  public let pool: StringPool

  /// The attributes of each table.
  public let schema: Schema

  /// The columns that the schema's attributes name by index.
  public let columns: [Column]

  /// The texts.
  public let text: TextStore

  /// The words and marks.
  public let tokens: TokenStore

  /// The pieces of the content of each quote, as runs of tokens.
  public let quotePieces: RegionLists

  /// A hash of all texts, in hexadecimal, that citations name the corpus by.
  public let fingerprint: String

  /// Bytes that others keep with the corpus, by name; the store does not know what they mean.
  let attachments: Attachments

  /// The rows of pairs of codes, by the columns of the pair.
  let pairIndexes: [ColumnPairIndex]

  private let rowCounts: [Int]
  private let regions: [Regions?]

  /// Creates a corpus of its parts; without a fingerprint it is taken from the texts.
  init(
    _ parts: consuming CorpusBuilder.Parts, tokens: TokenStore, name: String, pool: StringPool,
    fingerprint: String? = nil
  ) {
    self.name = name
    self.pool = pool
    schema = Schema(attributes: parts.attributes)
    columns = parts.columns
    text = parts.text
    self.tokens = tokens
    quotePieces = parts.quotePieces
    rowCounts = parts.rowCounts
    regions = parts.regions
    attachments = parts.attachments
    pairIndexes = parts.pairIndexes
    self.fingerprint = fingerprint ?? Fingerprint.hexadecimal(of: parts.text.bytes)
  }

  /// Creates a corpus that is like another but for its columns, and shares all else with it.
  ///
  /// An index of pairs of which a column has other codes than before is left out.
  ///
  /// - Precondition: there are as many columns, of the same types.
  init(_ base: Corpus, columns: [Column], changed: Set<Int> = []) {
    name = base.name
    pool = base.pool
    schema = base.schema
    self.columns = columns
    text = base.text
    tokens = base.tokens
    quotePieces = base.quotePieces
    rowCounts = base.rowCounts
    regions = base.regions
    attachments = base.attachments
    pairIndexes = base.pairIndexes.filter {
      !changed.contains($0.first) && !changed.contains($0.second)
    }
    fingerprint = base.fingerprint
  }

  /// Returns bytes that were attached under a name.
  public func attachment(_ name: String) -> FrozenArray<UInt8>? { attachments[name] }

  /// Returns the number of rows of a table.
  public func rowCount(of table: Table) -> Int { rowCounts[Int(table.rawValue)] }

  /// Returns the stretch of text of each row of a table; nil where rows are not in the text.
  public func regions(of table: Table) -> Regions? { regions[Int(table.rawValue)] }

  /// Returns the column of an attribute; nil where its values are the text of the row.
  public func column(of attribute: Attribute) -> Column? {
    guard case .column(let index) = attribute.source else { return nil }
    return columns[index]
  }

  /// Returns the column of the attribute of `table` called `name`.
  public func column(_ name: String, of table: Table) -> Column? {
    schema.attribute(name, of: table).flatMap { column(of: $0) }
  }

  /// Returns the rows by the codes that they have at two attributes; nil where that is not indexed.
  public func pairs(of first: Attribute, with second: Attribute) -> PairIndex? {
    guard case .column(let first) = first.source, case .column(let second) = second.source
    else { return nil }
    return pairIndexes.first { $0.first == first && $0.second == second }?.index
  }

  /// Returns the text from the first to the last of a run of tokens, as it stands.
  public func string(ofTokens range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    return text.string(tokens.bytes(of: range))
  }
}

/// For each row, any number of runs of tokens, ascending.
public struct RegionLists: Sendable {

  /// Where each row's runs start in `regions`; one entry more than there are rows.
  public let offsets: FrozenArray<UInt32>

  /// The runs, row by row.
  public let regions: Regions

  /// Creates the lists.
  public init(offsets: [UInt32], regions: Regions) {
    self.init(offsets: FrozenArray(offsets), regions: regions)
  }

  init(offsets: FrozenArray<UInt32>, regions: Regions) {
    self.offsets = offsets
    self.regions = regions
  }

  /// Returns the runs of a row.
  public func tokens(of row: RowID) -> [Range<Int>] {
    (offsets[row.index]..<offsets[row.index + 1]).map { regions.tokens(of: RowID($0)) }
  }
}

/// The hash by which a corpus is known.
enum Fingerprint {

  /// Returns a 64-bit hash of `bytes` in hexadecimal (FNV-1a; Fowler, Noll and Vo 1991).
  ///
  /// It tells one state of a corpus from another; it is no protection against forgery.
  static func hexadecimal(of bytes: FrozenArray<UInt8>) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let span = bytes.span
    for place in span.indices {
      // Wrapping is what the hash is defined by.
      hash = (hash ^ UInt64(span[place])) &* 0x100_0000_01b3
    }
    let digits = String(hash ^ (hash >> 29), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
