package import CorpusStore

/// A stream of ascending rows that is read a block at a time.
///
/// One call yields up to a block of rows, so that what it costs to call through an existential is
/// paid once a block and not once a row.
package protocol RowCursor {

  /// Appends the next rows to `block` until it is full or no row is left.
  ///
  /// A call that appends nothing ends the stream.
  ///
  /// - Precondition: `block` has room for at least one row.
  mutating func fill(_ block: inout OutputSpan<RowID>) throws(Interrupted)
}

/// How many rows cursors pass on at a time.
package let defaultBlockSize = 1024

extension RowCursor {

  /// Reads the cursor to its end; so many rows are expected.
  package mutating func drain(
    blockSize: Int = defaultBlockSize, upTo limit: Int = .max, expecting count: Int = 0
  ) throws(Interrupted) -> [RowID] {
    var rows: [RowID] = []
    rows.reserveCapacity(min(limit, count))
    while rows.count < limit {
      let size = min(blockSize, limit - rows.count)
      let block = try Array(capacity: size) { (span) throws(Interrupted) in try fill(&span) }
      if block.isEmpty { break }
      rows += block
    }
    return rows
  }
}

/// Reads a cursor row by row, and leaps ahead.
struct BlockReader {

  private var cursor: any RowCursor
  private let blockSize: Int
  private var block: [RowID] = []
  private var position = 0

  init(_ cursor: any RowCursor, blockSize: Int) {
    self.cursor = cursor
    self.blockSize = blockSize
  }

  /// Returns the row to be read next; nil at the end.
  @inline(__always)
  mutating func peek() throws(Interrupted) -> RowID? {
    if position == block.count { try refill() }
    return position < block.count ? block[position] : nil
  }

  /// Goes behind the row to be read next.
  @inline(__always)
  mutating func advance() { position += 1 }

  /// Goes to the first row that is not before `row`, and returns it.
  ///
  /// Within a block by galloping (Bentley and Yao 1976).
  mutating func seek(_ row: RowID) throws(Interrupted) -> RowID? {
    while let next = try peek() {
      if next >= row { return next }
      position = Gallop.lowerBound(of: row, in: block, from: position + 1)
    }
    return nil
  }

  private mutating func refill() throws(Interrupted) {
    block = try Array(capacity: blockSize) { (span) throws(Interrupted) in
      try cursor.fill(&span)
    }
    position = 0
  }
}

/// Search in ascending arrays near a place that is known.
enum Gallop {

  /// Returns the first place from `start` whose element is not below `value`.
  ///
  /// - Complexity: O(log *d*) in the distance found.
  @inline(__always)
  static func lowerBound<T: Comparable>(of value: T, in values: [T], from start: Int) -> Int {
    lowerBound(from: start, to: values.count) { values[$0] < value }
  }

  /// Returns the first place from `start` whose number is greater than `value`, where that is rarely
  /// far, and often the first.
  ///
  /// - Complexity: O(log *d*) in the distance found.
  @inline(__always)
  static func upperBound(of value: UInt32, in numbers: Span<UInt32>, from start: Int) -> Int {
    guard start < numbers.count, numbers[start] <= value else { return start }
    // Places that are asked for lie between the start, which was just read, and the end.
    var (low, step) = (start + 1, 8)
    while low + step <= numbers.count, unsafe numbers[unchecked: low + step - 1] <= value {
      low += step
      step *= 2
    }
    var rest = min(step - 1, numbers.count - low)
    while rest > 0 {
      // Without a branch, for which way it goes cannot be foreseen.
      let half = (rest + 1) / 2
      low += unsafe numbers[unchecked: low + half - 1] <= value ? half : 0
      rest -= half
    }
    return low
  }

  /// Returns the first place in `start..<end` at which `isBefore` is false; it must be true of all
  /// places before that one and of none behind.
  @inline(__always)
  static func lowerBound(from start: Int, to end: Int, _ isBefore: (Int) -> Bool) -> Int {
    var low = start
    var step = 1
    while low + step - 1 < end, isBefore(low + step - 1) {
      low += step
      step *= 2
    }
    var high = min(end, low + step - 1)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
