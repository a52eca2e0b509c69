/// Codes that ascend by one from stretch to stretch of rows; no stretch is empty.
///
/// A directory tells for every so many rows in which stretch they begin. How large it is hangs on the
/// number of stretches, not on that of rows, so that of long stretches it stays in the cache.
@frozen
public struct CodeStretches: Sendable {

  /// Where the stretch of each code starts, and behind the last the number of rows.
  public let starts: FrozenArray<UInt32>

  /// The code of the first of so many rows each, and at the end that of the last row.
  @usableFromInline
  let directory: FrozenArray<UInt32>

  /// The number of rows that share an entry of the directory, as a power of two.
  @usableFromInline
  let shift: Int

  /// Takes the starts of stretches.
  init(starts: FrozenArray<UInt32>) {
    let shift = Self.shift(starts)
    let count = Int(starts.last ?? 0)
    var directory: [UInt32] = []
    directory.reserveCapacity(Self.directoryCount(starts))
    var code = 0
    for row in stride(from: 0, to: count, by: 1 << shift) {
      while Int(starts[code + 1]) <= row { code += 1 }
      directory.append(UInt32(truncatingIfNeeded: code))
    }
    directory.append(UInt32(truncatingIfNeeded: max(0, starts.count - 2)))
    self.init(starts: starts, directory: FrozenArray(directory))
  }

  /// Takes both parts as they were written.
  init(starts: FrozenArray<UInt32>, directory: FrozenArray<UInt32>) {
    self.starts = starts
    self.directory = directory
    shift = Self.shift(starts)
  }

  /// The number of entries of the directory of some stretches.
  static func directoryCount(_ starts: FrozenArray<UInt32>) -> Int {
    let (rows, shift) = (Int(starts.last ?? 0), shift(starts))
    return (rows + (1 << shift) - 1) >> shift + 1
  }

  /// An eighth as many rows share an entry as a stretch has on average, or somewhat fewer, but 16 at
  /// least: then most entries are followed by an equal one, and no start need be looked at.
  private static func shift(_ starts: FrozenArray<UInt32>) -> Int {
    let average = Int(starts.last ?? 0) / max(1, starts.count - 1)
    return max(4, Int.bitWidth - 4 - average.leadingZeroBitCount)
  }

  /// The number of rows.
  @inlinable
  public var rowCount: Int { starts.last.map { Int($0) } ?? 0 }

  /// Returns the code of a row.
  ///
  /// - Precondition: the row is one of the column.
  /// - Complexity: O(log *n*) in the number of stretches that begin among the rows of an entry, which is
  ///   mostly none.
  @inlinable
  public subscript(row: Int) -> UInt32 {
    Self.code(of: row, starts.span, directory.span, shift)
  }

  /// Returns the codes of so many rows, for loops over many.
  ///
  /// - Precondition: the rows are some of the column.
  @inlinable
  @inline(__always)
  public func codes(of count: Int, row: (Int) -> Int) -> [UInt32] {
    let (starts, directory, shift) = (starts.span, directory.span, shift)
    return Array(capacity: count) { codes in
      for place in 0..<count { codes.append(Self.code(of: row(place), starts, directory, shift)) }
    }
  }

  @inlinable
  @inline(__always)
  static func code(
    of row: Int, _ starts: Span<UInt32>, _ directory: Span<UInt32>, _ shift: Int
  ) -> UInt32 {
    let entry = row >> shift
    var (low, high) = (directory[entry], directory[entry + 1])
    while low < high {
      let middle = low + (high - low + 1) / 2
      if Int(starts[Int(middle)]) <= row { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
