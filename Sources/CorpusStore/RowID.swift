/// A row of one table, counted from zero.
@frozen
public struct RowID: Hashable, Sendable, Comparable {

  /// The count of rows before this one.
  public let rawValue: UInt32

  /// Creates the id of the row behind `rawValue` others.
  @inlinable
  public init(_ rawValue: UInt32) { self.rawValue = rawValue }

  /// The row as an index into parallel arrays.
  @inlinable
  public var index: Int { Int(rawValue) }

  @inlinable
  /// Whether the first row stands before the second.
  public static func < (a: RowID, b: RowID) -> Bool { a.rawValue < b.rawValue }
}

/// A string of the corpus's pool.
@frozen
public struct Symbol: Hashable, Sendable, Comparable {

  /// The index of the string in the pool.
  public let rawValue: UInt32

  /// Creates the symbol with the given index.
  @inlinable
  public init(_ rawValue: UInt32) { self.rawValue = rawValue }

  /// The symbol as an index into parallel arrays.
  @inlinable
  public var index: Int { Int(rawValue) }

  @inlinable
  /// Whether the first was put into the pool before the second.
  public static func < (a: Symbol, b: Symbol) -> Bool { a.rawValue < b.rawValue }
}
