internal import CorpusStore
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
  private static let greatestCount = 2_000
  /// How many strings of many are read first, how many times more then, and how many a core reads at
  /// least.
  private static let firstSize = 256
  private static let growth = 8
  private static let share = 1 << 14

  private let graph: StateGraph
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
    self.interruption = interruption
    _ = number(of: firstKey)
  }

  func isTrue(of text: Span<UInt8>) throws(Interrupted) -> Bool {
    var reading = TransitionTable.Reading(state: first)
    while true {
      if budget <= 0 {
        try interruption.check()
        budget = Self.stretch
      }
      let start = reading.place
      table.read(text, &reading)
      budget -= reading.place - start
      switch reading.state {
      case table.matched: return true
      case Self.unknown: reading.state = follow(reading.previous, reading.symbol)
      default: if reading.place == text.count { return isMatchedAtEnd(reading.state) }
      }
      if reading.state == table.matched { return true }
    }
  }

  /// Reads the strings in growing parts: what the first ones have made known of the states serves
  /// the others, which the cores share.
  func codes(
    of strings: PooledStrings, _ interruption: Interruption
  ) throws(Interrupted) -> Bitmap {
    var codes = Bitmap(count: strings.count)
    var (start, size) = (0, Self.firstSize)
    while start < strings.count {
      let end = min(strings.count, start + size)
      let (table, first) = (table, first)
      let parts = try SharedWork.parts(of: start..<end, width: 64, least: Self.share) {
        part throws(Interrupted) in
        try table.read(part, of: strings, from: first, interruption)
      }
      for part in parts {
        codes.formUnion(part.found)
        for code in part.unknown where try isTrue(of: strings.span(of: code)) { codes.insert(code) }
      }
      (start, size) = (end, size * Self.growth)
    }
    return codes
  }

  /// The state in which every text begins.
  private var first: Int { table.state(0) }

  private var firstKey: Key { Key(states: [graph.start], isAtStart: true, isBehindWord: false) }

  private func number(of key: Key) -> Int {
    if let number = numbers[key] { return number }
    let number = table.state(keys.count)
    keys.append(key)
    numbers[key] = number
    table.addState()
    return number
  }

  private func follow(_ state: Int, _ symbol: Int) -> Int {
    let key = keys[table.index(of: state)]
    let (reached, isMatched) = closure(
      of: key, isNextWord: table.classes.isWord(symbol), isAtEnd: false)
    if isMatched {
      table[state, symbol] = table.matched
      return table.matched
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
    if table[state, table.end] == Self.unknown {
      let key = keys[table.index(of: state)]
      let isMatched = closure(of: key, isNextWord: false, isAtEnd: true).isMatched
      // Any state that is no match says that there is none.
      table[state, table.end] = isMatched ? table.matched : state
    }
    return table[state, table.end] == table.matched
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
