internal import Diagnostics

/// What the parser notes down where the text ends, so that completion knows what may follow.
///
/// The parser itself says what it would accept, so completion cannot disagree with the grammar.
struct Probe {

  /// The number of statements in front of the one being typed.
  var statementCount = 0

  /// The queries that are open at the cursor, outermost first.
  var queries: [OpenQuery] = []

  /// The path that is open at the cursor, without its last part.
  var pathPrefix: [Name] = []

  /// What may stand at the cursor, in the order in which the parser tried it.
  var items: [Expectation] = []

  /// Where the value of several words begins that the cursor may go on with.
  var valueStart: Int?

  /// The innermost query at the cursor, as far as it is finished.
  var context: Query?

  /// How many queries were open around `context`.
  private var contextDepth = 0

  /// What may stand at the cursor although the parser found no place for it.
  var deferred: [Expectation] = []

  /// The labels of the pattern whose conditions are open at the cursor.
  var labels: [String] = []

  /// How many `not` are open.
  var negations = 0

  /// The conditions that hold of every row at the cursor.
  var conjuncts: [Predicate] {
    get { queries.last?.conjuncts ?? [] }
    set { if !queries.isEmpty { queries[queries.count - 1].conjuncts = newValue } }
  }

  /// Notes that `item` may stand at the cursor.
  mutating func note(_ item: Expectation) {
    items.append(item)
    guard queries.count >= contextDepth else { return }
    (context, contextDepth) = (queries.last?.finished, queries.count)
  }

  mutating func note(source: Source) {
    if !queries.isEmpty { queries[queries.count - 1].source = source }
  }

  /// Notes a step as done; its conditions are no longer open.
  mutating func note(step: Step) {
    guard !queries.isEmpty else { return }
    queries[queries.count - 1].steps.append(step)
    queries[queries.count - 1].conjuncts = []
  }

  mutating func note(conjunct: Predicate) {
    guard negations == 0, !queries.isEmpty, conjunct.kind != .invalid else { return }
    queries[queries.count - 1].conjuncts.append(conjunct)
  }
}

/// A query that is being typed.
struct OpenQuery {

  var source: Source?
  var steps: [Step] = []
  var conjuncts: [Predicate] = []

  /// The query as far as it is finished: its steps, and the conditions joined by `and`.
  var finished: Query? {
    guard let source, source.kind != .invalid else { return nil }
    var steps = steps.filter { $0.kind != .invalid }
    if let first = conjuncts.first, let last = conjuncts.last {
      let range = SourceRange(
        min(first.range.start, last.range.end), max(first.range.start, last.range.end))
      let whole = conjuncts.count == 1 ? first : Predicate(.and(conjuncts), at: range)
      steps.append(Step(.filter(whole), at: range))
    }
    return Query(source: source, steps: steps, at: source.range)
  }
}
