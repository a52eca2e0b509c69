import Ingestion
import TestSupport
import Testing

@Suite struct WordDifferenceTests {

  @Test(arguments: [
    ("The port is safe", "The port is safe", "The port is safe"),
    ("The port is not safe", "The port is still not safe", "The port is [+still+] not safe"),
    ("The port is still safe", "The port is safe", "The port is [-still-] safe"),
    ("The port is safe", "The harbour is safe", "The [port → harbour] is safe"),
    ("The port is safe", "A harbour is safe", "[The port → A harbour] is safe"),
    ("We will stay", "We will stay until spring", "We will stay [+until spring+]"),
    ("The plan, the budget", "A plan, the figures", "[The → A] plan, the [budget → figures]"),
    ("", "Now", "[+Now+]"), ("Now", "", "[-Now-]"), ("", "", ""),
  ])
  func `differences are marked word by word`(first: String, second: String, marked: String) {
    #expect(difference(first, second).marked == marked)
  }

  @Test(arguments: [
    ("“The Port — is safe,”", "the port is safe"), ("Café, no?", "cafe no"),
    ("It’s well-known!", "It's well-known"),
  ])
  func `case, accents and punctuation make no difference`(first: String, second: String) {
    #expect(difference(first, second).changes.isEmpty)
  }

  @Test(arguments: [("5 % of it", "5 of it"), ("$5", "€5"), ("dont", "don't")])
  func `marks that mean something do`(first: String, second: String) {
    #expect(!difference(first, second).changes.isEmpty)
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `the changes lead from one to the other in the fewest edits`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func words() -> [String] {
      (0..<Int.random(in: 0...14, using: &random)).map { _ in
        ["a", "b", "c", "d"].randomElement(using: &random) ?? "a"
      }
    }
    let (first, second) = (words(), words())
    let changes = difference(
      first.joined(separator: " "), second.joined(separator: " ")
    ).changes
    var rebuilt: [String] = []
    var position = 0
    for change in changes {
      rebuilt += first[position..<change.removed.lowerBound] + second[change.added]
      position = change.removed.upperBound
    }
    #expect(rebuilt + first[position...] == second)
    let edits = changes.reduce(0) { $0 + $1.removed.count + $1.added.count }
    #expect(edits == first.count + second.count - 2 * longestCommon(first, second))
  }

  @Test func `wordings that share little between their ends are one change`() {
    let first = (0..<1500).map { "a\($0)" }
    let second = (0..<1500).map { "b\($0)" }
    let changes = difference(
      "x " + first.joined(separator: " ") + " y", "x " + second.joined(separator: " ") + " y"
    ).changes
    #expect(changes.map(\.removed) == [1..<1501] && changes.map(\.added) == [1..<1501])
  }
}

private func difference(_ first: String, _ second: String) -> WordDifference {
  WordDifference(from: .init(first), to: .init(second))
}

/// The length of the longest common subsequence, by the table of all prefixes.
private func longestCommon(_ a: [String], _ b: [String]) -> Int {
  var row = [Int](repeating: 0, count: b.count + 1)
  for x in a {
    var next = [0]
    for (j, y) in b.enumerated() { next.append(x == y ? row[j] + 1 : max(row[j + 1], next[j])) }
    row = next
  }
  return row[b.count]
}
