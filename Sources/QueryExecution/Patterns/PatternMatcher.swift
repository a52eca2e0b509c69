internal import CorpusStore
internal import QuerySemantics

/// A token pattern made ready: finds its matches in runs of tokens.
final class PatternMatcher {

  private let graph: PatternGraph
  private let alphabet: TokenAlphabet
  private let automaton: PatternAutomaton
  private let labelled: LabelledMatches?
  private var longest: LongestMatches
  /// The classes of the tokens of the latest run.
  private var symbols: [Int32] = []

  /// Tokens of which one at least is part of every match; nil where nothing is known.
  let requirement: TokenRequirement?

  init(
    _ pattern: BoundPattern, _ corpus: Corpus, _ interruption: Interruption
  ) throws(Interrupted) {
    let alphabet = TokenAlphabet(corpus)
    try alphabet.add(testsOf: pattern.node, interruption)
    if let constraint = pattern.constraint {
      try alphabet.add(testsOf: constraint, interruption)
    }
    alphabet.seal()
    self.alphabet = alphabet
    let paragraphs = corpus.regions(of: .paragraphs) ?? .none
    graph = try PatternGraph(pattern.node, longest: Int(paragraphs.longest), interruption) {
      alphabet.number(of: $0)
    }
    automaton = PatternAutomaton(graph, alphabet, interruption)
    longest = LongestMatches(graph, alphabet, interruption)
    let graph = graph
    labelled = pattern.constraint.map { condition in
      let facts = LabelFacts(condition, labelCount: pattern.labelCount, alphabet, corpus)
      return LabelledMatches(graph, alphabet, facts, interruption)
    }
    requirement = alphabet.requirement(of: pattern.node)
  }

  /// Appends the matches inside a run: the longest from each token, but for those inside others.
  func appendMatches(
    in run: Range<Int>, to starts: inout [RowID], _ ends: inout [UInt32]
  ) throws(Interrupted) {
    alphabet.read(run, into: &symbols)
    guard try automaton.hasMatch(in: symbols) else { return }
    try longest.read(run, symbols, keepsTable: labelled != nil)
    var greatest: UInt32 = 0
    for start in run {
      var end = longest.ends[start - run.lowerBound]
      // A match that does not go beyond an earlier one lies inside that.
      guard end > greatest else { continue }
      if let labelled {
        let found = try labelled.end(from: start, in: run, symbols, beyond: greatest, longest)
        guard let found else { continue }
        end = found
      }
      greatest = end
      starts.append(RowID(UInt32(truncatingIfNeeded: start)))
      ends.append(end)
    }
  }
}

extension TokenAlphabet {

  /// Adds the tests of a pattern.
  func add(
    testsOf node: BoundPatternNode, _ interruption: Interruption
  ) throws(Interrupted) {
    switch node {
    case .token(let test), .labelled(_, let test): try add(test, interruption)
    case .sequence(let parts), .choice(let parts):
      for part in parts { try add(testsOf: part, interruption) }
    case .repetition(let part, _, _): try add(testsOf: part, interruption)
    }
  }

  /// Adds the tests of a condition on labels.
  func add(
    testsOf condition: BoundLabelCondition, _ interruption: Interruption
  ) throws(Interrupted) {
    switch condition {
    case .and(let parts), .or(let parts):
      for part in parts { try add(testsOf: part, interruption) }
    case .not(let part): try add(testsOf: part, interruption)
    case .test(_, let test): try add(test, interruption)
    case .same: break
    }
  }

  /// Returns the tokens of which one at least is part of every match of a pattern.
  func requirement(of node: BoundPatternNode) -> TokenRequirement? {
    switch node {
    case .token(let test), .labelled(_, let test): requirement(of: test)
    case .sequence(let parts): TokenRequirement.rarest(of: parts.map { requirement(of: $0) })
    case .choice(let parts): TokenRequirement.any(of: parts.map { requirement(of: $0) })
    case .repetition(let part, let least, _): least > 0 ? requirement(of: part) : nil
    }
  }
}
