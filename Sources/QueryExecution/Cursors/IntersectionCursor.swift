package import CorpusStore

/// Yields the rows that all of several cursors have, each leaping to where the others are.
///
/// Source: the leapfrog join of one attribute (Veldhuizen 2014).
package struct IntersectionCursor: RowCursor {

  private var readers: [BlockReader]

  /// Creates the cursor; the first input leads and is best the shortest.
  package init(_ inputs: [any RowCursor], blockSize: Int = defaultBlockSize) {
    readers = inputs.map { BlockReader($0, blockSize: blockSize) }
  }

  /// Appends rows that all inputs have.
  package mutating func fill(_ block: inout OutputSpan<RowID>) throws(Interrupted) {
    guard !readers.isEmpty else { return }
    while !block.isFull, let row = try next() { block.append(row) }
  }

  private mutating func next() throws(Interrupted) -> RowID? {
    guard var row = try readers[0].peek() else { return nil }
    var index = 1
    while index < readers.count {
      guard let found = try readers[index].seek(row) else { return nil }
      if found == row {
        index += 1
      } else {
        guard let leader = try readers[0].seek(found) else { return nil }
        row = leader
        index = 1
      }
    }
    readers[0].advance()
    return row
  }
}
