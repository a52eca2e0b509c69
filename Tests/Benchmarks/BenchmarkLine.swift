/// A line of the tables of speed: a query that is asked in the language.
struct BenchmarkLine {

  /// What results give as the number to compare.
  enum Value {
    /// The one number that the query counts.
    case count
    /// The number of rows of the table.
    case rows
    /// The number of rows that are written out as text.
    case written
  }

  /// The name that the peers have for it.
  let name: String

  /// The query.
  let query: String

  /// What is compared.
  let value: Value

  /// What is counted, in the plural.
  let unit: String

  /// The name of the line that finds the hits of which this one keeps some, if it does.
  let source: String?

  init(
    _ name: String, _ query: String, _ value: Value = .count, unit: String = "hits",
    of source: String? = nil
  ) {
    self.name = name
    self.query = query
    self.value = value
    self.unit = unit
    self.source = source
  }
}
