internal import QuerySemantics

/// A nondeterministic automaton over classes of scalars, built part by part from an expression.
///
/// Source: K. Thompson, "Regular expression search algorithm", 1968.
struct StateGraph {

  /// What leads on from a state.
  enum State {
    /// One scalar of the ranges with this index, to the state.
    case scalar(set: Int, next: Int)
    /// Nothing is read: to all these states.
    case fork([Int])
    /// Nothing is read, and the place must fit.
    case condition(Condition, next: Int)
    /// The expression has been matched.
    case match
  }

  /// What a place must be.
  enum Condition { case start, end, wordBoundary }

  private(set) var states: [State] = [.match]
  private(set) var sets: [[ClosedRange<UInt32>]] = []
  private(set) var hasWordBoundary = false

  /// The state in which a match begins.
  private(set) var start = 0

  /// Builds the automaton of an expression.
  init(_ tree: RegexTree) { start = add(tree, next: 0) }

  /// Adds the states of an expression and returns the first; what follows it begins at `next`.
  private mutating func add(_ tree: RegexTree, next: Int) -> Int {
    switch tree {
    case .empty: return next
    case .scalars(let ranges):
      sets.append(ranges)
      return append(.scalar(set: sets.count - 1, next: next))
    case .start: return append(.condition(.start, next: next))
    case .end: return append(.condition(.end, next: next))
    case .wordBoundary:
      hasWordBoundary = true
      return append(.condition(.wordBoundary, next: next))
    case .sequence(let parts):
      return parts.reversed().reduce(next) { add($1, next: $0) }
    case .choice(let parts):
      let firsts = parts.map { add($0, next: next) }
      return append(.fork(firsts))
    case .repetition(let part, let least, let most):
      return addRepetition(of: part, least, most, next: next)
    }
  }

  private mutating func addRepetition(
    of part: RegexTree, _ least: Int, _ most: Int?, next: Int
  ) -> Int {
    var first = next
    if let most {
      for _ in 0..<max(0, most - least) {
        let body = add(part, next: first)
        // Each optional part may also be left out together with all behind it.
        first = append(.fork([body, next]))
      }
    } else {
      let loop = append(.fork([next]))
      let body = add(part, next: loop)
      states[loop] = .fork([body, next])
      first = loop
    }
    for _ in 0..<least { first = add(part, next: first) }
    return first
  }

  private mutating func append(_ state: State) -> Int {
    states.append(state)
    return states.count - 1
  }
}
