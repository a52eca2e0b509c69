/// For each code of a dictionary, the rows at which it stands, ascending.
public struct PostingIndex: Sendable {

  /// How the rows are kept.
  enum Layout: Sendable {
    /// As lists, one behind the other in one array (compressed sparse rows).
    case lists(FrozenArray<RowID>)
    /// As stretches of rows, each behind the one before it, which the offsets are the bounds of.
    case stretches
    /// Not at all: they are found among the rows of another index.
    case filtered(FilteredPostings)
    /// Not at all: they are found by reading all codes, which are few and one byte each.
    case scanned(FrozenArray<UInt8>)
  }

  /// How many rows stand before those of each code; one entry more than there are codes.
  public let offsets: FrozenArray<UInt32>

  let layout: Layout

  /// Groups the rows 0, 1, 2 … by the code that stands at each.
  ///
  /// A code of `UInt32.max` is none and is left out.
  ///
  /// - Precondition: every other code is below `codes`.
  /// - Complexity: O(*n*) by counting sort.
  public init(grouping values: [UInt32], codes: Int) {
    let (offsets, rows) = Self.grouped(
      codes: codes, count: values.count, row: { UInt32($0) }, code: { values[$0] })
    self.init(offsets: offsets, layout: .lists(rows))
  }

  /// Groups the rows of lists, given as offsets into one array of codes.
  public init(groupingLists values: [UInt32], offsets listOffsets: [UInt32], codes: Int) {
    var owner: [UInt32] = []
    owner.reserveCapacity(values.count)
    for list in 0..<max(0, listOffsets.count - 1) {
      for _ in listOffsets[list]..<listOffsets[list + 1] { owner.append(UInt32(list)) }
    }
    let (offsets, rows) = Self.grouped(
      codes: codes, count: values.count, row: { owner[$0] }, code: { values[$0] })
    self.init(offsets: offsets, layout: .lists(rows))
  }

  /// Groups rows by their codes: how many rows stand before those of each code, and the rows.
  @inline(__always)
  static func grouped(
    codes: Int, count: Int, row: (Int) -> UInt32, code: (Int) -> UInt32
  ) -> (offsets: FrozenArray<UInt32>, rows: FrozenArray<RowID>) {
    var starts = [UInt32](repeating: 0, count: codes + 1)
    for i in 0..<count where code(i) != UInt32.max { starts[Int(code(i)) + 1] += 1 }
    for c in 0..<codes { starts[c + 1] += starts[c] }
    var next = starts
    var rows = [RowID](repeating: RowID(0), count: Int(starts[codes]))
    for i in 0..<count where code(i) != UInt32.max {
      let c = Int(code(i))
      rows[Int(next[c])] = RowID(row(i))
      next[c] += 1
    }
    return (FrozenArray(starts), FrozenArray(rows))
  }

  init(offsets: FrozenArray<UInt32>, layout: Layout) {
    self.offsets = offsets
    self.layout = layout
  }

  /// Returns the index with further codes behind the others, which stand at no row.
  func adding(emptyCodes count: Int) -> PostingIndex {
    let end = offsets.last ?? 0
    return PostingIndex(
      offsets: FrozenArray(offsets + [UInt32](repeating: end, count: count)), layout: layout)
  }

  /// The number of codes.
  public var codeCount: Int { offsets.count - 1 }

  /// The number of rows of all codes; one that has several codes counts for each.
  public var rowCount: Int { Int(offsets.last ?? 0) }

  /// Returns the number of rows of a code.
  public func count(of code: Int) -> Int { Int(offsets[code + 1]) - Int(offsets[code]) }

  /// Returns the rows of a code, ascending.
  ///
  /// - Complexity: O(1) where rows are kept as lists; otherwise O(*n*) in how many there are, or,
  ///   for the few codes of a column of one byte, in the number of rows of the table.
  public func rows(of code: Int) -> FrozenArray<RowID> {
    switch layout {
    case .lists(let rows): return rows.extracting(Int(offsets[code])..<Int(offsets[code + 1]))
    case .stretches: return FrozenArray((offsets[code]..<offsets[code + 1]).map { RowID($0) })
    case .filtered(let postings): return postings.rows(of: code, count: count(of: code))
    case .scanned(let codes): return Self.scan(codes, for: code, count: count(of: code))
    }
  }

  private static func scan(
    _ codes: FrozenArray<UInt8>, for code: Int, count: Int
  ) -> FrozenArray<RowID> {
    guard let wanted = UInt8(exactly: code) else { return [] }
    var rows: [RowID] = []
    rows.reserveCapacity(count)
    let span = codes.span
    for row in span.indices where span[row] == wanted {
      rows.append(RowID(UInt32(truncatingIfNeeded: row)))
    }
    return FrozenArray(rows)
  }
}
