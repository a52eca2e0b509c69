package import CorpusStore

/// Reads all rows of a table.
package struct ScanCursor: RowCursor {

  private var next: UInt32 = 0
  private let end: UInt32

  /// Creates a cursor over the rows 0, 1 … `count` - 1.
  package init(count: Int) { end = UInt32(clamping: count) }

  /// Appends the next rows of the table.
  package mutating func fill(_ block: inout OutputSpan<RowID>) {
    let stop = next + min(end - next, UInt32(clamping: block.freeCapacity))
    for row in next..<stop { block.append(RowID(row)) }
    next = stop
  }
}
