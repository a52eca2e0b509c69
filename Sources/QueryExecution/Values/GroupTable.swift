internal import CorpusStore
internal import QuerySemantics

/// Counted groups: one row a group, columns of keys and of counts.
package struct GroupTable: Sendable {

  /// The columns.
  let columns: [GroupValues]

  /// The number of groups.
  let count: Int

  /// What was counted, in the plural.
  let countedUnit: String
}

/// The values of one column of groups.
struct GroupValues: Sendable {

  /// The mark of a group without a value.
  static let missing = Int64.min

  /// The heading and type.
  let column: GroupColumn

  /// The value of each group, as a key that `reading` understands.
  let keys: [Int64]

  /// What keys stand for.
  let reading: KeyReading
}
