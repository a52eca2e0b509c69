/// For each code of a dictionary, the rows at which it stands, ascending.
///
/// The lists lie one behind the other in one array (compressed sparse rows).
public struct PostingIndex: Sendable {

  /// Where each code's list starts in `allRows`; one entry more than there are codes.
  public let offsets: [UInt32]

  /// The lists, code by code.
  public let allRows: [RowID]

  /// Groups the rows 0, 1, 2 … by the code that stands at each.
  ///
  /// A code of `UInt32.max` is none and is left out.
  ///
  /// - Precondition: every other code is below `codes`.
  /// - Complexity: O(*n*) by counting sort.
  public init(grouping values: [UInt32], codes: Int) {
    self.init(codes: codes, count: values.count, row: { UInt32($0) }, code: { values[$0] })
  }

  /// Groups the rows of lists, given as offsets into one array of codes.
  public init(groupingLists values: [UInt32], offsets listOffsets: [UInt32], codes: Int) {
    var owner: [UInt32] = []
    owner.reserveCapacity(values.count)
    for list in 0..<max(0, listOffsets.count - 1) {
      for _ in listOffsets[list]..<listOffsets[list + 1] { owner.append(UInt32(list)) }
    }
    self.init(codes: codes, count: values.count, row: { owner[$0] }, code: { values[$0] })
  }

  @inline(__always)
  private init(codes: Int, count: Int, row: (Int) -> UInt32, code: (Int) -> UInt32) {
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
    offsets = starts
    allRows = rows
  }

  private init(offsets: [UInt32], allRows: [RowID]) {
    self.offsets = offsets
    self.allRows = allRows
  }

  /// Returns the index with further codes behind the others, which stand at no row.
  func adding(emptyCodes count: Int) -> PostingIndex {
    let end = offsets.last ?? 0
    return PostingIndex(
      offsets: offsets + [UInt32](repeating: end, count: count), allRows: allRows)
  }

  /// The number of codes.
  public var codeCount: Int { offsets.count - 1 }

  /// Returns the number of rows of a code.
  public func count(of code: Int) -> Int { Int(offsets[code + 1] - offsets[code]) }

  /// Returns the rows of a code, ascending.
  ///
  /// - Complexity: O(1).
  public func rows(of code: Int) -> ArraySlice<RowID> {
    allRows[Int(offsets[code])..<Int(offsets[code + 1])]
  }

  /// Returns where the rows of a code lie in `allRows`, for loops that lend the array once.
  public func range(of code: Int) -> Range<Int> {
    Int(offsets[code])..<Int(offsets[code + 1])
  }
}
