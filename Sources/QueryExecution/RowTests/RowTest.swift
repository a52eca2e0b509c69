package import CorpusStore

/// A condition that is tested on blocks of rows.
///
/// Tests pass on lists of places that still hold, so that a later test of a conjunction sees only
/// what the earlier ones left (Boncz, Zukowski and Nes 2005).
package protocol RowTest {

  /// Leaves in `places`, in order, those of `block` whose rows the condition is true of.
  func narrow(_ places: inout [Int], of block: RowBlock) throws(Interrupted)
}

/// Some rows that are tested together.
package struct RowBlock {

  /// The rows.
  let ids: [RowID]

  /// For matches, the token behind the last; otherwise empty.
  let ends: [UInt32]

  /// Creates a block.
  package init(_ ids: [RowID], ends: [UInt32] = []) {
    self.ids = ids
    self.ends = ends
  }

  /// Returns the rows of which all tests are true.
  func kept(by tests: [any RowTest]) throws(Interrupted) -> [RowID] {
    try places(keptBy: tests).map { ids[$0] }
  }

  /// Returns the places of the rows of which all tests are true.
  func places(keptBy tests: [any RowTest]) throws(Interrupted) -> [Int] {
    var places = Array(ids.indices)
    for test in tests where !places.isEmpty { try test.narrow(&places, of: self) }
    return places
  }
}

extension [Int] {

  /// Keeps the places at which `isKept` is true.
  @inline(__always)
  mutating func keep<E: Error>(where isKept: (Int) throws(E) -> Bool) throws(E) {
    // Each place is written and the next overwrites it where it is not kept, without a branch.
    var kept = 0
    var places = mutableSpan
    for index in places.indices {
      let place = places[index]
      let holds = try isKept(place)
      places[kept] = place
      kept += holds ? 1 : 0
    }
    removeLast(count - kept)
  }
}
