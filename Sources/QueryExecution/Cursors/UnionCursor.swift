package import CorpusStore

/// Yields the rows that any of several cursors has, each once.
package struct UnionCursor: RowCursor {

  private var readers: [BlockReader]

  /// Creates the cursor.
  package init(_ inputs: [any RowCursor], blockSize: Int = defaultBlockSize) {
    readers = inputs.map { BlockReader($0, blockSize: blockSize) }
  }

  /// Appends rows that some input has.
  package mutating func fill(_ block: inout OutputSpan<RowID>) throws(Interrupted) {
    while !block.isFull, let row = try least() {
      block.append(row)
      for index in readers.indices where try readers[index].peek() == row {
        readers[index].advance()
      }
    }
  }

  private mutating func least() throws(Interrupted) -> RowID? {
    var least: RowID?
    for index in readers.indices {
      guard let row = try readers[index].peek() else { continue }
      if least.map({ row < $0 }) ?? true { least = row }
    }
    return least
  }
}
