internal import CorpusStore
internal import QueryExecution
public import Rendering

/// Why there is nothing to show of a row.
public struct RowError: Error, Hashable, Sendable {

  /// What is wrong, in one phrase.
  public let message: String
}

extension Session {

  /// Returns what is known of a row of the latest result.
  ///
  /// - Parameter number: The number of the row, from one.
  public func detail(ofRow number: Int) throws(RowError) -> RowDetail {
    guard let result = latestResult else {
      throw RowError(message: "there is no result yet; ask something first")
    }
    guard result.rows.indices.contains(number - 1) else {
      let range = result.rows.isEmpty ? "it has none" : "it has 1 to \(result.rows.count)"
      throw RowError(message: "the latest result has no row \(number); \(range)")
    }
    guard result.origins.indices.contains(number - 1) else {
      throw RowError(message: "a row of \(result.unit) stands for many places; ask for them first")
    }
    return RowInspector(corpus).detail(
      of: result.origins[number - 1], number: number,
      unit: Plural.singular(of: result.unit))
  }
}
