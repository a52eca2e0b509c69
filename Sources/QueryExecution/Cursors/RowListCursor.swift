package import CorpusStore

/// Reads a stretch of an array of rows: a posting list, or rows that were found before.
package struct RowListCursor: RowCursor {

  private let rows: [RowID]
  private var position: Int
  private let end: Int

  /// Creates a cursor over all of `rows`.
  package init(_ rows: [RowID]) { self.init(rows, range: rows.indices) }

  /// Creates a cursor over a stretch of `rows`.
  package init(_ rows: [RowID], range: Range<Int>) {
    self.rows = rows
    position = range.lowerBound
    end = range.upperBound
  }

  /// Appends the next rows of the list.
  package mutating func fill(_ block: inout OutputSpan<RowID>) {
    let next = position..<min(end, position + block.freeCapacity)
    position = next.upperBound
    let span = rows.span
    for i in next { block.append(span[i]) }
  }
}
