package import CorpusStore

/// Yields the rows of a cursor of which all tests are true.
package struct FilterCursor: RowCursor {

  private var input: any RowCursor
  private let tests: [any RowTest]
  private let blockSize: Int
  private var found: [RowID] = []
  private var position = 0

  /// Creates the cursor; the tests are made in order, each on what the earlier ones left.
  package init(
    _ input: any RowCursor, _ tests: [any RowTest], blockSize: Int = defaultBlockSize
  ) {
    self.input = input
    self.tests = tests
    self.blockSize = blockSize
  }

  /// Appends rows of the input of which all tests are true.
  package mutating func fill(_ block: inout OutputSpan<RowID>) throws(Interrupted) {
    while !block.isFull {
      if position == found.count {
        guard try refill() else { return }
      }
      let stop = min(found.count, position + block.freeCapacity)
      for i in position..<stop { block.append(found[i]) }
      position = stop
    }
  }

  /// Reads blocks until one holds a row to keep; returns false at the end.
  private mutating func refill() throws(Interrupted) -> Bool {
    position = 0
    while true {
      let rows = try Array(capacity: blockSize) { (span) throws(Interrupted) in
        try input.fill(&span)
      }
      if rows.isEmpty {
        found = []
        return false
      }
      found = try RowBlock(rows).kept(by: tests)
      if !found.isEmpty { return true }
    }
  }
}
