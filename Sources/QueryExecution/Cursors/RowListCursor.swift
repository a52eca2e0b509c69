package import CorpusStore

/// Reads an array of rows: a posting list, or rows that were found before.
package struct RowListCursor: RowCursor {

  private let rows: FrozenArray<RowID>
  private var position = 0

  /// Creates a cursor over `rows`.
  package init(_ rows: FrozenArray<RowID>) { self.rows = rows }

  /// Creates a cursor over a copy of `rows`.
  package init(_ rows: [RowID]) { self.rows = FrozenArray(rows) }

  /// Appends the next rows of the list.
  package mutating func fill(_ block: inout OutputSpan<RowID>) {
    let next = position..<min(rows.count, position + block.freeCapacity)
    position = next.upperBound
    let span = rows.span
    for i in next { block.append(span[i]) }
  }
}
