internal import CorpusStore
internal import Diagnostics
internal import QuerySyntax

/// Texts that stand near each other in a row: `"NATO" near/5 "troops"`.
extension Analyzer {

  mutating func bindProximity(
    _ first: Predicate, _ relation: Relation, _ second: Predicate, at range: SourceRange,
    in scope: Scope
  ) -> BoundPredicate {
    if !scope.isText { report(.noText(scope.plural, at: range)) }
    let one = bindText(first)
    let bound = bind(relation, between: scope, and: scope)
    guard let other = bindText(second), let one, let bound else { return .constant(true) }
    return .proximity(one, bound, other)
  }

  /// Binds one side, which is a phrase, a pattern, or two such that stand near each other.
  private mutating func bindText(_ predicate: Predicate) -> BoundText? {
    switch predicate.kind {
    case .phrase(let name): return .phrase(bindPhrase(name))
    case .pattern(let pattern): return .pattern(bindPattern(pattern))
    case .proximity(let first, let relation, let second):
      let one = bindText(first)
      let matches = Scope(rowType: .matches)
      let bound = bind(relation, between: matches, and: matches)
      guard let other = bindText(second), let one, let bound else { return nil }
      return .related(one, bound, other)
    // The parser puts nothing else there that it could read.
    case .invalid, .or, .and, .not, .comparison, .membership, .between, .all, .isMissing, .isKnown,
      .flag, .contains, .matches, .mentions, .about, .by, .since, .last, .region, .quantified,
      .countOf:
      isBroken = true
      return nil
    }
  }
}
