import Ingestion
import TestSupport
import Testing

@Suite struct QuoteFamiliesTests {

  @Test(arguments: 1...200)
  func `families are what comparing all with all gives`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var sets: [[UInt32]] = []
    var documents: [UInt32] = []
    var outer: [UInt32] = []
    for document in 0..<UInt32.random(in: 1...6, using: &random) {
      let first = UInt32(sets.count)
      for quote in 0..<UInt32.random(in: 0...8, using: &random) {
        let copied = sets.randomElement(using: &random)
        let drawn = (0..<12).map { _ in UInt32.random(in: 0..<16, using: &random) }
        sets.append(copied.flatMap { Bool.random(using: &random) ? $0 : nil } ?? drawn)
        documents.append(document)
        let isInside = quote > 0 && Bool.random(using: &random)
        outer.append(isInside ? first + UInt32.random(in: 0..<quote, using: &random) : .max)
      }
    }
    let families = QuoteFamilies(
      NumberSets(sets), outer: outer, documents: documents, threadCount: 1 + Int(seed % 3))
    let expected = components(sets.map { Set($0) }, outer)
    #expect(families.members == expected.filter { $0.count > 1 })
    for (family, quotes) in families.members.enumerated() {
      for quote in quotes { #expect(families.familyOfQuote[quote] == UInt32(family)) }
    }
  }

  /// The groups of quotes that are bound by pairs which share half of their words, and of which
  /// none stands inside the other.
  private func components(_ sets: [Set<UInt32>], _ outer: [UInt32]) -> [[Int]] {
    func isInside(_ quote: Int, _ other: Int) -> Bool {
      guard outer[quote] != .max else { return false }
      return Int(outer[quote]) == other || isInside(Int(outer[quote]), other)
    }
    func isPair(_ a: Int, _ b: Int) -> Bool {
      let shared = sets[a].intersection(sets[b]).count
      return sets[a].count >= 5 && sets[b].count >= 5
        && 2 * shared >= sets[a].count + sets[b].count - shared && !isInside(a, b)
        && !isInside(b, a)
    }
    var group = Array(sets.indices)
    for a in sets.indices {
      for b in 0..<a where group[a] != group[b] && isPair(a, b) {
        let (old, new) = (max(group[a], group[b]), min(group[a], group[b]))
        for quote in group.indices where group[quote] == old { group[quote] = new }
      }
    }
    return sets.indices.filter { group[$0] == $0 }.map { first in
      sets.indices.filter { group[$0] == first }
    }
  }
}
