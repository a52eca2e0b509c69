import CorpusFixture
import CorpusStore
import Diagnostics
import QuerySemantics
import TestSupport

/// Bound queries drawn at random over a corpus, of every source, step and condition there is.
///
/// Words, codes and numbers are mostly those of some row of the corpus, so that most queries have
/// an answer.
struct RandomQuery {

  let corpus: Corpus
  let reference: ReferenceEvaluator
  var random: SeededGenerator

  static let range = SourceRange(0, 0)
  static let textTables: [Table] = [
    .documents, .paragraphs, .sentences, .tokens, .quotes, .quotes, .mentions,
  ]

  init(corpus: Corpus, random: SeededGenerator) {
    self.corpus = corpus
    self.random = random
    reference = ReferenceEvaluator(corpus: corpus)
  }

  /// Returns a query of some steps with its answer.
  ///
  /// A step that leaves no row is mostly drawn again.
  mutating func query() -> (query: BoundQuery, answer: ReferenceEvaluator.Result) {
    var query = BoundQuery(source: source(depth: 2))
    var answer = reference.rows(of: query)
    for _ in 0..<random.below(3) { answer = extend(&query, answer) { $0.addStep(to: &$1) } }
    if random.once(in: 2) {
      answer = extend(&query, answer) { $0.addFigures(to: &$1) }
      for _ in 0..<random.below(3) { answer = extend(&query, answer) { $0.addStep(to: &$1) } }
    }
    return (query, answer)
  }

  private mutating func extend(
    _ query: inout BoundQuery, _ answer: ReferenceEvaluator.Result,
    _ add: (inout RandomQuery, inout BoundQuery) -> Void
  ) -> ReferenceEvaluator.Result {
    var longer = query
    var next = answer
    for _ in 0..<3 {
      longer = query
      add(&self, &longer)
      next = longer.steps[query.steps.count...].reduce(answer) { reference.apply($1, to: $0) }
      if answer.items.isEmpty || !next.items.isEmpty || random.once(in: 4) { break }
    }
    query = longer
    return next
  }

  mutating func source(depth: Int) -> BoundSource {
    if depth > 0, random.once(in: 4) {
      return .region(
        textSource(depth: depth - 1), relation(), textSource(depth: depth - 1))
    }
    if depth > 0, random.once(in: 7) { return .query(inner(source(depth: 0))) }
    if depth > 0, random.once(in: 16) { return .compare(contrast()) }
    return random.once(in: 3) ? textSource(depth: 0) : .table(random.pick(Table.allCases))
  }

  /// Returns a source of rows that stand in the text.
  mutating func textSource(depth: Int) -> BoundSource {
    if depth > 0, random.once(in: 4) {
      return .region(textSource(depth: 0), relation(), textSource(depth: 0))
    }
    if depth > 0, random.once(in: 5) { return .query(inner(textSource(depth: 0))) }
    switch random.below(6) {
    case 0: return .phrase(phrase())
    case 1: return .pattern(pattern())
    default: return .table(random.pick(Self.textTables))
    }
  }

  mutating func inner(_ source: BoundSource) -> BoundQuery {
    var query = BoundQuery(source: source)
    query.steps = [filter(of: query.rowType)]
    if random.once(in: 3) { query.steps.append(.limit(1 + random.below(8))) }
    return query
  }

  mutating func relation() -> RegionRelation {
    switch random.below(8) {
    case 0, 1: .within
    case 2: .containing
    case 3: .outside
    case 4: .overlapping
    default: nearRelation()
    }
  }

  mutating func nearRelation() -> RegionRelation {
    let reach: RegionRelation.Reach =
      switch random.below(8) {
      case 0: .sentence
      case 1: .paragraph
      case 2: .document
      case 3: .days(random.below(60))
      default: .tokens(random.below(7))
      }
    return random.pick([.before(reach), .after(reach), .near(reach)])
  }

  private mutating func contrast() -> BoundContrast {
    let table = random.pick(Self.textTables)
    let (first, second) = (inner(.table(table)), BoundQuery(source: .table(table)))
    if random.once(in: 2), let path = path(of: .table(table)) {
      return BoundContrast(
        first: first, second: second, basis: .values(path, path), name: path.text)
    }
    return BoundContrast(
      first: first, second: random.once(in: 2) ? second : inner(textSource(depth: 0)),
      basis: .words(tokenAttribute()), name: "word")
  }
}
