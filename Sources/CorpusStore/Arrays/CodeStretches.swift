/// Codes that ascend by one from stretch to stretch of rows; no stretch is empty.
@frozen
public struct CodeStretches: Sendable {

  /// Where the stretch of each code starts, and behind the last the number of rows.
  public let starts: FrozenArray<UInt32>

  /// The code of the first of so many rows each.
  @usableFromInline
  let directory: FrozenArray<UInt32>

  /// The number of rows that share an entry of the directory, as a power of two.
  @usableFromInline static let shift = 4

  /// Takes the starts of stretches.
  init(starts: FrozenArray<UInt32>) {
    var directory: [UInt32] = []
    let count = Int(starts.last ?? 0)
    directory.reserveCapacity(count >> Self.shift + 1)
    var code = 0
    for row in stride(from: 0, to: count, by: 1 << Self.shift) {
      while Int(starts[code + 1]) <= row { code += 1 }
      directory.append(UInt32(truncatingIfNeeded: code))
    }
    self.init(starts: starts, directory: FrozenArray(directory))
  }

  /// Takes both parts as they were written.
  init(starts: FrozenArray<UInt32>, directory: FrozenArray<UInt32>) {
    self.starts = starts
    self.directory = directory
  }

  /// The number of entries of the directory that so many rows have.
  static func directoryCount(rows: Int) -> Int { (rows + (1 << shift) - 1) >> shift }

  /// The number of rows.
  @inlinable
  public var rowCount: Int { starts.last.map { Int($0) } ?? 0 }

  /// Returns the code of a row.
  ///
  /// - Precondition: the row is one of the column.
  /// - Complexity: O(1).
  @inlinable
  public subscript(row: Int) -> UInt32 {
    var code = Int(directory[row >> Self.shift])
    while Int(starts[code + 1]) <= row { code += 1 }
    return UInt32(truncatingIfNeeded: code)
  }
}
