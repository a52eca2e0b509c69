internal import QueryExecution

extension Session {

  /// Takes rows out of the latest result, as hits that are none; the corpus stays as it is.
  ///
  /// - Parameter numbers: The numbers of the rows, from one.
  /// - Returns: The result without them, its rows numbered anew.
  /// - Throws: `RowError` when a number is that of no row.
  public func leaveOut(rows numbers: [Int]) throws(RowError) -> Answer {
    for number in numbers { try result(withRow: number) }
    latestResult = latestResult?.leavingOut(Set(numbers.map { $0 - 1 }))
    return Answer(content: latestResult.map { .table($0) } ?? .nothing)
  }
}
