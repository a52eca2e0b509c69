internal import CorpusStore

/// Tells whether a pattern matches somewhere in a run of tokens, in time linear in the run.
///
/// Sets of places in the pattern are made into one state when they are first met, and kept; when too
/// many are kept, all are forgotten, as in `RegexMatcher`.
final class PatternAutomaton {

  private static let unknown: Int32 = -1
  private static let matched: Int32 = -2
  private static let greatestCount = 2_000

  private let graph: PatternGraph
  private let alphabet: TokenAlphabet
  private var sets: [[Int]] = []
  private var numbers: [[Int]: Int32] = [:]
  private var transitions: [Int32] = []
  private let interruption: Interruption
  /// How many places may be followed before the next look at the wish to stop.
  private var rest = 1 << 14
  /// How many classes there is room for in the transitions of a state.
  private var width = 16

  init(_ graph: PatternGraph, _ alphabet: TokenAlphabet, _ interruption: Interruption) {
    self.interruption = interruption
    self.graph = graph
    self.alphabet = alphabet
  }

  /// Whether some match lies inside a run of tokens, given by their classes.
  func hasMatch(in symbols: [Int32]) throws(Interrupted) -> Bool {
    var state = Int(number(of: graph.starts))
    for symbol in symbols {
      let symbol = Int(symbol)
      if symbol >= width {
        let set = sets[state]
        forget(width: symbol * 2)
        state = Int(number(of: set))
      }
      var next = transitions[state * width + symbol]
      if next == Self.unknown { next = try follow(state, symbol) }
      if next == Self.matched { return true }
      state = Int(next)
    }
    return false
  }

  private func follow(_ state: Int, _ symbol: Int) throws(Interrupted) -> Int32 {
    var reached = Set(graph.starts)
    for place in sets[state]
    where alphabet.isTrue(graph.states[place].test, of: Int32(truncatingIfNeeded: symbol)) {
      if graph.states[place].isLast {
        transitions[state * width + symbol] = Self.matched
        return Self.matched
      }
      rest -= graph.states[place].next.count + 1
      if rest < 0 {
        try interruption.check()
        rest = 1 << 14
      }
      reached.formUnion(graph.states[place].next)
    }
    let set = reached.sorted()
    if sets.count >= Self.greatestCount, numbers[set] == nil {
      forget(width: width)
      return number(of: set)
    }
    let next = number(of: set)
    transitions[state * width + symbol] = next
    return next
  }

  private func number(of set: [Int]) -> Int32 {
    if let known = numbers[set] { return known }
    sets.append(set)
    let number = Int32(truncatingIfNeeded: sets.count - 1)
    numbers[set] = number
    transitions += repeatElement(Self.unknown, count: width)
    return number
  }

  private func forget(width: Int) {
    self.width = width
    sets = []
    numbers = [:]
    transitions = []
  }
}
