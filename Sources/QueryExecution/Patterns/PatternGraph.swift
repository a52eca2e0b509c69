internal import QuerySemantics

/// A nondeterministic automaton over tests of tokens, without empty moves.
///
/// Source: V. Glushkov, "The abstract theory of automata", 1961: a state a place in the pattern,
/// and from each the places that may be read next.
struct PatternGraph {

  /// A place in the pattern at which a token is read.
  struct State {
    /// The number of the test that the token must pass.
    let test: Int
    /// The label that the token gets.
    let label: Int?
    /// The places that may be read next.
    var next: [Int] = []
    /// Whether the match may end behind the token.
    var isLast = false
  }

  /// The greatest number of places; the counts of a pattern beyond it are cut.
  static let greatestSize = 20_000

  /// The same as the states, as arrays for loops that go over all of them.
  struct Flow {
    let tests: [Int32]
    let isLast: [Bool]
    /// Where the places that may be read next start in `next`; one entry more than there are places.
    let offsets: [Int32]
    let next: [Int32]

    init(_ states: [State]) {
      tests = states.map { Int32(truncatingIfNeeded: $0.test) }
      isLast = states.map(\.isLast)
      var offsets: [Int32] = [0]
      var next: [Int32] = []
      for state in states {
        next += state.next.map { Int32(truncatingIfNeeded: $0) }
        offsets.append(Int32(truncatingIfNeeded: next.count))
      }
      (self.offsets, self.next) = (offsets, next)
    }
  }

  private(set) var states: [State] = []
  private(set) var flow = Flow([])

  /// The places that may be read first.
  private(set) var starts: [Int] = []

  /// What may come first in a part and last, and whether it may be empty.
  private struct Part {
    var first: [Int] = []
    var last: [Int] = []
    var isEmpty = true
  }

  private let longest: Int
  private let interruption: Interruption
  private let number: (BoundTokenTest) -> Int

  /// Builds the automaton of a pattern.
  ///
  /// - Parameters:
  ///   - node: The pattern.
  ///   - longest: The number of tokens of the longest text; what is repeated more often is cut.
  ///   - interruption: The wish to stop.
  ///   - number: Returns the number of a test.
  /// - Throws: `Interrupted` when it is asked to stop.
  init(
    _ node: BoundPatternNode, longest: Int, _ interruption: Interruption,
    number: @escaping (BoundTokenTest) -> Int
  ) throws(Interrupted) {
    self.longest = longest
    self.interruption = interruption
    self.number = number
    let whole = try add(node)
    starts = Self.distinct(whole.first)
    for state in whole.last { states[state].isLast = true }
    for state in states.indices {
      try interruption.check()
      states[state].next = Self.distinct(states[state].next)
    }
    flow = Flow(states)
  }

  private mutating func add(_ node: BoundPatternNode) throws(Interrupted) -> Part {
    switch node {
    case .token(let test): return add(test, label: nil)
    case .labelled(let label, let test): return add(test, label: label)
    case .sequence(let parts):
      var whole = Part()
      for part in parts { whole = try join(whole, try add(part)) }
      return whole
    case .choice(let parts):
      var whole = Part(isEmpty: false)
      for part in parts {
        let added = try add(part)
        whole.first += added.first
        whole.last += added.last
        whole.isEmpty = whole.isEmpty || added.isEmpty
      }
      return whole
    case .repetition(let part, let least, let most):
      return try repeated(part, atLeast: max(0, least), atMost: most)
    }
  }

  private mutating func add(_ test: BoundTokenTest, label: Int?) -> Part {
    states.append(State(test: number(test), label: label))
    return Part(first: [states.count - 1], last: [states.count - 1], isEmpty: false)
  }

  private mutating func join(_ a: Part, _ b: Part) throws(Interrupted) -> Part {
    try interruption.check()
    for state in a.last { states[state].next += b.first }
    return Part(
      first: a.isEmpty ? a.first + b.first : a.first,
      last: b.isEmpty ? a.last + b.last : b.last,
      isEmpty: a.isEmpty && b.isEmpty)
  }

  private mutating func repeated(
    _ node: BoundPatternNode, atLeast least: Int, atMost most: Int?
  ) throws(Interrupted) -> Part {
    if let most, most < least { return Part(isEmpty: false) }
    var whole = Part()
    for _ in 0..<count(least) where states.count < Self.greatestSize {
      whole = try join(whole, try add(node))
    }
    guard let most else {
      var loop = try add(node)
      for state in loop.last { states[state].next += loop.first }
      loop.isEmpty = true
      return try join(whole, loop)
    }
    // The turns that may be left out, the last first: each may be left out with all behind it.
    var rest = Part()
    for _ in 0..<count(most - least) where states.count < Self.greatestSize {
      rest = try join(try add(node), rest)
      rest.isEmpty = true
    }
    return try join(whole, rest)
  }

  /// A run of tokens is no longer than the longest text, so more turns than that are one too many.
  private func count(_ turns: Int) -> Int { min(turns, longest + 1) }

  private static func distinct(_ states: [Int]) -> [Int] { Set(states).sorted() }
}
