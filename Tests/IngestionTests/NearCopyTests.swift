import TestSupport
import Testing

@testable import Ingestion

/// How many near copies are found, by the share of their words, five in a row, that stand in both.
@Suite struct NearCopyTests {

  /// Two texts of so many words, some of which differ, with about so much in common.
  private func pair(
    _ count: Int, _ share: Double, _ random: inout SeededGenerator
  ) -> (a: [String], b: [String]) {
    let a = (0..<count).map { _ in "w\(UInt32.random(in: 0..<5_000, using: &random))" }
    var b = a
    // A word that differs stands in five shingles.
    let differing = Int((Double(count) * (1 - share) / (5 * (1 + share))).rounded())
    for _ in 0..<differing {
      b[Int.random(in: 0..<count, using: &random)] =
        "v\(UInt32.random(in: 0..<5_000, using: &random))"
    }
    return (a, b)
  }

  private func share(_ a: [String], _ b: [String]) -> Double {
    func shingles(_ words: [String]) -> Set<String> {
      Set((0...words.count - 5).map { words[$0..<$0 + 5].joined(separator: " ") })
    }
    let (one, other) = (shingles(a), shingles(b))
    let common = one.intersection(other).count
    return Double(common) / Double(one.count + other.count - common)
  }

  /// The shares of the pairs around a resemblance that are to be found, at least and at most: of 150.
  @Test(arguments: [
    (0.75, 0.0, 0.0), (0.80, 0.0, 0.08), (0.85, 0.87, 1.0), (0.87, 0.98, 1.0), (0.90, 0.99, 1.0),
    (0.95, 1.0, 1.0),
  ])
  func `near copies are found`(level: Double, least: Double, most: Double) {
    var random = SeededGenerator(seed: UInt64(level * 100))
    var (found, count, tries) = (0, 0, 0)
    while count < 150 {
      // Few words allow few shares.
      let length = [150, 300, 600][tries % 3]
      tries += 1
      let (a, b) = pair(length, level, &random)
      guard tries > 1_500 || abs(share(a, b) - level) < 0.01 else { continue }
      var finder = DuplicateFinder()
      _ = finder.match(Array(a.joined(separator: " ").utf8))
      found += finder.match(Array(b.joined(separator: " ").utf8)) == nil ? 0 : 1
      count += 1
    }
    let recall = Double(found) / Double(count)
    #expect(recall >= least && recall <= most, "\(found) of \(count) at \(level)")
  }
}
