package import CorpusStore

/// Yields the first rows of a cursor and reads no further.
package struct LimitCursor: RowCursor {

  private var input: any RowCursor
  private var rest: Int

  /// Creates the cursor.
  package init(_ input: any RowCursor, count: Int) {
    self.input = input
    rest = count
  }

  /// Appends rows of the input until so many were given.
  package mutating func fill(_ block: inout OutputSpan<RowID>) throws(Interrupted) {
    let wanted = min(rest, block.freeCapacity)
    guard wanted > 0 else { return }
    let rows = try Array(capacity: wanted) { (span) throws(Interrupted) in try input.fill(&span) }
    for row in rows { block.append(row) }
    rest -= rows.count
  }
}
