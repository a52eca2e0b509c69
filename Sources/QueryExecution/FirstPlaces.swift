/// The first of many places in an order, found without ordering the rest.
enum FirstPlaces {

  private static let greatestHeap = 1 << 12

  /// Returns the first `limit` of the numbers 0, 1 … `count` - 1, in order.
  ///
  /// - Complexity: O(*n* log *k*), with a heap whose root is the last of the *k* best so far; where
  ///   *k* is great, all are ordered, which can be stopped at any time.
  static func select(
    _ limit: Int, of count: Int, interruption: Interruption, by precedes: (Int, Int) -> Bool
  ) throws(Interrupted) -> [Int] {
    guard limit > 0 else { return [] }
    guard limit <= greatestHeap else {
      let all = try MergeSort.sorted(count: count, interruption: interruption, by: precedes)
      return Array(all.prefix(limit))
    }
    var heap = Array(0..<min(limit, count))
    for root in stride(from: heap.count / 2 - 1, through: 0, by: -1) {
      sink(&heap, root, precedes)
    }
    for place in heap.count..<max(heap.count, count) {
      if place & 0x3FFF == 0 { try interruption.check() }
      if precedes(place, heap[0]) {
        heap[0] = place
        sink(&heap, 0, precedes)
      }
    }
    return heap.sorted(by: precedes)
  }

  private static func sink(_ heap: inout [Int], _ start: Int, _ precedes: (Int, Int) -> Bool) {
    var parent = start
    while true {
      var last = parent
      let (left, right) = (parent * 2 + 1, parent * 2 + 2)
      if left < heap.count, precedes(heap[last], heap[left]) { last = left }
      if right < heap.count, precedes(heap[last], heap[right]) { last = right }
      if last == parent { return }
      heap.swapAt(parent, last)
      parent = last
    }
  }
}
