internal import QuerySemantics

/// True of text in which a regular expression matches somewhere, in time linear in the text.
///
/// Sets of states are made into one state when they are first met, and kept; when too many are
/// kept, all are forgotten.
///
/// Source: R. Cox, "Regular Expression Matching in the Wild", 2010.
final class RegexMatcher: TextMatcher {

  /// A set of states before what follows has been seen.
  private struct Key: Hashable {
    let states: [Int]
    let isAtStart: Bool
    let isBehindWord: Bool
  }

  private static let unknown = TransitionTable.unknown
  private static let matched = TransitionTable.matched
  private static let greatestCount = 2_000
  /// The number of the state in which every text begins.
  private static let first = 0

  private let graph: StateGraph
  /// The class that stands for the end of the text.
  private let end: Int
  private let interruption: Interruption
  private var keys: [Key] = []
  private var numbers: [Key: Int] = [:]
  private var table: TransitionTable
  /// How many bytes may be read before the next look at the wish to stop.
  private var budget = 0
  private static let stretch = TransitionTable.stretch

  init(_ tree: RegexTree, interruption: Interruption) {
    graph = StateGraph(tree)
    table = TransitionTable(ScalarClasses(graph.sets, tellsWords: graph.hasWordBoundary))
    end = table.classes.count
    self.interruption = interruption
  }

  func isTrue(of text: Span<UInt8>) throws(Interrupted) -> Bool {
    if keys.isEmpty { _ = number(of: firstKey) }
    var reading = TransitionTable.Reading(state: Self.first)
    while true {
      if budget <= 0 {
        try interruption.check()
        budget = Self.stretch
      }
      let start = reading.place
      table.read(text, &reading)
      budget -= reading.place - start
      switch reading.state {
      case Self.matched: return true
      case Self.unknown: reading.state = follow(reading.previous, reading.symbol)
      default: if reading.place == text.count { return isMatchedAtEnd(reading.state) }
      }
      if reading.state == Self.matched { return true }
    }
  }

  private var firstKey: Key { Key(states: [graph.start], isAtStart: true, isBehindWord: false) }

  private func number(of key: Key) -> Int {
    if let number = numbers[key] { return number }
    keys.append(key)
    numbers[key] = keys.count - 1
    table.addState()
    return keys.count - 1
  }

  private func follow(_ state: Int, _ symbol: Int) -> Int {
    let key = keys[state]
    let (reached, isMatched) = closure(
      of: key, isNextWord: table.classes.isWord(symbol), isAtEnd: false)
    if isMatched {
      table[state, symbol] = Self.matched
      return Self.matched
    }
    var next: Set<Int> = [graph.start]
    for case .scalar(let set, let target) in reached.map({ graph.states[$0] })
    where table.classes.isPart(symbol, of: graph.sets[set]) {
      next.insert(target)
    }
    let nextKey = Key(
      states: next.sorted(), isAtStart: false, isBehindWord: table.classes.isWord(symbol))
    if keys.count >= Self.greatestCount {
      forget()
      return number(of: nextKey)
    }
    let number = number(of: nextKey)
    table[state, symbol] = number
    return number
  }

  private func isMatchedAtEnd(_ state: Int) -> Bool {
    if table[state, end] == Self.unknown {
      let isMatched = closure(of: keys[state], isNextWord: false, isAtEnd: true).isMatched
      table[state, end] = isMatched ? Self.matched : 0
    }
    return table[state, end] == Self.matched
  }

  private func forget() {
    keys = []
    numbers = [:]
    table.removeAll()
    _ = number(of: firstKey)
  }

  /// Returns the states that are reached without reading, now that it is known what follows.
  private func closure(
    of key: Key, isNextWord: Bool, isAtEnd: Bool
  ) -> (reached: [Int], isMatched: Bool) {
    var seen = Bitmap(count: graph.states.count)
    var reached: [Int] = []
    var isMatched = false
    var open = key.states
    while let state = open.popLast() {
      if seen.contains(state) { continue }
      seen.insert(state)
      switch graph.states[state] {
      case .match: isMatched = true
      case .scalar: reached.append(state)
      case .fork(let next): open += next
      case .condition(let condition, let next):
        let holds =
          switch condition {
          case .start: key.isAtStart
          case .end: isAtEnd
          case .wordBoundary: key.isBehindWord != isNextWord
          }
        if holds { open.append(next) }
      }
    }
    return (reached, isMatched)
  }
}
