/// Combinations of values, each with the number of its rows.
struct GroupCounts {

  /// For each key, its value in each group.
  let keys: [[Int64]]

  /// The number of rows of each group.
  let counts: [Int64]

  /// For each key, what its values stand for.
  let readings: [KeyReading]
}
