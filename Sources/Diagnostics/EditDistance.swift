/// The number of single-character changes between two words, and the words nearest to one.
///
/// Insertions, deletions, replacements and swaps of two neighbours cost one each: the optimal
/// string alignment distance (Damerau 1964; Boytsov 2011, section 2.1.4).
public enum EditDistance {

  /// Returns the distance from `a` to `b`, or nil where it is above `limit`.
  ///
  /// - Complexity: O(*n·m*) for words of *n* and *m* scalars.
  public static func between(_ a: String, _ b: String, limit: Int = .max) -> Int? {
    let a = Array(a.unicodeScalars)
    let b = Array(b.unicodeScalars)
    guard abs(a.count - b.count) <= limit else { return nil }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    let distance = last[b.count]
    return distance <= limit ? distance : nil
  }

  /// Returns the candidates within a third of the word's length, nearest first; where there are
  /// none, those that go on with the word, if it has three letters.
  ///
  /// Letter case does not count. Candidates at the same distance stay in the order given, so a
  /// caller that lists the most frequent first has them suggested first.
  public static func nearest(
    to word: String, among candidates: some Sequence<String>, most: Int = 3
  ) -> [String] {
    let folded = word.lowercased()
    let limit = max(1, (folded.unicodeScalars.count + 1) / 3)
    var found: [(distance: Int, order: Int, candidate: String)] = []
    for (order, candidate) in candidates.enumerated() {
      guard let distance = between(folded, candidate.lowercased(), limit: limit) else { continue }
      found.append((distance, order, candidate))
    }
    if found.isEmpty, folded.unicodeScalars.count >= 3 {
      return Array(candidates.lazy.filter { $0.lowercased().hasPrefix(folded) }.prefix(most))
    }
    found.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
    return found.prefix(most).map(\.candidate)
  }
}
