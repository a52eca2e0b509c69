internal import CorpusStore

/// Finds the longest match from a token of which some reading fulfils the condition on labels.
///
/// Readings go forward together, a token at a time, and those that the condition cannot tell apart
/// are one. A reading that can come no farther than what has been found is given up. What is left
/// can grow with the length of the text to the power of the number of labels; no way is known to
/// do better in all cases, so the wish to stop is looked at on the way.
struct LabelledMatches {

  private struct Reading: Hashable {
    let place: Int
    let labels: [UInt32]
  }

  private let graph: PatternGraph
  private let alphabet: TokenAlphabet
  private let facts: LabelFacts
  private let interruption: Interruption

  init(
    _ graph: PatternGraph, _ alphabet: TokenAlphabet, _ facts: LabelFacts,
    _ interruption: Interruption
  ) {
    self.graph = graph
    self.alphabet = alphabet
    self.facts = facts
    self.interruption = interruption
  }

  /// Returns the end of the longest match from a token of a run, given with the classes of its
  /// tokens, that ends behind `least`; nil where there is none.
  func end(
    from start: Int, in run: Range<Int>, _ symbols: [Int32], beyond least: UInt32,
    _ longest: LongestMatches
  ) throws(Interrupted) -> UInt32? {
    var best = least
    let unset = [UInt32](repeating: LabelFacts.none, count: facts.labelCount)
    var readings = Set(graph.starts.map { Reading(place: $0, labels: unset) })
    var token = start
    while token < run.upperBound, !readings.isEmpty {
      let symbol = symbols[token - run.lowerBound]
      var next: Set<Reading> = []
      var rest = 0
      for reading in readings where alphabet.isTrue(graph.states[reading.place].test, of: symbol) {
        let state = graph.states[reading.place]
        rest -= state.next.count + 1
        if rest < 0 {
          try interruption.check()
          rest = 1 << 12
        }
        let labels = labels(of: reading, at: token, symbol)
        let end = UInt32(truncatingIfNeeded: token + 1)
        if state.isLast, end > best, facts.holds(labels) { best = end }
        for place in state.next
        where farthest(place, token + 1, run, longest) > best {
          next.insert(Reading(place: place, labels: labels))
        }
      }
      readings = next
      token += 1
    }
    return best > least ? best : nil
  }

  private func labels(of reading: Reading, at token: Int, _ symbol: Int32) -> [UInt32] {
    guard let label = graph.states[reading.place].label, facts.isAsked(label) else {
      return reading.labels
    }
    var labels = reading.labels
    labels[label] = facts.number(of: token, symbol, as: label)
    return labels
  }

  /// Returns how far a reading can come at most.
  private func farthest(
    _ place: Int, _ token: Int, _ run: Range<Int>, _ longest: LongestMatches
  ) -> UInt32 {
    if longest.table.isEmpty { return UInt32(truncatingIfNeeded: run.upperBound) }
    return longest.table[(token - run.lowerBound) * graph.states.count + place]
  }
}
