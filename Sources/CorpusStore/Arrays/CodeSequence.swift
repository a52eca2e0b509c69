/// The codes of the rows of a column, in the layout that takes least room for what they are.
@frozen
public enum CodeSequence: Sendable {
  /// One code a row.
  case wide(FrozenArray<UInt32>)
  /// One code a row, of dictionaries of less than 255 entries; 255 is the mark of none.
  case narrow(FrozenArray<UInt8>)
  /// One key a row, and the code of each key.
  case mapped(FrozenArray<UInt32>, table: FrozenArray<UInt32>)
  /// Codes that ascend by one from stretch to stretch.
  case stretches(CodeStretches)
  /// Codes of a few rows: those rows, ascending, and their codes; and the number of all rows.
  case sparse(rows: FrozenArray<UInt32>, codes: FrozenArray<UInt32>, count: Int)
}

extension CodeSequence: RandomAccessCollection {

  /// Zero.
  @inlinable
  public var startIndex: Int { 0 }

  /// The number of rows.
  @inlinable
  public var endIndex: Int {
    switch self {
    case .wide(let codes): codes.count
    case .narrow(let codes): codes.count
    case .mapped(let keys, _): keys.count
    case .stretches(let stretches): stretches.rowCount
    case .sparse(_, _, let count): count
    }
  }

  /// Returns the code of a row, `CodeColumn.missing` where it has none.
  ///
  /// - Complexity: O(1); O(log *n*) for `sparse`.
  @inlinable
  public subscript(row: Int) -> UInt32 {
    switch self {
    case .wide(let codes): codes[row]
    case .narrow(let codes): Self.widened(codes[row])
    case .mapped(let keys, let table): table[Int(keys[row])]
    case .stretches(let stretches): stretches[row]
    case .sparse(let rows, let codes, let count): Self.code(at: row, rows, codes, count)
    }
  }

  @inlinable
  static func widened(_ code: UInt8) -> UInt32 { code == UInt8.max ? UInt32.max : UInt32(code) }

  @usableFromInline
  static func code(
    at row: Int, _ rows: FrozenArray<UInt32>, _ codes: FrozenArray<UInt32>, _ count: Int
  ) -> UInt32 {
    precondition(UInt(bitPattern: row) < UInt(bitPattern: count), "a row lies in its column")
    let place = rows.firstIndex(notBelow: UInt32(truncatingIfNeeded: row))
    return place < rows.count && Int(rows[place]) == row ? codes[place] : UInt32.max
  }

  /// Puts the codes of a run of rows into `block`, for loops over many.
  ///
  /// - Complexity: O(*n*) in the length of the run, whatever the layout.
  public func read(_ run: Range<Int>, into block: inout [UInt32]) {
    block.removeAll(keepingCapacity: true)
    switch self {
    case .wide(let codes): block.append(contentsOf: codes.extracting(run))
    case .narrow(let codes):
      let codes = codes.extracting(run)
      for place in 0..<codes.count { block.append(Self.widened(codes[place])) }
    case .mapped(let keys, let table):
      let keys = keys.extracting(run)
      for place in 0..<keys.count { block.append(table[Int(keys[place])]) }
    case .stretches(let stretches): Self.read(run, stretches, into: &block)
    case .sparse(let rows, let codes, _): Self.read(run, rows, codes, into: &block)
    }
  }

  private static func read(
    _ run: Range<Int>, _ stretches: CodeStretches, into block: inout [UInt32]
  ) {
    guard !run.isEmpty else { return }
    var row = run.lowerBound
    var code = stretches[row]
    while row < run.upperBound {
      let end = Swift.min(run.upperBound, Int(stretches.starts[Int(code) + 1]))
      block.append(contentsOf: repeatElement(code, count: end - row))
      row = end
      code += 1
    }
  }

  private static func read(
    _ run: Range<Int>, _ rows: FrozenArray<UInt32>, _ codes: FrozenArray<UInt32>,
    into block: inout [UInt32]
  ) {
    block.append(contentsOf: repeatElement(UInt32.max, count: run.count))
    var place = rows.firstIndex(notBelow: UInt32(truncatingIfNeeded: run.lowerBound))
    while place < rows.count, Int(rows[place]) < run.upperBound {
      block[Int(rows[place]) - run.lowerBound] = codes[place]
      place += 1
    }
  }
}

extension FrozenArray where Element: Comparable {

  /// Returns the first index whose element is not below `value`, in an ascending array.
  @inlinable
  public func firstIndex(notBelow value: Element) -> Int { partition { $0 < value } }

  /// Returns the first index whose element is above `value`, in an ascending array.
  @inlinable
  public func firstIndex(above value: Element) -> Int { partition { $0 <= value } }

  @inlinable
  func partition(_ isBefore: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension CodeSequence: Equatable {
  /// Whether two give each row the same code, whatever their layouts.
  public static func == (a: CodeSequence, b: CodeSequence) -> Bool { a.elementsEqual(b) }
}
