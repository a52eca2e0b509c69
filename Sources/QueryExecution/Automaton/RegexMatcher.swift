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

  private static let unknown = -1
  private static let matched = -2
  private static let greatestCount = 2_000
  /// The number of the state in which every text begins.
  private static let first = 0

  private let graph: StateGraph
  private let classes: ScalarClasses
  private let interruption: Interruption
  private var keys: [Key] = []
  private var numbers: [Key: Int] = [:]
  /// The next state for each state and class; the class behind the last is the end of the text.
  private var transitions: [Int] = []
  /// How many bytes may be read before the next look at the wish to stop.
  private var budget = 0
  private static let stretch = 4096

  init(_ tree: RegexTree, interruption: Interruption) {
    graph = StateGraph(tree)
    classes = ScalarClasses(graph.sets, tellsWords: graph.hasWordBoundary)
    self.interruption = interruption
  }

  func isTrue(of text: Span<UInt8>) throws(Interrupted) -> Bool {
    if keys.isEmpty { _ = number(of: firstKey) }
    var reading = Reading(state: Self.first, place: 0, symbol: 0)
    while true {
      if budget <= 0 {
        try interruption.check()
        budget = Self.stretch
      }
      let start = reading.place
      read(text, &reading)
      budget -= reading.place - start
      switch reading.state {
      case Self.matched: return true
      case Self.unknown: reading.state = follow(reading.previous, reading.symbol)
      default: if reading.place == text.count { return isMatchedAtEnd(reading.state) }
      }
      if reading.state == Self.matched { return true }
    }
  }

  /// How far a text has been read.
  private struct Reading {
    var state: Int
    var place: Int
    /// The class that was read last, and the state before it.
    var symbol: Int
    var previous = 0
  }

  /// Reads on until the state is not known or a match, for a stretch of text at most.
  private func read(_ text: Span<UInt8>, _ reading: inout Reading) {
    let (transitions, classes) = (transitions, classes)
    let (table, width) = (transitions.span, classes.count + 1)
    let end = min(text.count, reading.place + Self.stretch)
    var (state, place) = (reading.state, reading.place)
    while place < end {
      let (scalar, length) = Self.scalar(at: place, in: text)
      place += length
      let symbol = classes.ofScalar(scalar)
      let next = table[state * width + symbol]
      if next < 0 {
        (reading.previous, reading.symbol) = (state, symbol)
        state = next
        break
      }
      state = next
    }
    (reading.state, reading.place) = (state, place)
  }

  private var firstKey: Key { Key(states: [graph.start], isAtStart: true, isBehindWord: false) }

  /// Returns the scalar at a place; what is no UTF-8 counts byte by byte.
  @inline(__always)
  private static func scalar(at place: Int, in text: Span<UInt8>) -> (UInt32, Int) {
    let first = text[place]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC0, place + length <= text.count else { return (0xFFFD, 1) }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for i in 1..<length { scalar = scalar << 6 | UInt32(text[place + i] & 0x3F) }
    return (scalar, length)
  }

  private func number(of key: Key) -> Int {
    if let number = numbers[key] { return number }
    keys.append(key)
    numbers[key] = keys.count - 1
    transitions += repeatElement(Self.unknown, count: classes.count + 1)
    return keys.count - 1
  }

  private func follow(_ state: Int, _ symbol: Int) -> Int {
    let key = keys[state]
    let (reached, isMatched) = closure(of: key, isNextWord: classes.isWord(symbol), isAtEnd: false)
    if isMatched {
      transitions[state * (classes.count + 1) + symbol] = Self.matched
      return Self.matched
    }
    var next: Set<Int> = [graph.start]
    for case .scalar(let set, let target) in reached.map({ graph.states[$0] })
    where classes.isPart(symbol, of: graph.sets[set]) {
      next.insert(target)
    }
    let nextKey = Key(
      states: next.sorted(), isAtStart: false, isBehindWord: classes.isWord(symbol))
    if keys.count >= Self.greatestCount {
      forget()
      return number(of: nextKey)
    }
    let number = number(of: nextKey)
    transitions[state * (classes.count + 1) + symbol] = number
    return number
  }

  private func isMatchedAtEnd(_ state: Int) -> Bool {
    let place = state * (classes.count + 1) + classes.count
    if transitions[place] == Self.unknown {
      let isMatched = closure(of: keys[state], isNextWord: false, isAtEnd: true).isMatched
      transitions[place] = isMatched ? Self.matched : 0
    }
    return transitions[place] == Self.matched
  }

  private func forget() {
    keys = []
    numbers = [:]
    transitions = []
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
