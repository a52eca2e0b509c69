/// The shortest edit script between two lists of words (Myers 1986, the greedy algorithm).
enum MyersScript {

  /// Lists further apart than this are taken to share nothing between their ends.
  ///
  /// The trace of the algorithm grows with the square of the distance.
  private static let mostEdits = 1000

  /// Returns the stretches in which two lists differ, in order.
  ///
  /// - Complexity: O((*n* + *m*) · *d*) for *d* insertions and deletions.
  static func changes(from a: [String], to b: [String]) -> [WordDifference.Change] {
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    var ends = (a: a.count, b: b.count)
    while ends.a > start, ends.b > start, a[ends.a - 1] == b[ends.b - 1] {
      ends = (ends.a - 1, ends.b - 1)
    }
    guard ends.a > start || ends.b > start else { return [] }
    let middle = (a: Array(a[start..<ends.a]), b: Array(b[start..<ends.b]))
    guard let trace = trace(middle.a, middle.b) else {
      return [.init(removed: start..<ends.a, added: start..<ends.b)]
    }
    return merged(edits(trace, middle.a.count, middle.b.count), by: start)
  }

  /// For each count of edits, how far into `a` each diagonal leads; nil where it takes too many.
  ///
  /// A row holds the diagonals from -d to d, shifted by d.
  private static func trace(_ a: [String], _ b: [String]) -> [[Int]]? {
    var rows: [[Int]] = []
    for d in 0...min(a.count + b.count, mostEdits) {
      var row = [Int](repeating: 0, count: 2 * d + 1)
      for k in stride(from: -d, through: d, by: 2) {
        var x = rows.last.map { start(on: k, after: $0, d) } ?? 0
        while x < a.count, x - k < b.count, a[x] == b[x - k] { x += 1 }
        row[k + d] = x
        if x >= a.count, x - k >= b.count { return rows + [row] }
      }
      rows.append(row)
    }
    return nil
  }

  /// Returns where the `d`-th edit leads on a diagonal.
  private static func start(on k: Int, after last: [Int], _ d: Int) -> Int {
    comesFromAbove(k, last, d) ? last[k + d] : last[k + d - 2] + 1
  }

  /// Whether the furthest way to a diagonal is by an insertion.
  private static func comesFromAbove(_ k: Int, _ last: [Int], _ d: Int) -> Bool {
    k == -d || k != d && last[k + d - 2] < last[k + d]
  }

  /// An insertion before, or the deletion of, one place.
  private struct Edit { var x, y: Int, isInsertion: Bool }

  private static func edits(_ trace: [[Int]], _ n: Int, _ m: Int) -> [Edit] {
    var edits: [Edit] = []
    var k = n - m
    for d in stride(from: trace.count - 1, to: 0, by: -1) {
      let last = trace[d - 1]
      let isInsertion = comesFromAbove(k, last, d)
      k += isInsertion ? 1 : -1
      let x = last[k + d - 1]
      edits.append(Edit(x: x, y: x - k, isInsertion: isInsertion))
    }
    return edits.reversed()
  }

  private static func merged(_ edits: [Edit], by start: Int) -> [WordDifference.Change] {
    var changes: [WordDifference.Change] = []
    for edit in edits {
      let (x, y) = (edit.x + start, edit.y + start)
      let removed = x..<(edit.isInsertion ? x : x + 1)
      let added = y..<(edit.isInsertion ? y + 1 : y)
      if let last = changes.indices.last, changes[last].removed.upperBound == x,
        changes[last].added.upperBound == y
      {
        changes[last].removed = changes[last].removed.lowerBound..<removed.upperBound
        changes[last].added = changes[last].added.lowerBound..<added.upperBound
      } else {
        changes.append(.init(removed: removed, added: added))
      }
    }
    return changes
  }
}
