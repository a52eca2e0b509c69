/// Stretches of text, one a row, as half-open runs of tokens of the whole corpus.
@frozen
public struct Regions: Sendable {

  /// How the runs are kept.
  @usableFromInline
  @frozen
  enum Layout: Sendable {
    /// As the first token of each row, and the token behind the last.
    case runs(starts: FrozenArray<UInt32>, ends: FrozenArray<UInt32>)
    /// Not at all: each row is one token, and each token one row.
    case tokens(count: Int)
  }

  @usableFromInline
  let layout: Layout

  /// The number of tokens of the longest region.
  public let longest: UInt32

  /// The number of tokens of all regions; those of several count for each.
  public let tokenCount: Int

  /// Creates regions of the first token of each row, and of the token behind its last.
  ///
  /// - Precondition: both arrays have one entry a row, and no region ends before it starts.
  public init(starts: [UInt32], ends: [UInt32]) {
    precondition(starts.count == ends.count, "one start and one end a row")
    self.init(
      .runs(starts: FrozenArray(starts), ends: FrozenArray(ends)),
      longest: zip(starts, ends).reduce(0) { max($0, $1.1 - $1.0) },
      tokenCount: zip(starts, ends).reduce(0) { $0 + Int($1.1 - $1.0) })
  }

  /// Creates regions of one token each.
  init(eachOf count: Int) {
    self.init(.tokens(count: count), longest: count > 0 ? 1 : 0, tokenCount: count)
  }

  init(_ layout: Layout, longest: UInt32, tokenCount: Int) {
    self.layout = layout
    self.longest = longest
    self.tokenCount = tokenCount
  }

  /// No regions.
  public static let none = Regions(starts: [], ends: [])

  /// The number of regions.
  public var count: Int {
    switch layout {
    case .runs(let starts, _): starts.count
    case .tokens(let count): count
    }
  }

  /// The first token of each row, and the token behind its last, for loops that lend both once.
  public var bounds: (starts: FrozenArray<UInt32>, ends: FrozenArray<UInt32>) {
    switch layout {
    case .runs(let starts, let ends): return (starts, ends)
    case .tokens(let count):
      let rows = 0..<UInt32(truncatingIfNeeded: count)
      return (FrozenArray(Array(rows)), FrozenArray(rows.map { $0 + 1 }))
    }
  }

  /// Returns the first token of a row.
  @inlinable
  public func start(of row: Int) -> UInt32 {
    switch layout {
    case .runs(let starts, _): starts[row]
    case .tokens: UInt32(truncatingIfNeeded: row)
    }
  }

  /// Returns the token behind the last of a row.
  @inlinable
  public func end(of row: Int) -> UInt32 {
    switch layout {
    case .runs(_, let ends): ends[row]
    case .tokens: UInt32(truncatingIfNeeded: row + 1)
    }
  }

  /// Returns the first row that ends behind a token, where rows follow upon each other.
  ///
  /// - Complexity: O(log *n*).
  public func firstRow(endingBehind token: UInt32) -> Int {
    switch layout {
    case .runs(_, let ends): ends.firstIndex(above: token)
    case .tokens(let count): min(count, Int(token))
    }
  }

  /// Returns the tokens of a row.
  @inlinable
  public func tokens(of row: RowID) -> Range<Int> {
    Int(start(of: row.index))..<Int(end(of: row.index))
  }
}
