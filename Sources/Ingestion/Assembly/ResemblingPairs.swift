/// The pairs of sets of which at least half of all elements are shared.
///
/// The measure is the Jaccard coefficient. Sets are compared by prefix filtering: with the elements
/// ordered from rare to frequent, two sets that resemble each other share one of their first
/// elements (Bayardo, Ma and Srikant 2007), and the places where they do bound how many they can
/// share in all and how long they can be (Xiao, Wang, Lin and Yu 2008). The further behind an
/// element stands, which is to say the more sets have it, the fewer lengths come into question.
package struct ResemblingPairs: Sendable {

  private let sets: NumberSets
  private let ranks: SizeRanks
  private let index: PrefixIndex
  private let signatures: Signatures

  /// Gets sets ready to be compared.
  ///
  /// - Parameters:
  ///   - sets: The sets, the elements of each in one order for all, rare ones first.
  ///   - included: The indices of the sets that are compared; nil for all.
  ///   - fewestWords: Smaller sets resemble nothing; at least one.
  package init(_ sets: NumberSets, among included: [Int]? = nil, fewestWords: Int) {
    self.sets = sets
    ranks = SizeRanks(sets, included ?? Array(0..<sets.count), fewest: max(1, fewestWords))
    index = PrefixIndex(sets, ranks)
    signatures = Signatures(sets, ranks)
  }

  /// The number of sets that are compared.
  package var count: Int { ranks.sets.count }

  /// What a thread needs to look for pairs.
  package struct Search {
    fileprivate var candidates: Candidates
    fileprivate var cursors: [UInt32]
  }

  /// Returns the start of a search.
  package func search() -> Search {
    Search(candidates: Candidates(count: count), cursors: index.starts)
  }

  /// Calls `body` with the two indices of each pair whose longer set, or later one of equal length,
  /// is among those that come at some places in the order of length.
  ///
  /// - Parameters:
  ///   - places: The places below `count`, behind those that were visited with the same `search`.
  ///   - search: What the search has come to know.
  ///   - isSettled: Whether nobody needs to know of a pair; asked before two sets are compared.
  ///   - body: Takes the indices of two sets.
  package func visit(
    _ places: Range<Int>, with search: inout Search,
    unless isSettled: (Int, Int) -> Bool = { _, _ in false }, _ body: (Int, Int) -> Void
  ) {
    for rank in places {
      let set = sets[ranks.sets[rank]]
      findCandidates(rank, set, &search)
      let one = ranks.sets[rank]
      search.candidates.end { candidate in
        guard signatures.mayResemble(rank, candidate, both: set.count + ranks.size(of: candidate))
        else { return }
        let other = ranks.sets[candidate]
        if !isSettled(one, other), Self.resemble(set, sets[other]) { body(one, other) }
      }
    }
  }

  /// Finds the sets of lower ranks that share enough of the first elements.
  @inline(__always)
  private func findCandidates(_ rank: Int, _ set: ArraySlice<UInt32>, _ search: inout Search) {
    let size = set.count
    let first = ranks.first(ofSize: (size + 1) / 2)
    for (place, element) in set.prefix(size / 2 + 1).enumerated() {
      // A pair whose first shared element stands here shares no more than the rest of the set.
      let longest = 2 * size - 3 * place
      let end = longest >= size ? rank : min(rank, ranks.first(ofSize: longest + 1))
      index.visit(element, first..<max(first, end), &search.cursors) { other, otherPlace in
        let otherSize = ranks.size(of: other)
        let rest = min(size - place, otherSize - otherPlace)
        search.candidates.see(other, rest: rest, both: size + otherSize)
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
private struct SizeRanks: Sendable {

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
private struct PrefixIndex: Sendable {

  /// A set that has an element, and the place of the element in it.
  private struct Posting {
    let rank: UInt32
    let place: UInt32
  }

  /// Where the postings of each element start; one entry more than there are elements.
  let starts: [UInt32]

  private let postings: [Posting]

  /// Lists the sets by their first elements.
  init(_ sets: NumberSets, _ ranks: SizeRanks) {
    var starts = [UInt32](repeating: 0, count: 2 + Int(sets.numbers.max() ?? 0))
    // A longer set shares one of the elements in the first third of a set.
    for set in ranks.sets {
      for element in sets[set].prefix(sets.count(of: set) / 3 + 1) {
        starts[Int(element) + 1] += 1
      }
    }
    for element in starts.indices.dropFirst() { starts[element] += starts[element - 1] }
    var ends = starts
    var postings = Array(
      repeating: Posting(rank: 0, place: 0), count: Int(starts[starts.count - 1]))
    for (rank, set) in ranks.sets.enumerated() {
      for (place, element) in sets[set].prefix(sets.count(of: set) / 3 + 1).enumerated() {
        postings[Int(ends[Int(element)])] = Posting(rank: UInt32(rank), place: UInt32(place))
        ends[Int(element)] += 1
      }
    }
    self.starts = starts
    self.postings = postings
  }

  /// Calls `body` with the sets of some ranks that have an element, and with its place in each.
  ///
  /// - Precondition: no later call with the same cursors has ranks that begin before these.
  @inline(__always)
  func visit(
    _ element: UInt32, _ ranks: Range<Int>, _ cursors: inout [UInt32], _ body: (Int, Int) -> Void
  ) {
    var position = Int(cursors[Int(element)])
    let end = Int(starts[Int(element) + 1])
    while position < end, Int(postings[position].rank) < ranks.lowerBound { position += 1 }
    cursors[Int(element)] = UInt32(truncatingIfNeeded: position)
    while position < end, Int(postings[position].rank) < ranks.upperBound {
      body(Int(postings[position].rank), Int(postings[position].place))
      position += 1
    }
  }
}

/// The sets as a few bits each, by which most pairs that differ too much are told at once.
///
/// Each bit in which two differ stands for an element that only one has (Sandes, Teodoro and Melo
/// 2020, "Bitmap filter: Speeding up exact set similarity joins with bitwise operations"). Most
/// pairs are told by one word, into which the others are folded, and which is near at hand.
private struct Signatures: Sendable {

  private static let words = 4

  private var folds: [UInt64]
  private var bits: [UInt64]

  init(_ sets: NumberSets, _ ranks: SizeRanks) {
    folds = Array(repeating: 0, count: ranks.sets.count)
    bits = Array(repeating: 0, count: ranks.sets.count * Self.words)
    for (rank, set) in ranks.sets.enumerated() {
      for element in sets[set] {
        // A multiplicative hash spreads neighbours (Knuth 1973); wrapping is what it is.
        let bit = Int((UInt64(element) &* 0x9E37_79B9_7F4A_7C15) >> 56)
        bits[rank * Self.words + bit / 64] |= 1 << UInt64(bit & 63)
      }
      for word in 0..<Self.words { folds[rank] ^= bits[rank * Self.words + word] }
    }
  }

  /// Whether two sets can share half of their elements, of which there are so many in both.
  @inline(__always)
  func mayResemble(_ a: Int, _ b: Int, both: Int) -> Bool {
    // Folding takes bits in which two differ away, and adds none.
    if 3 * (folds[a] ^ folds[b]).nonzeroBitCount > both { return false }
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
  private var shared: [Int16]
  private var seen: [Int] = []

  init(count: Int) { shared = Array(repeating: 0, count: count) }

  /// Takes in that a set shares an element, and at most `rest` with this one and those behind it.
  @inline(__always)
  mutating func see(_ rank: Int, rest: Int, both: Int) {
    if shared[rank] == 0 { seen.append(rank) }
    let known = shared[rank]
    // Who shares more than can be counted is left to the comparison.
    guard known < Int16.max else { return }
    shared[rank] = known >= 0 && 3 * (Int(known) + rest) >= both ? known + 1 : -1
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
