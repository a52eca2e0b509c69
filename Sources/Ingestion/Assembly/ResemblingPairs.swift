/// Finds the pairs of sets of which at least half of all elements are shared.
///
/// The measure is the Jaccard coefficient. Sets are compared by prefix filtering: with the elements
/// ordered from rare to frequent, two sets that resemble each other share one of their first
/// elements (Bayardo, Ma and Srikant 2007), and the places where they do bound how many they can
/// share in all (Xiao, Wang, Lin and Yu 2008).
package enum ResemblingPairs {

  /// A set that has an element among its first, and the place of the element in it.
  private struct Posting {
    let set: UInt32
    let place: UInt32
  }

  /// The sets that have an element among their first, in the order in which they were visited.
  private struct PrefixIndex {

    private var starts: [Int]
    private var counts: [UInt32]
    private var postings: [Posting]

    /// Makes room for the first elements of some sets.
    init(_ sets: NumberSets, _ visited: [Int]) {
      counts = Array(repeating: 0, count: 1 + Int(sets.numbers.max() ?? 0))
      for set in visited {
        for element in sets[set].prefix(sets.count(of: set) / 2 + 1) { counts[Int(element)] += 1 }
      }
      starts = [0]
      starts.reserveCapacity(counts.count + 1)
      for count in counts { starts.append(starts[starts.count - 1] + Int(count)) }
      postings = Array(repeating: Posting(set: 0, place: 0), count: starts[starts.count - 1])
      for element in counts.indices { counts[element] = 0 }
    }

    func sets(with element: UInt32) -> ArraySlice<Posting> {
      let start = starts[Int(element)]
      return postings[start..<start + Int(counts[Int(element)])]
    }

    mutating func add(_ set: Int, _ place: Int, to element: UInt32) {
      postings[starts[Int(element)] + Int(counts[Int(element)])] = Posting(
        set: UInt32(set), place: UInt32(place))
      counts[Int(element)] += 1
    }
  }

  /// Calls `body` with the two indices of each pair.
  ///
  /// - Parameters:
  ///   - sets: The sets, the elements of each in one order for all, rare ones first.
  ///   - fewestWords: Smaller sets resemble nothing; at least one.
  ///   - body: Takes the indices of two sets.
  package static func visit(_ sets: NumberSets, fewestWords: Int, _ body: (Int, Int) -> Void) {
    let bySize = (0..<sets.count).filter { sets.count(of: $0) >= max(1, fewestWords) }
      .sorted { (sets.count(of: $0), $0) < (sets.count(of: $1), $1) }
    var index = PrefixIndex(sets, bySize)
    var shared = [Int32](repeating: 0, count: sets.count)
    var seen: [Int] = []
    for current in bySize {
      let set = sets[current]
      let prefix = set.prefix(set.count / 2 + 1)
      for (place, element) in prefix.enumerated() {
        for posting in index.sets(with: element) {
          let other = Int(posting.set)
          let size = sets.count(of: other)
          guard 2 * size >= set.count else { continue }
          if shared[other] == 0 { seen.append(other) }
          let rest = min(set.count - place, size - Int(posting.place))
          if shared[other] >= 0, 3 * (Int(shared[other]) + rest) >= set.count + size {
            shared[other] += 1
          } else {
            shared[other] = -1
          }
        }
      }
      for other in seen {
        if shared[other] > 0, resemble(set, sets[other]) { body(current, other) }
        shared[other] = 0
      }
      seen.removeAll(keepingCapacity: true)
      for (place, element) in prefix.enumerated() { index.add(current, place, to: element) }
    }
  }

  /// Whether two ascending sets share at least half of all their elements.
  private static func resemble(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) -> Bool {
    var shared = 0
    var (left, right) = (a.startIndex, b.startIndex)
    while left < a.endIndex && right < b.endIndex {
      if a[left] == b[right] {
        shared += 1
        left += 1
        right += 1
      } else if a[left] < b[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return 3 * shared >= a.count + b.count
  }
}
