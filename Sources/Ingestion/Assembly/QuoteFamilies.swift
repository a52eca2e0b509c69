internal import CorpusStore
internal import Synchronization

/// Groups of quotes with near-identical wording: one statement as several outlets print it.
///
/// Two quotes belong together when their sets of words have a resemblance (Jaccard coefficient;
/// Broder 1997) of at least one half, and groups are closed under that. A quote and one that stands
/// inside it share their words because they share their place: that alone makes no family.
package struct QuoteFamilies: Sendable {

  /// Quotes with fewer distinct words resemble each other by chance.
  private static let fewestWords = 5

  /// The family of each quote of the corpus, or `CodeColumn.missing` for a quote that is alone.
  package private(set) var familyOfQuote: [UInt32]

  /// The quotes of each family, ascending, at least two.
  package private(set) var members: [[Int]] = []

  /// Groups quotes.
  ///
  /// - Parameters:
  ///   - sets: The words of each quote, in one order for all, rare ones first.
  ///   - outer: The quote that each stands inside, or `CodeColumn.missing`.
  ///   - documents: The document of each quote.
  ///   - threadCount: By how many threads pairs are looked for; nil for what there is to do.
  package init(
    _ sets: NumberSets, outer: [UInt32], documents: [UInt32], threadCount: Int? = nil
  ) {
    let count = sets.count
    var groups = DisjointSets(count: count)
    let alike = AlikeSets(sets, documents: documents)
    for (quote, first) in alike.firsts.enumerated() {
      if alike.isRepeated[Int(first)], sets.count(of: quote) >= Self.fewestWords {
        groups.join(quote, Int(first))
      }
    }
    let threads = threadCount ?? Ingestor.threadCount(for: count, worthwhileAbove: 2_000)
    for (one, other) in Self.joints(sets, alike, outer, groups, threads) { groups.join(one, other) }
    familyOfQuote = Array(repeating: CodeColumn.missing, count: count)
    var familyOfRoot = familyOfQuote
    // A root is the lowest of its group, so that families are numbered by their first quote.
    for quote in 0..<count {
      let root = groups.root(of: quote)
      guard root != quote else { continue }
      if familyOfRoot[root] == CodeColumn.missing {
        familyOfRoot[root] = UInt32(members.count)
        members.append([root])
      }
      members[Int(familyOfRoot[root])].append(quote)
    }
    sortByFirst()
  }

  /// Returns pairs of quotes that belong together, enough of them to make the groups.
  ///
  /// Each thread leaves out what its own pairs have settled, so there are others each time; what
  /// they join is the same.
  private static func joints(
    _ sets: NumberSets, _ alike: AlikeSets, _ outer: [UInt32], _ groups: DisjointSets,
    _ threadCount: Int
  ) -> [(Int, Int)] {
    let pairs = ResemblingPairs(sets, among: alike.compared, fewestWords: fewestWords)
    let blocks = Blocks(of: pairs.count, among: threadCount)
    let found = ParallelMap.run(Array(0..<threadCount), threadCount: threadCount) { _ in
      var (groups, search, joints) = (groups, pairs.search(), [(Int, Int)]())
      while let places = blocks.next() {
        pairs.visit(places, with: &search, unless: { groups.areJoined($0, $1) }) { one, other in
          let isOneInside = isNested(one, in: other, outer) || isNested(other, in: one, outer)
          guard !isOneInside || alike.isRepeated[one] || alike.isRepeated[other] else { return }
          groups.join(one, other)
          joints.append((one, other))
        }
      }
      return joints
    }
    return found.flatMap(\.self)
  }

  private mutating func sortByFirst() {
    members.sort { $0[0] < $1[0] }
    for (family, quotes) in members.enumerated() {
      for quote in quotes { familyOfQuote[quote] = UInt32(family) }
    }
  }

  /// Whether a quote stands inside another, directly or through one between.
  private static func isNested(_ inner: Int, in outer: Int, _ outerOfQuote: [UInt32]) -> Bool {
    var quote = inner
    for _ in outerOfQuote.indices {
      guard outerOfQuote.indices.contains(quote) else { break }
      let next = Int(outerOfQuote[quote])
      if next == outer { return true }
      quote = next
    }
    return false
  }
}

/// Stretches of numbers that threads take one after the other.
private final class Blocks: Sendable {

  private let count: Int
  private let length: Int
  private let taken = Atomic(0)

  /// Shares out the numbers below `count`, in stretches that leave no thread without work for long.
  init(of count: Int, among threads: Int) {
    self.count = count
    length = max(8, min(1024, count / (16 * threads)))
  }

  /// Returns the next stretch; nil behind the last.
  func next() -> Range<Int>? {
    let start = taken.wrappingAdd(length, ordering: .relaxed).oldValue
    return start < count ? start..<min(count, start + length) : nil
  }
}

/// Quotes of the very same words, as which one of them is compared.
///
/// Quotes of one document may stand inside each other, which makes them no family. Where the same
/// words stand in two documents, all of them are one: each has one in the other document beside it.
private struct AlikeSets: Sendable {

  /// The first quote of the same words, for each quote.
  private(set) var firsts: [UInt32] = []

  /// Whether there are quotes of the same words in another document, for each first quote.
  private(set) var isRepeated: [Bool]

  /// The quotes that are compared with others.
  private(set) var compared: [Int] = []

  init(_ sets: NumberSets, documents: [UInt32]) {
    isRepeated = Array(repeating: false, count: sets.count)
    var byHash: [UInt64: UInt32] = [:]
    for quote in 0..<sets.count {
      let hash = XXHash64.hash(sets[quote].span)
      let first = byHash[hash, default: UInt32(quote)]
      byHash[hash] = first
      // Two sets of one hash that differ stand each for itself.
      let isAlike = sets[Int(first)] == sets[quote]
      firsts.append(isAlike ? first : UInt32(quote))
      if isAlike, documents[Int(first)] != documents[quote] { isRepeated[Int(first)] = true }
    }
    compared = (0..<sets.count).filter { firsts[$0] == $0 || !isRepeated[Int(firsts[$0])] }
  }
}

/// Sets that are joined until no more are (union-find with path halving; Tarjan and van Leeuwen).
private struct DisjointSets: Sendable {

  private var parents: [UInt32]

  init(count: Int) { parents = Array(0..<UInt32(count)) }

  mutating func root(of element: Int) -> Int {
    var element = element
    while parents[element] != UInt32(element) {
      parents[element] = parents[Int(parents[element])]
      element = Int(parents[element])
    }
    return element
  }

  /// Whether two elements are in one set.
  mutating func areJoined(_ a: Int, _ b: Int) -> Bool { root(of: a) == root(of: b) }

  /// Joins the sets of two elements under the lower root, so that the result has no order.
  mutating func join(_ a: Int, _ b: Int) {
    let roots = (root(of: a), root(of: b))
    parents[max(roots.0, roots.1)] = UInt32(min(roots.0, roots.1))
  }
}
