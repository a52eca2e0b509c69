/// Stretches of text, one a row, as half-open runs of tokens of the whole corpus.
public struct Regions: Sendable {

  /// The first token of each row.
  public let starts: [UInt32]

  /// The token behind the last of each row.
  public let ends: [UInt32]

  /// Creates regions.
  ///
  /// - Precondition: both arrays have one entry a row, and no region ends before it starts.
  public init(starts: [UInt32], ends: [UInt32]) {
    precondition(starts.count == ends.count, "one start and one end a row")
    self.starts = starts
    self.ends = ends
  }

  /// The number of regions.
  public var count: Int { starts.count }

  /// Returns the tokens of a row.
  public func tokens(of row: RowID) -> Range<Int> {
    Int(starts[row.index])..<Int(ends[row.index])
  }
}
