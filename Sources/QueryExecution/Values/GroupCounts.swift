/// Combinations of values, each with the number of its rows.
struct GroupCounts {

  /// For each key, its value in each group.
  let keys: [[Int64]]

  /// The number of rows of each group.
  let counts: [Int64]

  /// For each key, what its values stand for.
  let readings: [KeyReading]

  /// How many groups there are, with those that are left out because they are not wanted.
  let total: Int

  init(keys: [[Int64]], counts: [Int64], readings: [KeyReading], total: Int? = nil) {
    self.keys = keys
    self.counts = counts
    self.readings = readings
    self.total = total ?? counts.count
  }
}
