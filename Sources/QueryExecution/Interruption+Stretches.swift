/// Work on long arrays that can be stopped in its midst.
extension Interruption {

  /// How many elements are worked on between two looks at the wish to stop.
  private static let stretch = 1 << 14

  /// Calls `body` with stretches of a range, one behind the other, and looks at the wish to stop
  /// before each.
  @inline(__always)
  func forEachStretch(
    of range: Range<Int>, _ body: (Range<Int>) throws(Interrupted) -> Void
  ) throws(Interrupted) {
    var first = range.lowerBound
    while first < range.upperBound {
      try check()
      let end = min(range.upperBound, first + Self.stretch)
      try body(first..<end)
      first = end
    }
  }

  /// Returns what `value` makes of the numbers 0, 1 … `count` - 1.
  @inline(__always)
  func list<T>(_ count: Int, _ value: (Int) -> T) throws(Interrupted) -> [T] {
    var list: [T] = []
    list.reserveCapacity(count)
    try forEachStretch(of: 0..<count) { for place in $0 { list.append(value(place)) } }
    return list
  }

  /// Returns a list that has one value so many times.
  func list<T>(repeating value: T, count: Int) throws(Interrupted) -> [T] {
    var list: [T] = []
    list.reserveCapacity(count)
    try forEachStretch(of: 0..<count) {
      list.append(contentsOf: repeatElement(value, count: $0.count))
    }
    return list
  }

  /// Whether something is true of the numbers 1, 2 … `count` - 1: of neighbours in a list.
  @inline(__always)
  func isTrueOfNeighbours(
    count: Int, _ isTrue: (Int) -> Bool
  ) throws(Interrupted) -> Bool {
    var holds = true
    try forEachStretch(of: 1..<max(1, count)) { stretch in
      if holds { holds = stretch.allSatisfy(isTrue) }
    }
    return holds
  }
}
