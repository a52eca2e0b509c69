package import CorpusStore

/// Yields the rows that all of several lists have.
///
/// The shortest list leads. In another of about its length every element is passed, some at a time;
/// through one that is much longer it leaps (Demaine, López-Ortiz and Munro 2000).
package struct ListIntersection: RowCursor {

  private let leader: FrozenArray<RowID>
  private let others: [FrozenArray<RowID>]
  private var position = 0
  private var positions: [Int]

  /// How many times the length of the leader a list has, from which on leaps are worth their price.
  private static let leapRatio = 32

  /// Creates a cursor over the rows of ascending lists.
  package init(_ lists: [FrozenArray<RowID>]) {
    let lists = lists.sorted { $0.count < $1.count }
    leader = lists.first ?? []
    others = Array(lists.dropFirst())
    positions = others.map { _ in 0 }
  }

  /// Appends rows that all lists have.
  package mutating func fill(_ block: inout OutputSpan<RowID>) {
    if others.count == 1 {
      (position, positions[0]) = Self.fill(&block, leader, others[0], position, positions[0])
    } else {
      position = Self.fill(&block, leader, others, position, &positions)
    }
  }

  private static func fill(
    _ block: inout OutputSpan<RowID>, _ leader: FrozenArray<RowID>,
    _ others: [FrozenArray<RowID>], _ start: Int, _ positions: inout [Int]
  ) -> Int {
    var first = start
    while !block.isFull, first < leader.count {
      let row = leader[first]
      var isInAll = true
      for index in others.indices where isInAll {
        positions[index] = Gallop.lowerBound(from: positions[index], to: others[index].count) {
          others[index][$0] < row
        }
        isInAll = positions[index] < others[index].count && others[index][positions[index]] == row
      }
      if isInAll { block.append(row) }
      first += 1
    }
    return first
  }

  /// Appends the common rows of two lists from two places on, and returns the places behind them.
  private static func fill(
    _ block: inout OutputSpan<RowID>, _ leader: FrozenArray<RowID>, _ other: FrozenArray<RowID>,
    _ start: Int, _ otherStart: Int
  ) -> (Int, Int) {
    let leaps = other.count / leapRatio > leader.count
    let leading = leader.span
    var (first, second) = (start, otherStart)
    while !block.isFull, first < leading.count {
      let row = leading[first]
      second =
        leaps
        ? Gallop.lowerBound(from: second, to: other.count) { other[$0] < row }
        : other.span.firstPlace(notBelow: row, from: second)
      guard second < other.count else { return (leading.count, second) }
      if other[second] == row { block.append(row) }
      first += 1
    }
    return (first, second)
  }
}
