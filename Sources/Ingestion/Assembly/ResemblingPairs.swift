/// Finds the pairs of sets of which at least half of all elements are shared.
///
/// The measure is the Jaccard coefficient. Sets are compared by prefix filtering: with the elements
/// ordered from rare to frequent, two sets that resemble each other share one of their first
/// elements (Bayardo, Ma and Srikant 2007), and the places where they do bound how many they can
/// share in all and how long they can be (Xiao, Wang, Lin and Yu 2008). The further behind an
/// element stands, which is to say the more sets have it, the fewer lengths come into question.
package enum ResemblingPairs {

  /// Calls `body` with the two indices of each pair.
  ///
  /// - Parameters:
  ///   - sets: The sets, the elements of each in one order for all, rare ones first.
  ///   - included: The indices of the sets that are compared; nil for all.
  ///   - fewestWords: Smaller sets resemble nothing; at least one.
  ///   - isSettled: Whether nobody needs to know of a pair; asked before two sets are compared.
  ///   - body: Takes the indices of two sets.
  package static func visit(
    _ sets: NumberSets, among included: [Int]? = nil, fewestWords: Int,
    unless isSettled: (Int, Int) -> Bool = { _, _ in false }, _ body: (Int, Int) -> Void
  ) {
    let ranks = SizeRanks(sets, included ?? Array(0..<sets.count), fewest: max(1, fewestWords))
    var index = PrefixIndex(sets, ranks)
    let signatures = Signatures(sets, ranks)
    var candidates = Candidates(count: ranks.sets.count)
    for rank in ranks.sets.indices {
      let set = sets[ranks.sets[rank]]
      let size = set.count
      let first = ranks.first(ofSize: (size + 1) / 2)
      for (place, element) in set.prefix(size / 2 + 1).enumerated() {
        // A pair whose first shared element stands here shares no more than the rest of the set.
        let longest = 2 * size - 3 * place
        let end = longest >= size ? rank : ranks.first(ofSize: longest + 1)
        index.visit(element, first..<max(first, end)) { other, otherPlace in
          let otherSize = ranks.size(of: other)
          let rest = min(size - place, otherSize - otherPlace)
          candidates.see(other, rest: rest, both: size + otherSize)
        }
      }
      let one = ranks.sets[rank]
      candidates.end { candidate in
        guard signatures.mayResemble(rank, candidate, both: size + ranks.size(of: candidate))
        else { return }
        let other = ranks.sets[candidate]
        if !isSettled(one, other), resemble(set, sets[other]) { body(one, other) }
      }
      // A longer set shares one of the elements in the first third of this one.
      for (place, element) in set.prefix(size / 3 + 1).enumerated() {
        index.add(rank, place, to: element)
      }
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

/// Sets in the order of their sizes, each known by its rank.
private struct SizeRanks {

  /// The set of each rank.
  let sets: [Int]

  private let sizes: [UInt32]
  /// For each size, how many sets are smaller.
  private let smaller: [Int]

  init(_ all: NumberSets, _ included: [Int], fewest: Int) {
    sets = included.filter { all.count(of: $0) >= fewest }
      .sorted { (all.count(of: $0), $0) < (all.count(of: $1), $1) }
    sizes = sets.map { UInt32(all.count(of: $0)) }
    var smaller = [Int](repeating: 0, count: Int(sizes.last ?? 0) + 2)
    for size in sizes { smaller[Int(size) + 1] += 1 }
    for size in smaller.indices.dropFirst() { smaller[size] += smaller[size - 1] }
    self.smaller = smaller
  }

  /// The first rank of a size, or of the next larger one.
  func first(ofSize size: Int) -> Int { smaller[min(max(0, size), smaller.count - 1)] }

  func size(of rank: Int) -> Int { Int(sizes[rank]) }
}

/// The sets that have an element among their first, by rank.
private struct PrefixIndex {

  /// A set that has an element, and the place of the element in it.
  private struct Posting {
    let rank: UInt32
    let place: UInt32
  }

  /// Where the postings of each element start, and how many there are by now.
  private var starts: [Int]
  private var ends: [Int]
  private var postings: [Posting]

  /// Makes room for the first elements of the sets.
  init(_ sets: NumberSets, _ ranks: SizeRanks) {
    var starts = [Int](repeating: 0, count: 2 + Int(sets.numbers.max() ?? 0))
    for set in ranks.sets {
      for element in sets[set].prefix(sets.count(of: set) / 3 + 1) {
        starts[Int(element) + 1] += 1
      }
    }
    for element in starts.indices.dropFirst() { starts[element] += starts[element - 1] }
    postings = Array(repeating: Posting(rank: 0, place: 0), count: starts[starts.count - 1])
    self.starts = starts
    ends = starts
  }

  /// Calls `body` with the sets of some ranks that have an element, and with its place in each.
  ///
  /// - Precondition: no later call has ranks that begin before these.
  @inline(__always)
  mutating func visit(_ element: UInt32, _ ranks: Range<Int>, _ body: (Int, Int) -> Void) {
    let element = Int(element)
    var position = starts[element]
    let end = ends[element]
    while position < end, Int(postings[position].rank) < ranks.lowerBound { position += 1 }
    starts[element] = position
    while position < end, Int(postings[position].rank) < ranks.upperBound {
      body(Int(postings[position].rank), Int(postings[position].place))
      position += 1
    }
  }

  mutating func add(_ rank: Int, _ place: Int, to element: UInt32) {
    postings[ends[Int(element)]] = Posting(rank: UInt32(rank), place: UInt32(place))
    ends[Int(element)] += 1
  }
}

/// The sets as a few bits each, by which most pairs that differ too much are told at once.
///
/// Each bit in which two differ stands for an element that only one has (Sandes, Teodoro and Melo
/// 2020, "Bitmap filter: Speeding up exact set similarity joins with bitwise operations").
private struct Signatures {

  private static let words = 4

  private var bits: [UInt64]

  init(_ sets: NumberSets, _ ranks: SizeRanks) {
    bits = Array(repeating: 0, count: ranks.sets.count * Self.words)
    for (rank, set) in ranks.sets.enumerated() {
      for element in sets[set] {
        // A multiplicative hash spreads neighbours (Knuth 1973); wrapping is what it is.
        let bit = Int((UInt64(element) &* 0x9E37_79B9_7F4A_7C15) >> 56)
        bits[rank * Self.words + bit / 64] |= 1 << UInt64(bit & 63)
      }
    }
  }

  /// Whether two sets can share half of their elements, of which there are so many in both.
  @inline(__always)
  func mayResemble(_ a: Int, _ b: Int, both: Int) -> Bool {
    var differing = 0
    for word in 0..<Self.words {
      differing += (bits[a * Self.words + word] ^ bits[b * Self.words + word]).nonzeroBitCount
    }
    return 3 * differing <= both
  }
}

/// The sets that may resemble the one that is looked at.
private struct Candidates {

  /// How many elements each is known to share; below zero for one that cannot share enough.
  private var shared: [Int32]
  private var seen: [Int] = []

  init(count: Int) { shared = Array(repeating: 0, count: count) }

  /// Takes in that a set shares an element, and at most `rest` with this one and those behind it.
  @inline(__always)
  mutating func see(_ rank: Int, rest: Int, both: Int) {
    if shared[rank] == 0 { seen.append(rank) }
    let enough = shared[rank] >= 0 && 3 * (Int(shared[rank]) + rest) >= both
    shared[rank] = enough ? shared[rank] + 1 : -1
  }

  /// Calls `body` with those that are left, and forgets all.
  mutating func end(_ body: (Int) -> Void) {
    for rank in seen {
      if shared[rank] > 0 { body(rank) }
      shared[rank] = 0
    }
    seen.removeAll(keepingCapacity: true)
  }
}
