/// One string or reference a row, dictionary-coded.
public struct CodeColumn: Sendable {

  /// The code of a row without a value.
  public static let missing = UInt32.max

  /// The code of each row.
  public let values: CodeSequence

  /// What the codes stand for.
  public let dictionary: ColumnDictionary

  /// Encodes raw symbols or row ids; `missing` stands for none.
  public init(_ raw: [UInt32], domain: CodeDomain) {
    let (entries, codes) = ColumnDictionary.encode(raw)
    self.init(codes: codes, domain: domain, entries: FrozenArray(entries))
  }

  /// Lays codes out, and lists the rows of each.
  init(codes: [UInt32], domain: CodeDomain, entries: FrozenArray<UInt32>, ownCount: Int? = nil) {
    if let starts = Self.stretches(codes, count: entries.count) {
      self.init(
        values: .stretches(CodeStretches(starts: starts)),
        dictionary: ColumnDictionary(
          domain: domain, entries: entries, ownCount: ownCount,
          postings: PostingIndex(offsets: starts, layout: .stretches)))
    } else {
      self.init(
        values: CodeSequence(smallest: codes, codeCount: entries.count),
        dictionary: ColumnDictionary(
          domain: domain, entries: entries, ownCount: ownCount,
          postings: PostingIndex(grouping: codes, codes: entries.count)))
    }
  }

  init(values: CodeSequence, dictionary: ColumnDictionary) {
    self.values = values
    self.dictionary = dictionary
  }

  /// Returns where the stretch of each code starts, if each code has one, in their order.
  private static func stretches(_ codes: [UInt32], count: Int) -> FrozenArray<UInt32>? {
    var starts: [UInt32] = []
    for (row, code) in codes.enumerated() where Int(code) != starts.count - 1 {
      guard Int(code) == starts.count else { return nil }
      starts.append(UInt32(row))
    }
    guard starts.count == count else { return nil }
    return FrozenArray(starts + [UInt32(codes.count)])
  }
}

extension CodeSequence {

  /// Of how many rows at most one has a code where codes are kept for those rows alone.
  private static let sparseness = 8

  /// Lays codes out, by what they are.
  init(smallest codes: [UInt32], codeCount: Int) {
    let known = codes.count { $0 != UInt32.max }
    if codeCount < Int(UInt8.max) {
      self = .narrow(FrozenArray(codes.map { UInt8(truncatingIfNeeded: $0) }))
    } else if known <= codes.count / Self.sparseness {
      let rows = codes.indices.filter { codes[$0] != UInt32.max }
      self = .sparse(
        rows: FrozenArray(rows.map { UInt32($0) }), codes: FrozenArray(rows.map { codes[$0] }),
        count: codes.count)
    } else {
      self = .wide(FrozenArray(codes))
    }
  }
}
