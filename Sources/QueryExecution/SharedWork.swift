internal import CorpusStore

/// Work on a long range, shared between the cores.
enum SharedWork {

  /// Works on the parts of a range on all cores at the same time.
  ///
  /// - Parameters:
  ///   - range: What is worked on.
  ///   - width: Parts begin at multiples of so many elements from the beginning of the range.
  ///   - least: How many elements each core is given at least; a shorter range is one part.
  ///   - body: The work on one part.
  /// - Returns: What `body` makes of the parts, in their order.
  /// - Throws: `Interrupted` where one part was.
  static func parts<T: Sendable>(
    of range: Range<Int>, width: Int, least: Int,
    _ body: @escaping @Sendable (Range<Int>) throws(Interrupted) -> T
  ) throws(Interrupted) -> [T] {
    let cores = min(Cores.count, range.count / max(1, least))
    guard cores > 1 else { return [try body(range)] }
    let share = (range.count / cores / width + 1) * width
    let parts = stride(from: range.lowerBound, to: range.upperBound, by: share).map {
      $0..<min(range.upperBound, $0 + share)
    }
    var results: [T] = []
    for result in ParallelMap.run(parts, threadCount: cores, { Self.result(of: $0, body) }) {
      results.append(try result.get())
    }
    return results
  }

  private static func result<T>(
    of part: Range<Int>, _ body: (Range<Int>) throws(Interrupted) -> T
  ) -> Result<T, Interrupted> {
    do { return .success(try body(part)) } catch { return .failure(error) }
  }
}
