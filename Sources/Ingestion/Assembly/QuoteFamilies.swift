internal import CorpusStore

/// Groups of quotes with near-identical wording: one statement as several outlets print it.
///
/// Two quotes belong together when their sets of words have a resemblance (Jaccard coefficient;
/// Broder 1997) of at least one half, and groups are closed under that. A quote and one that stands
/// inside it share their words because they share their place: that alone makes no family.
struct QuoteFamilies {

  /// Quotes with fewer distinct words resemble each other by chance.
  private static let fewestWords = 5

  /// The family of each quote of the corpus, or `CodeColumn.missing` for a quote that is alone.
  private(set) var familyOfQuote: [UInt32]

  /// The quotes of each family, ascending, at least two.
  private(set) var members: [[Int]] = []

  /// Groups quotes.
  ///
  /// - Parameters:
  ///   - wordings: The words of each quote, as raw symbols.
  ///   - poolCount: The number of symbols.
  ///   - outer: The quote that each stands inside, or `CodeColumn.missing`.
  init(_ wordings: QuoteWordings, poolCount: Int, outer: [UInt32]) {
    let count = wordings.sets.count
    var groups = DisjointSets(count: count)
    let sets = wordings.rareFirst(poolCount: poolCount)
    ResemblingPairs.visit(sets, fewestWords: Self.fewestWords) { one, other in
      if Self.isNested(one, in: other, outer) || Self.isNested(other, in: one, outer) { return }
      groups.join(one, other)
    }
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

/// Sets that are joined until no more are (union-find with path halving; Tarjan and van Leeuwen).
private struct DisjointSets {

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

  /// Joins the sets of two elements under the lower root, so that the result has no order.
  mutating func join(_ a: Int, _ b: Int) {
    let roots = (root(of: a), root(of: b))
    parents[max(roots.0, roots.1)] = UInt32(min(roots.0, roots.1))
  }
}
