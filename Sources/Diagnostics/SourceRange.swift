/// A half-open run of a source text, in UTF-8 byte offsets.
public struct SourceRange: Hashable, Sendable {

  /// The offset of the first byte.
  public let start: Int

  /// The offset behind the last byte.
  public let end: Int

  /// Creates the range from `start` up to `end`.
  ///
  /// - Precondition: `0 <= start <= end`.
  public init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a source range runs forward")
    self.start = start
    self.end = end
  }

  /// Creates the empty range at `offset`.
  public init(at offset: Int) { self.init(offset, offset) }

  /// The number of bytes.
  public var length: Int { end - start }

  /// Whether no byte lies in the range.
  public var isEmpty: Bool { start == end }

  /// Returns the smallest range that covers this one and `other`, with the gap between them.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end))
  }

  /// Whether `offset` lies in the range or directly behind it, as a cursor does.
  public func touches(_ offset: Int) -> Bool { start <= offset && offset <= end }
}

extension SourceRange: CustomStringConvertible {

  /// The bounds as `start..<end`.
  public var description: String { "\(start)..<\(end)" }
}
