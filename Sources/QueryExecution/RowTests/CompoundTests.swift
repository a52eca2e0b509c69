/// True of every row, or of none.
struct ConstantTest: RowTest {
  let isTrue: Bool
  func narrow(_ places: inout [Int], of block: RowBlock) {
    if !isTrue { places.removeAll(keepingCapacity: true) }
  }
}

/// True where all tests are.
struct AllTest: RowTest {
  let tests: [any RowTest]
  func narrow(_ places: inout [Int], of block: RowBlock) throws(Interrupted) {
    for test in tests where !places.isEmpty { try test.narrow(&places, of: block) }
  }
}

/// True where a test is not: its exact complement.
struct NotTest: RowTest {
  let test: any RowTest
  func narrow(_ places: inout [Int], of block: RowBlock) throws(Interrupted) {
    var passed = places
    try test.narrow(&passed, of: block)
    places.remove(passed)
  }
}

/// True where any test is.
///
/// A later test sees only the rows that the earlier ones failed.
struct AnyTest: RowTest {
  let tests: [any RowTest]
  func narrow(_ places: inout [Int], of block: RowBlock) throws(Interrupted) {
    var failed = places
    for test in tests where !failed.isEmpty {
      var passed = failed
      try test.narrow(&passed, of: block)
      failed.remove(passed)
    }
    places.remove(failed)
  }
}

extension [Int] {

  /// Takes away the elements of `other`, which is a part of this list in the same order.
  mutating func remove(_ other: [Int]) {
    var next = 0
    keep { place in
      if next < other.count, other[next] == place {
        next += 1
        return false
      }
      return true
    }
  }
}
