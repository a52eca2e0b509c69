internal import Annotation
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

  /// Groups the quotes of `documents`, counted through in their order.
  static func group(_ documents: [AnnotatedDocument]) -> QuoteFamilies {
    var pool = StringPoolBuilder()
    let sets = documents.flatMap { document in
      document.quotes.map { words(of: $0, in: document, pool: &pool) }
    }
    return QuoteFamilies(Self.rareFirst(sets, words: pool.count), outer: outerQuotes(of: documents))
  }

  private init(_ sets: [[UInt32]], outer: [Int?]) {
    var groups = DisjointSets(count: sets.count)
    ResemblingPairs.visit(sets, fewestWords: Self.fewestWords) { one, other in
      if Self.isNested(one, in: other, outer) || Self.isNested(other, in: one, outer) { return }
      groups.join(one, other)
    }
    familyOfQuote = Array(repeating: CodeColumn.missing, count: sets.count)
    var byRoot: [Int: [Int]] = [:]
    for quote in sets.indices { byRoot[groups.root(of: quote), default: []].append(quote) }
    for quotes in byRoot.values.filter({ $0.count > 1 }).sorted(by: { $0[0] < $1[0] }) {
      for quote in quotes { familyOfQuote[quote] = UInt32(members.count) }
      members.append(quotes)
    }
  }

  /// Returns the quote that each quote stands inside, counted through.
  private static func outerQuotes(of documents: [AnnotatedDocument]) -> [Int?] {
    var result: [Int?] = []
    for document in documents {
      let first = result.count
      result += document.quotes.map { quote in quote.nestedIn.map { first + Int($0) } }
    }
    return result
  }

  /// Whether a quote stands inside another, directly or through one between.
  private static func isNested(_ inner: Int, in outer: Int, _ outerOfQuote: [Int?]) -> Bool {
    var quote = inner
    for _ in outerOfQuote.indices {
      guard outerOfQuote.indices.contains(quote), let next = outerOfQuote[quote] else { break }
      if next == outer { return true }
      quote = next
    }
    return false
  }

  private static func words(
    of quote: Quote, in document: AnnotatedDocument, pool: inout StringPoolBuilder
  ) -> [UInt32] {
    var result: Set<UInt32> = []
    for piece in quote.content {
      for token in document.tokens[document.tokens(in: piece)] where token.partOfSpeech != .punct {
        let range = Int(token.range.start)..<Int(token.range.end)
        let word = pool.intern(document.text.bytes.span.extracting(range))
        result.insert(pool.fold(of: word).rawValue)
      }
    }
    return Array(result)
  }

  /// Returns the sets with each word as its rank from rare to frequent, ascending.
  private static func rareFirst(_ sets: [[UInt32]], words: Int) -> [[UInt32]] {
    var frequency = [Int](repeating: 0, count: words)
    for set in sets { for word in set { frequency[Int(word)] += 1 } }
    var ranks = [UInt32](repeating: 0, count: words)
    let order = (0..<words).sorted { (frequency[$0], $0) < (frequency[$1], $1) }
    for (rank, word) in order.enumerated() { ranks[word] = UInt32(rank) }
    return sets.map { set in set.map { ranks[Int($0)] }.sorted() }
  }
}

/// Sets that are joined until no more are (union-find with path halving; Tarjan and van Leeuwen).
private struct DisjointSets {

  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  /// Joins the sets of two elements under the lower root, so that the result has no order.
  mutating func join(_ a: Int, _ b: Int) {
    let roots = (root(of: a), root(of: b))
    parents[max(roots.0, roots.1)] = min(roots.0, roots.1)
  }
}
