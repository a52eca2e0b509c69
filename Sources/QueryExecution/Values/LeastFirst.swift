extension Array where Element: Comparable {

  /// Moves the first element down to its place in a binary heap whose least element is the first.
  ///
  /// - Complexity: O(log *n*).
  @inline(__always)
  mutating func sinkFirst() {
    var parent = 0
    while true {
      let (left, right) = (parent * 2 + 1, parent * 2 + 2)
      var least = parent
      if left < count, self[left] < self[least] { least = left }
      if right < count, self[right] < self[least] { least = right }
      if least == parent { return }
      swapAt(parent, least)
      parent = least
    }
  }
}
