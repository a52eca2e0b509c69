internal import CorpusStore
internal import QuerySemantics

/// A pattern of brackets one behind the other, with gaps of bounded length between them: what most
/// patterns and all phrases are.
///
/// It is found without an automaton: from the rarest bracket, or by whole words of bits.
struct TokenSequence {

  /// What each bracket takes; at least one.
  let sets: [FormSet]

  /// How many tokens may stand between each bracket and the next.
  let gaps: [ClosedRange<Int>]

  /// The greatest length of a match for which places are kept as the bits of one number.
  private static let greatestLength = 64

  /// Reads a phrase, whose words are given as the codes of folded words; nil for one of more words
  /// than can be told apart by the bits of one number.
  init?(_ phrase: PhrasePattern, _ corpus: Corpus) {
    guard phrase.places.count <= Self.greatestLength else { return nil }
    sets = phrase.places.map { FormSet(folds: $0, corpus.tokens.formTable) }
    gaps = Array(repeating: 0...0, count: max(0, sets.count - 1))
  }

  /// Reads a pattern; nil where it is none of this kind.
  init?(
    _ pattern: BoundPattern, _ corpus: Corpus, _ interruption: Interruption
  ) throws(Interrupted) {
    guard pattern.constraint == nil, let parts = Self.parts(of: pattern.node) else { return nil }
    let compiler = FormSetCompiler(corpus, interruption)
    var sets: [FormSet] = []
    var gaps: [ClosedRange<Int>] = []
    var gap = 0...0
    for part in parts {
      switch part {
      case .token(.any): gap = gap.lowerBound + 1...gap.upperBound + 1
      case .token(let test), .labelled(_, let test):
        guard let set = try compiler.set(of: test) else { return nil }
        if !sets.isEmpty { gaps.append(gap) } else if gap != 0...0 { return nil }
        sets.append(set)
        gap = 0...0
      case .repetition(.token(.any), let least, let most?):
        guard most <= Self.greatestLength else { return nil }
        gap = gap.lowerBound + least...gap.upperBound + most
      default: return nil
      }
    }
    guard !sets.isEmpty, gap == 0...0 else { return nil }
    self.sets = sets
    self.gaps = gaps
    guard longest <= Self.greatestLength else { return nil }
  }

  private static func parts(of node: BoundPatternNode) -> [BoundPatternNode]? {
    switch node {
    case .token, .labelled: [node]
    case .sequence(let parts): parts
    case .choice, .repetition: nil
    }
  }

  /// The length of the longest match.
  var longest: Int { gaps.reduce(sets.count) { $0 + $1.upperBound } }

  /// Whether all matches are of one length.
  var isFixed: Bool { gaps.allSatisfy { $0.lowerBound == $0.upperBound } }

  /// Whether there is no match, because some bracket takes no token.
  var isHopeless: Bool { sets.contains { $0.tokenCount == 0 } || sets.isEmpty }
}
