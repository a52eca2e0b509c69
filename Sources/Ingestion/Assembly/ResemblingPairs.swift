/// Finds the pairs of sets of which at least half of all elements are shared.
///
/// The measure is the Jaccard coefficient. Sets are compared by prefix filtering: with the elements
/// ordered from rare to frequent, two sets that resemble each other share one of their first
/// elements (Bayardo, Ma and Srikant 2007), and the places where they do bound how many they can
/// share in all (Xiao, Wang, Lin and Yu 2008).
package enum ResemblingPairs {

  /// A set that has an element among its first, and the place of the element in it.
  private struct Posting {
    let set: Int
    let place: Int
  }

  /// Calls `body` with the two indices of each pair.
  ///
  /// - Parameters:
  ///   - sets: The sets, the elements of each in one order for all, rare ones first.
  ///   - fewestWords: Smaller sets resemble nothing.
  ///   - body: Takes the indices of two sets.
  package static func visit(_ sets: [[UInt32]], fewestWords: Int, _ body: (Int, Int) -> Void) {
    let bySize = sets.indices.filter { sets[$0].count >= fewestWords }
      .sorted { (sets[$0].count, $0) < (sets[$1].count, $1) }
    var index: [[Posting]] = Array(
      repeating: [], count: 1 + Int(sets.lazy.joined().max() ?? 0))
    var shared = [Int](repeating: 0, count: sets.count)
    var seen: [Int] = []
    for current in bySize {
      let set = sets[current]
      for place in 0...set.count / 2 {
        for other in index[Int(set[place])] where 2 * sets[other.set].count >= set.count {
          if shared[other.set] == 0 { seen.append(other.set) }
          let size = sets[other.set].count
          let rest = min(set.count - place, size - other.place)
          if shared[other.set] >= 0, 3 * (shared[other.set] + rest) >= set.count + size {
            shared[other.set] += 1
          } else {
            shared[other.set] = -1
          }
        }
      }
      for other in seen {
        if shared[other] > 0, resemble(set, sets[other]) { body(current, other) }
        shared[other] = 0
      }
      seen.removeAll(keepingCapacity: true)
      for place in 0...set.count / 2 {
        index[Int(set[place])].append(Posting(set: current, place: place))
      }
    }
  }

  private static func resemble(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    let shared = Set(a).intersection(b).count
    return 3 * shared >= a.count + b.count
  }
}
